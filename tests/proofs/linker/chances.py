"""How far a number of hits, or a closeness, is from what chance gives. Exact where the numbers are small."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


class Interval(NamedTuple):
    """The lowest and the highest share that fit with what was seen."""

    low: float
    high: float


def hits(scores: Scores) -> float:
    """Return how many rows of a square matrix are highest on the diagonal. Of several alike, each counts a part."""
    best = scores == scores.max(axis=1, keepdims=True)
    return float((np.diagonal(best) / best.sum(axis=1)).sum())


def closeness(scores: Scores) -> float:
    """Return by how many standard deviations the diagonal is above what random partners give.

    Mean and variance of such a sum are known exactly (Hoeffding 1951, theorem 2).
    """
    size = len(scores)
    wide = scores.astype(np.float64)
    centred = wide - wide.mean(axis=0) - wide.mean(axis=1, keepdims=True) + wide.mean()
    spread = math.sqrt(float((centred**2).sum()) / (size - 1))
    return float(np.diagonal(centred).sum()) / spread if spread > 1e-6 * size else 0.0


def tail(count: float, tries: int, chance: float) -> float:
    """Return how likely chance alone gives so many hits or more (binomial)."""
    least = math.floor(count + 1e-9)
    if least <= 0:
        return 1.0
    logs = [_log_term(each, tries, chance) for each in range(least, tries + 1)]
    return min(1.0, math.fsum(math.exp(each) for each in logs))


def normal_tail(deviations: float) -> float:
    """Return how likely chance alone gives so many standard deviations or more."""
    return math.erfc(deviations / math.sqrt(2)) / 2


def interval(count: float, tries: int, *, error: float = 0.05) -> Interval:
    """Return the exact confidence interval of a share (Clopper and Pearson 1934)."""
    least = math.floor(count + 1e-9)
    low = _solve(lambda share: tail(least, tries, share) < error / 2) if least else 0.0
    high = _solve(lambda share: 1 - tail(least + 1, tries, share) > error / 2) if least < tries else 1.0
    return Interval(low, high)


def _solve(still: Callable[[float], bool]) -> float:
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if still(middle) else (low, middle)
    return low


def _log_term(count: int, tries: int, chance: float) -> float:
    if chance in {0.0, 1.0}:
        return 0.0 if count == tries * chance else -math.inf
    ways = math.lgamma(tries + 1) - math.lgamma(count + 1) - math.lgamma(tries - count + 1)
    return ways + count * math.log(chance) + (tries - count) * math.log1p(-chance)
