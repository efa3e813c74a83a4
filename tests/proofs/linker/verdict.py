"""What must hold of the findings, and how they are shown."""

from __future__ import annotations

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


def table(findings: Iterable[Finding], *, at_most: int) -> str:
    """Return the combinations and the findings that are the least likely by chance, one a line."""
    together = [finding for finding in findings if finding.feature == TOGETHER]
    alone = [finding for finding in findings if finding.feature != TOGETHER]
    return "\n".join(map(str, [*together, *sorted(alone, key=lambda each: each.likely)[:at_most]]))
