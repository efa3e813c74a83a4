"""Complementary suppression: holding back a second number, so that a small one is not found by taking away."""

from __future__ import annotations

from collections.abc import Sequence

from consult.results.protected import WITHHELD, Protected


def hold_back(counts: Sequence[Protected], bases: Sequence[Protected]) -> list[Protected]:
    """Return one option's counts in every group, with two held back wherever one is.

    Where a single group is held back, its number would be what is left of everyone's after the other groups are
    taken away. So the shown group with the fewest responses (`bases`; the first of equals) is held back too. That
    choice depends on no answer to the question. Nothing says which of the two was small.
    """
    held = {at for at, count in enumerate(counts) if count.value is None}
    shown = [at for at in range(len(counts)) if at not in held]
    if len(held) == 1 and shown:
        held.add(min(shown, key=lambda at: bases[at].value or 0))
    return [WITHHELD if at in held else count for at, count in enumerate(counts)]
