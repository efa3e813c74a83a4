"""The only numbers that leave this room: protected counts, and percentages made from them alone."""

from __future__ import annotations

from dataclasses import dataclass

from consult.results.cell_key import publishable


@dataclass(frozen=True, slots=True, init=False)
class Protected:
    """A count that may be shown: `value` has passed the 10–5 rule, or is None when it is held back.

    The raw count goes in and is not kept, so there is no way to print it by accident, nor to make one of these
    from a number that has not been through the rule.
    """

    value: int | None

    def __init__(self, *, count: int, key_sum: int) -> None:
        object.__setattr__(self, "value", publishable(count, key_sum))


NOTHING = Protected(count=0, key_sum=0)
"""What a cell without any record shows: the same as one with a few."""


def percent_of(count: Protected, base: Protected) -> int | None:
    """Return `count` as a whole percentage of `base`, halves rounded up, or None when either is held back."""
    if count.value is None or base.value is None:
        return None
    return min(100, (200 * count.value + base.value) // (2 * base.value))
