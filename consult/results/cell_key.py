"""The cell-key method: the same cell always gets the same noise, and a small one is held back.

The method is the Office for National Statistics' (Statistical Methods Library, "Cell key perturbation", version
3.1.0). A cell's key is the sum of its record keys, modulo how many record keys there are. A perturbation table
says, for each count and each cell key, what to add to the count. Counts past the table's end use its last rows
over and over. What is then still under the threshold is not published.
"""

from __future__ import annotations

from functools import cache

from consult.results.perturbation import (
    FURTHEST,
    REPEATED_ROWS,
    TABLE_ROWS,
    THRESHOLD,
    PerturbationTable,
    published,
)
from consult.results.tally import RECORD_KEYS


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


def publishable(count: int, key_sum: int) -> int | None:
    """Return the number that may be published for a cell, or None when it is held back.

    Neither a count under the threshold nor a number under it is published, whatever the table says. Raises
    ValueError for a count below zero.
    """
    perturbed = perturb(count, key_sum, published())
    return perturbed if min(count, perturbed) >= THRESHOLD else None


@cache
def counts_behind(value: int) -> tuple[int, int]:
    """Return the smallest and the largest count that the published table can show as this value.

    Raises ValueError for a value that is never shown.
    """
    near = range(max(THRESHOLD, value - FURTHEST), value + FURTHEST + 1)
    behind = [count for count in near if value - count in published()[table_row(count)]]
    return min(behind), max(behind)
