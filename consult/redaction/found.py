"""What a detail is: where it stands in a text, and of which kind it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal detail, the most specific first: the order settles ties between equal spans."""

    NATIONAL_INSURANCE = "national-insurance"
    DRIVING_LICENCE = "driving-licence"
    ACCOUNT = "card-or-account-number"
    NHS_NUMBER = "nhs-number"
    PASSPORT = "passport"
    OFFICIAL_NUMBER = "official-number"
    CRIME_REFERENCE = "crime-reference"
    BADGE = "badge-number"
    VEHICLE = "vehicle-registration"
    POSTCODE = "postcode"
    EMAIL = "email"
    WEB_ADDRESS = "web-address"
    HANDLE = "handle"
    DATE = "date"
    PHONE = "phone"
    STREET = "street-address"
    NAME = "name"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A detail at `text[start:end]`, counted in code points."""

    start: int
    end: int
    kind: Kind


def apart(candidates: Iterable[Found], text: str) -> list[Found]:
    """Return the candidates in text order, none overlapping: the longest wins, then the most specific kind.

    Where a loser reaches beyond the winner, what is left of it stays: everything that a candidate covers is still
    covered, apart from punctuation and white space at the cut.
    """
    taken = bytearray(len(text))
    kept: list[Found] = []
    for each in sorted(candidates, key=lambda found: (found.start - found.end, _RANK[found.kind], found.start)):
        for start, end in _free(taken, each.start, each.end):
            trimmed = _trimmed(text, start, end) if end - start < each.end - each.start else (start, end)
            if trimmed[0] < trimmed[1]:
                taken[trimmed[0] : trimmed[1]] = b"\1" * (trimmed[1] - trimmed[0])
                kept.append(Found(*trimmed, each.kind))
    return sorted(kept)


def _free(taken: bytearray, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of `start:end` that nobody has taken."""
    stretches = []
    while (start := taken.find(0, start, end)) != -1:
        stop = taken.find(1, start, end)
        stop = end if stop == -1 else stop
        stretches.append((start, stop))
        start = stop
    return stretches


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
