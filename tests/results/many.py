"""The published table as arrays, so that millions of cells can be looked at in seconds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consult.results.perturbation import FURTHEST, REPEATED_ROWS, TABLE_ROWS, THRESHOLD, published
from consult.results.tally import RECORD_KEYS

Numbers = NDArray[np.int64]
Chances = NDArray[np.float64]

HELD = 0
"""What stands for a number that is held back."""

TABLE: Numbers = np.array([list(row) for row in published()], dtype=np.int64)
"""What is added, by row and cell key."""


def rows_of(counts: Numbers) -> Numbers:
    """Return the row of the table for each count."""
    return np.where(counts <= TABLE_ROWS, counts, (counts - 1) % REPEATED_ROWS + TABLE_ROWS - REPEATED_ROWS + 1)


def shown(counts: Numbers, keys: Numbers) -> Numbers:
    """Return what is shown of each count, `HELD` for nothing."""
    values = counts + TABLE[rows_of(counts), keys % RECORD_KEYS]
    return np.where((counts >= THRESHOLD) & (values >= THRESHOLD), values, HELD)


def rounded(counts: Numbers) -> Numbers:
    """Return what plain rounding would show: the rule that the Office's own table has."""
    return np.where(counts >= THRESHOLD, (counts + 2) // 5 * 5, HELD)


def _chances() -> Chances:
    """Return how likely each move is, by row: first that the number is held back, then each from the lowest."""
    found = np.zeros((TABLE_ROWS + 1, 2 + 2 * FURTHEST))
    for row, moves in enumerate(TABLE):
        held = (row < THRESHOLD) | (row + moves < THRESHOLD)
        found[row, 0] = held.mean()
        found[row, 1:] = np.bincount(moves[~held] + FURTHEST, minlength=2 * FURTHEST + 1) / RECORD_KEYS
    return found


CHANCES = _chances()


def likelihood(values: Numbers, counts: Numbers) -> Chances:
    """Return how likely each value is to be shown of each count, when nothing is known of the key."""
    moves = np.where(values == HELD, 0, values - counts + FURTHEST + 1)
    possible = (values == HELD) | (np.abs(values - counts) <= FURTHEST)
    return np.where(possible, CHANCES[rows_of(counts), np.where(possible, moves, 0)], 0.0)
