"""The only numbers that leave this room: protected counts, and percentages made from them alone."""

from __future__ import annotations

from dataclasses import dataclass

from consult.results.cell_key import publishable

SAFE_BASE = 50
"""No percentage is of a smaller number than this: the noise alone would move it by ten points or more."""


@dataclass(frozen=True, slots=True, init=False)
class Protected:
    """A count that may be shown: `value` has passed the cell-key method, or is None when it is held back.

    The raw count goes in and is not kept, so there is no way to print it by accident, nor to make one of these
    from a number that has not been through the method. `is_few` says that the method held the count back, as it
    does with all small ones; where it is False, a count without a value may be small, or may only shield a small
    one beside it.
    """

    value: int | None
    is_few: bool

    def __init__(self, *, count: int, key_sum: int) -> None:
        value = publishable(count, key_sum)
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "is_few", value is None)

    @classmethod
    def withheld(cls) -> Protected:
        """Return a count that is held back without saying why."""
        blank = cls(count=0, key_sum=0)
        object.__setattr__(blank, "is_few", False)
        return blank


NOTHING = Protected(count=0, key_sum=0)
"""What a cell without any record shows: the same as one with a few."""

WITHHELD = Protected.withheld()
"""What a held back cell of a breakdown shows, whatever the reason."""


def percent_of(count: Protected, base: Protected) -> int | None:
    """Return `count` as a whole percentage of `base`, halves rounded up, at most 100.

    None when either is held back or the base is under `SAFE_BASE`.
    """
    return None if count.value is None else percentage(count.value, base)


def percentage(part: int, base: Protected) -> int | None:
    """Return a number that is shown as a whole percentage of `base`, as `percent_of` does."""
    if base.value is None or base.value < SAFE_BASE:
        return None
    return min(100, (200 * part + base.value) // (2 * base.value))
