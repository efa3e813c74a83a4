"""What must hold of the findings, and how they are shown."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tests.proofs.linker.attack import TOGETHER, Finding
from tests.proofs.linker.chances import Interval, interval

FALSE_ALARM = 1e-4
"""How likely a store that gives nothing away is accused all the same, in one run of all tests."""

STORES = 2
HARDLY = 0.03
"""The most pairs that may be put together with the mix, at the upper end of the interval."""

CLEARLY = 0.5
"""The least share of pairs that must be put together where there is no mix."""


def accused(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that chance does not explain, however many ways were tried."""
    least = FALSE_ALARM / (STORES * 2 * len(findings))
    return [finding for finding in findings if finding.likely < least]


def pooled(findings: Iterable[Finding]) -> dict[str, float]:
    """Return how close each feature puts pairs in all views together, in standard deviations.

    What two records of a person have in common, others have as well: a little in each view is much in all of them.
    """
    near: dict[str, list[float]] = defaultdict(list)
    for finding in findings:
        near[finding.feature].append(finding.closeness)
    return {feature: sum(each) / math.sqrt(len(each)) for feature, each in near.items()}


def together(findings: Iterable[Finding]) -> Interval:
    """Return the interval of the share of pairs that all features together put together, in all views."""
    best = [finding for finding in findings if finding.feature == TOGETHER]
    return interval(sum(finding.hits for finding in best), sum(finding.pairs for finding in best))


def table(findings: Sequence[Finding], *, at_most: int) -> str:
    """Return the combinations and the findings that are the least likely by chance, one a line."""
    together = [finding for finding in findings if finding.feature == TOGETHER]
    alone = [finding for finding in findings if finding.feature != TOGETHER]
    lines = [*map(str, together), *map(str, sorted(alone, key=lambda each: each.likely)[:at_most])]
    feature, most = max(pooled(findings).items(), key=lambda item: item[1])
    return "\n".join([*lines, f"closest in all views: {feature}, {most:+.1f} standard deviations"])
