"""The cell-key method with the 10–5 rule: nothing under ten, everything else to the nearest five.

The method is the Office for National Statistics' (Statistical Methods Library, "Cell key perturbation", version
3.1.0). A cell's key is the sum of its record keys, modulo how many record keys there are. A perturbation table
says, for each count and each cell key, what to add to the count. Counts past the table's end use its last rows
over and over. What is then still under the threshold is not published.

In the table of the 10–5 rule every cell key has the same value: it rounds, and adds no noise.
`docs/decisions/disclosure-control.md` says what that protects from and what it does not.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from consult.results.tally import RECORD_KEYS

THRESHOLD = 10
"""The smallest number that is published."""

ROUNDING = 5
"""Every published number is a multiple of this."""

TABLE_ROWS = 750
"""The largest count that has a row of its own in a perturbation table."""

REPEATED_ROWS = 250
"""How many rows at the table's end serve the counts past it."""

PerturbationTable = Sequence[Sequence[int]]
"""What to add, by the count's row and then by the cell key. Row 0 is for an empty cell."""


def table_row(count: int) -> int:
    """Return the row of a perturbation table that a count uses."""
    if count <= TABLE_ROWS:
        return count
    return (count - 1) % REPEATED_ROWS + TABLE_ROWS - REPEATED_ROWS + 1


def perturb(count: int, key_sum: int, table: PerturbationTable) -> int:
    """Return a count after perturbation, before anything is held back. Raises ValueError for one below zero."""
    if count < 0:
        raise ValueError("a count cannot be below zero")
    return count + table[table_row(count)][key_sum % RECORD_KEYS]


def _ten_five_value(count: int) -> int:
    if count < THRESHOLD:
        return -count
    over = count % ROUNDING
    return ROUNDING - over if 2 * over > ROUNDING else -over


TEN_FIVE: PerturbationTable = tuple(
    array("b", [_ten_five_value(count)]) * RECORD_KEYS for count in range(TABLE_ROWS + 1)
)
"""The perturbation table of the 10–5 rule."""


def publishable(count: int, key_sum: int, table: PerturbationTable = TEN_FIVE) -> int | None:
    """Return the number that may be published for a cell, or None when it is held back.

    Raises ValueError for a count below zero.
    """
    perturbed = perturb(count, key_sum, table)
    return perturbed if perturbed >= THRESHOLD else None
