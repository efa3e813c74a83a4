"""How much the published table lets anyone tell, computed from the table alone.

Between two answers that a person may have given, every number either counts the person or does not: it is that of
n people or of n + 1. How alike these are is their Bhattacharyya coefficient, the sum of √(p q) over all that may
be shown. Each number's key is drawn by itself, so the coefficients of all numbers multiply, whichever numbers an
attacker makes us show. The total variation between the two cases is then at most √(1 − b²), and nobody guesses
right more often than in (1 + √(1 − b²)) / 2 of all cases.
"""

from __future__ import annotations

import math

import numpy as np

from consult.results.perturbation import FURTHEST, REPEATED_ROWS, ROUNDING, TABLE_ROWS, THRESHOLD
from tests.results.many import HELD, Numbers, likelihood

COUNTS = range(TABLE_ROWS + REPEATED_ROWS + 1)
"""After these, everything repeats."""


def coefficient(count: int) -> float:
    """Return how alike `count` and one more look: 1 when nothing tells them apart."""
    values: Numbers = np.array([HELD, *range(THRESHOLD, count + FURTHEST + ROUNDING + 1, ROUNDING)], dtype=np.int64)
    without = likelihood(values, np.full_like(values, count))
    with_one = likelihood(values, np.full_like(values, count + 1))
    return float(np.sqrt(without * with_one).sum())


def worst() -> tuple[int, float]:
    """Return the count at which one person shows the most, and the coefficient there."""
    coefficients = [coefficient(count) for count in COUNTS]
    least = min(coefficients)
    return coefficients.index(least), least


def bound(numbers: int, *, answers: int = 2, least: float | None = None) -> float:
    """Return how often anyone can at most tell which of so many answers, all alike likely, a person gave.

    `numbers` is how many numbers differ between any two of the answers, and `least` their coefficient: the worst of
    the table unless given. For more than two answers, the chance of guessing right is at most what it is for one of
    them, plus how far each other is from that one.
    """
    alike = (worst()[1] if least is None else least) ** numbers
    apart = math.sqrt(1 - alike**2)
    return min(1.0, (1 + (answers - 1) * apart) / answers)
