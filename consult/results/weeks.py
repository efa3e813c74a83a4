"""Responses over the weeks: the finest time that is kept, and numbers that have been through disclosure control."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from consult.results.protected import Protected


@dataclass(frozen=True, slots=True)
class Week:
    """How many responses were released in the week that begins on a Monday.

    `bar` is the length of its bar, in whole steps from 0 to 100, of the week with the most.
    """

    monday: date
    responses: Protected
    bar: int


def protected(released: Iterable[tuple[date, int, int]]) -> list[Week]:
    """Return the weeks in their order, made from triples of a Monday, a count and the sum of record keys.

    A week in which too few came for a number is among them without one: a release is no secret.
    """
    counted = [(monday, Protected(count=count, key_sum=key_sum)) for monday, count, key_sum in sorted(released)]
    most = max((responses.value or 0 for _monday, responses in counted), default=0)
    return [
        Week(monday, responses, 100 * (responses.value or 0) // most if most else 0)
        for monday, responses in counted
    ]
