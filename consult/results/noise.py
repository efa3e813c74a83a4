"""The noise with the most entropy for a given spread, shared out among keys.

Of all ways to move a count at random to a multiple of five, with no bias and a given variance, the one with the
most entropy says the least about the count. The R package ptable makes tables in this way. Its form is
exp(a x + b x²), where x is how far a value is from the count; a and b are found by Newton's method.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_CLOSE = 1e-10
_DECIMALS = 9
"""Fractions are compared to this many decimals, so that every machine breaks ties in the same way."""


def spread(*, count: int, variance: float, values: Sequence[int]) -> dict[int, float]:
    """Return the probability of each of the values: their mean is the count, and their variance as given.

    Raises ValueError where no such probabilities are found.
    """
    distances = [value - count for value in values]
    if variance == 0:
        return {value: float(value == count) for value in values}
    slope, curve = 0.0, -1 / (2 * variance)
    for _ in range(500):
        weights = _weights(distances, slope, curve)
        if _miss(distances, weights, variance) < _CLOSE:
            return dict(zip(values, weights, strict=True))
        slope, curve = _step(distances, variance, (slope, curve))
    raise ValueError(f"no noise of variance {variance} around {count} lies on the values {values}")


def _weights(distances: Sequence[int], slope: float, curve: float) -> list[float]:
    exponents = [slope * distance + curve * distance**2 for distance in distances]
    top = max(exponents)
    weights = [math.exp(exponent - top) for exponent in exponents]
    total = sum(weights)
    return [weight / total for weight in weights]


def _moment(distances: Sequence[int], weights: Sequence[float], power: int) -> float:
    return math.fsum(
        weight * math.pow(distance, power) for weight, distance in zip(weights, distances, strict=True)
    )


def _miss(distances: Sequence[int], weights: Sequence[float], variance: float) -> float:
    return abs(_moment(distances, weights, 1)) + abs(_moment(distances, weights, 2) - variance)


def _step(distances: Sequence[int], variance: float, at: tuple[float, float]) -> tuple[float, float]:
    """Take one step of Newton's method, shortened until it leads closer."""
    weights = _weights(distances, *at)
    first, second, third, fourth = (_moment(distances, weights, power) for power in (1, 2, 3, 4))
    of_slope, of_both, of_curve = second - first**2, third - first * second, fourth - second**2
    over = of_slope * of_curve - of_both**2
    by_slope = (of_curve * first - of_both * (second - variance)) / over
    by_curve = (of_slope * (second - variance) - of_both * first) / over
    length = 1.0
    while length > _CLOSE:
        tried = at[0] - length * by_slope, at[1] - length * by_curve
        if _miss(distances, _weights(distances, *tried), variance) < _miss(distances, weights, variance):
            return tried
        length /= 2
    return tried


def shared_out(chances: Mapping[int, float], *, keys: int, count: int) -> dict[int, int]:
    """Return how many of the keys each value gets, by largest remainder, their mean as near the count as can be.

    `chances` are in the order of their values, which are evenly spaced.
    """
    values, exact = list(chances), [chance * keys for chance in chances.values()]
    given = [math.floor(round(share, _DECIMALS)) for share in exact]
    wanting = sorted(
        range(len(values)),
        key=lambda at: (-round(exact[at] - given[at], _DECIMALS), abs(values[at] - count), values[at]),
    )
    for at in wanting[: keys - sum(given)]:
        given[at] += 1
    _centre(values, exact, given, count)
    return {value: number for value, number in zip(values, given, strict=True) if number}


def _centre(values: Sequence[int], exact: Sequence[float], given: list[int], count: int) -> None:
    """Move keys to a neighbouring value, where that does the least harm, until the mean is as near as it can be."""
    apart = values[1] - values[0] if len(values) > 1 else 0
    while 2 * abs(off := sum(given[at] * (value - count) for at, value in enumerate(values))) > apart:
        way = 1 if off < 0 else -1
        moves = [at for at in range(len(values)) if given[at] and 0 <= at + way < len(values)]
        best = min(moves, key=lambda at: (_harm(exact, given, at, at + way), at))
        given[best] -= 1
        given[best + way] += 1


def _harm(exact: Sequence[float], given: Sequence[int], one: int, other: int) -> float:
    before = abs(given[one] - exact[one]) + abs(given[other] - exact[other])
    after = abs(given[one] - 1 - exact[one]) + abs(given[other] + 1 - exact[other])
    return round(after - before, _DECIMALS)
