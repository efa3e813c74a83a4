"""What must hold of the findings, and how they are shown."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tests.proofs.linker.attack import TOGETHER, Finding

FALSE_ALARM = 1e-4
"""How likely a store that gives nothing away is accused all the same, in one run of all tests."""

STORES = 2
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


def table(findings: Sequence[Finding], *, at_most: int) -> str:
    """Return the combinations and the findings that are the least likely by chance, one a line."""
    together = [finding for finding in findings if finding.feature == TOGETHER]
    alone = [finding for finding in findings if finding.feature != TOGETHER]
    lines = [*map(str, together), *map(str, sorted(alone, key=lambda each: each.likely)[:at_most])]
    feature, most = max(pooled(findings).items(), key=lambda item: item[1])
    return "\n".join([*lines, f"closest in all views: {feature}, {most:+.1f} standard deviations"])
