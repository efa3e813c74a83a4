"""Every personal detail in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from consult.redaction.details.dates import dates
from consult.redaction.details.emails import emails
from consult.redaction.details.handles import handles
from consult.redaction.details.official_numbers import accounts, national_insurance, nhs_numbers, papers
from consult.redaction.details.person_numbers import person_numbers
from consult.redaction.details.phones import phones
from consult.redaction.details.places import postcodes, streets
from consult.redaction.details.police import badges, references
from consult.redaction.details.vehicles import vehicles
from consult.redaction.details.web_addresses import web_addresses
from consult.redaction.folding import fold
from consult.redaction.found import Found, Kind, apart
from consult.redaction.names.announced import names
from consult.redaction.names.name_cues import CAPITAL_TOO
from consult.redaction.names.name_words import EVERYDAY, NOT_NAMES
from consult.redaction.names.names_model import NamesModel
from consult.redaction.names.names_too import EASILY_WORDS
from consult.redaction.names.unannounced import unannounced

Finder = Callable[[str], Iterable[Found]]

# Everywhere, and by region those whose forms are a country's own.
_ANYWHERE: tuple[Finder, ...] = (emails, web_addresses, handles, dates, names)
_NUMBERS: dict[str, tuple[Finder, ...]] = {
    "GB": (
        phones,
        postcodes,
        streets,
        national_insurance,
        nhs_numbers,
        accounts,
        papers,
        person_numbers,
        vehicles,
        badges,
        references,
    )
}
_DIGIT = re.compile(r"\d")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

_TOKEN = re.compile(r"(?<![\w/-])[^\W_](?:[\w'/-]*\w)?")
_CUED = frozenset(
    {
        Kind.ACCOUNT,
        Kind.PASSPORT,
        Kind.NHS_NUMBER,
        Kind.CRIME_REFERENCE,
        Kind.PHONE,
        Kind.VEHICLE,
        Kind.OFFICIAL_NUMBER,
    }
)
_SHORTEST_REPEAT = 5
_MOST_READINGS = 6
_FAR_ENOUGH = 5
_PARTED_BEFORE = re.compile(r"(?:\A|(?:\A|[^\d\s])\s{1,3})[(\"“]?\Z")
_PARTED_AFTER = re.compile(r"(?:'s)?[.,;:!?)\"”]{0,3}+(?:\Z|\s{1,3}+(?![\d\s+(]))")


def find(
    text: str, *, region: str = "GB", subject: frozenset[str] = frozenset(), model: NamesModel | None = None
) -> list[Found]:
    """Return the personal details in `text`, in order, none overlapping, with places counted in code points.

    `subject` are words, in small letters, that the consultation itself writes with a capital: they are no names.
    `model` finds names besides. Raises `ValueError` for a region whose numbers are not known (ISO 3166-1 alpha-2;
    only `GB` is).
    """
    if region not in _NUMBERS:
        raise ValueError(f"the numbers of region {region!r} are not known; known: {', '.join(_NUMBERS)}")
    folded = fold(text)
    found: list[Found] = []
    # Details may be typed without anything between them. Once the first is out of the way, the next can be read.
    for _ in range(_MOST_READINGS):
        left = _without(folded.text, found)
        if not _LETTER_OR_DIGIT.search(left):
            break
        finders = _ANYWHERE + (_NUMBERS[region] if _DIGIT.search(left) else ())
        more = [each for finder in finders for each in finder(left)]
        more.extend(unannounced(left, subject))
        more.extend(model(left, subject) if model else ())
        more.extend(_again(left, _announced(folded.text, (*found, *more))))
        if not more:
            break
        found = apart((*found, *more), folded.text)
        if all(_stands_alone(folded.text, each) for each in found):
            break
    return [folded.unfolded(each) for each in found]


def _stands_alone(text: str, found: Found) -> bool:
    """Say whether words, and not digits or glued letters, stand on both sides of what was found."""
    before = text[max(0, found.start - _FAR_ENOUGH) : found.start]
    return bool(_PARTED_BEFORE.search(before) and _PARTED_AFTER.match(text, found.end))


def _without(text: str, found: Iterable[Found]) -> str:
    """Return `text` with brackets and spaces over what was found, so that it reads like the masked text."""
    pieces, at = [], 0
    for each in found:
        pieces += [text[at : each.start], "[", " " * (each.end - each.start - 2), "]"[: each.end - each.start - 1]]
        at = each.end
    return "".join((*pieces, text[at:]))


def _announced(text: str, found: Iterable[Found]) -> dict[str, Kind]:
    """Return what was known only by the words before it, such as "my name is" or "account number"."""
    known: dict[str, Kind] = {}
    for each in found:
        detail = text[each.start : each.end]
        if each.kind is Kind.NAME:
            known.update((part, Kind.NAME) for part in _parts(detail))
        elif each.kind in _CUED and len(detail) >= _SHORTEST_REPEAT:
            known[detail] = each.kind
    return known


def _again(text: str, known: Mapping[str, Kind]) -> Iterator[Found]:
    """Find what was announced once where it comes again unannounced."""
    if not known:
        return
    for match in _TOKEN.finditer(text):
        token = match.group().removesuffix("'s")
        if token in known:
            yield Found(match.start(), match.start() + len(token), known[token])


def _parts(name: str) -> Iterator[str]:
    """Yield the words of a name that are not everyday words too."""
    for part in name.split():
        bare = part.rstrip(".")
        lower = bare.lower()
        if len(bare) > 1 and not bare.islower() and lower not in EVERYDAY | NOT_NAMES | EASILY_WORDS | CAPITAL_TOO:
            yield bare
