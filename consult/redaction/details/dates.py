"""Days: a date that names a day and a month, in English or Welsh, in words or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.details.cues import Cued
from consult.redaction.found import Found, Kind
from consult.redaction.names.word_sets import word_set

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
_YEAR = r"(?:19|20)\d\d"
_ENGLISH = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec"
_WELSH = (
    "ionawr chwefror mawrth fawrth ebrill mai fai mehefin fehefin gorffennaf orffennaf awst medi fedi hydref "
    "tachwedd dachwedd rhagfyr ragfyr"
)
MONTHS = frozenset(f"{_ENGLISH} {_WELSH}".split())
_MONTH = rf"(?=[a-z])(?:{'|'.join(sorted((*MONTHS, *_SHORT.split()), key=len, reverse=True))})\b\.?"
# Months that are also everyday words, or the short form of one: without a year they count only with a capital.
_EVERYDAY = word_set(
    """
    may march mar dec sep sept jan jun oct awst medi mai fai fedi mawrth
    """
)

_ORDINAL = r"(?:st|nd|rd|th|af|ail|il|ydd|edd|fed|ed|eg|ain)?"
_ORDINAL_WORDS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|"
    r"twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|"
    r"cyntaf|ail|trydydd|pedwerydd|pumed|chweched|seithfed|wythfed|nawfed|degfed"
)
_ANY_DAY = rf"(?>{_DAY}{_ORDINAL}(?![\w])|{_DAY}(?=[a-z])|{_ORDINAL_WORDS})"
_YEAR_AFTER = rf"(?:(?:[ ]?,?[ ]?|[-./]|[ ]of[ ]|[ ]o[ ])(?P<year>{_YEAR}|'?\d\d)(?![\w]))?"
_DAY_FIRST = re.compile(
    rf"(?<!\w)(?=[0-9a-z]){_ANY_DAY}(?:[ ]?(?:-|&|to|and|or|a|i|tan|neu)[ ]?{_ANY_DAY})?"
    rf"(?:[ ]day)?(?:[ ]?(?:of|o)[ ]|[ .-]{{0,2}}|/)(?P<month>{_MONTH}){_YEAR_AFTER}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>{_MONTH})[ -]?(?:the[ ])?{_DAY}{_ORDINAL}(?![\w%])(?![.,:]\d)"
    rf"(?:[ ]?(?:-|to)[ ]?{_DAY}{_ORDINAL}(?!\w))?"
    rf"(?:[ ]?,?[ ]?(?P<year>{_YEAR})(?!\w))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:article|section|question|paragraph|option|part|chapter|erthygl|adran|cwestiwn)s? \Z", re.IGNORECASE
)
_LONGEST_NUMBERED = 12
_TIME = r"(?:[Tt ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:[Zz]|[+-]\d\d:?\d\d)?)?"
_FIGURES = re.compile(
    rf"(?<![\w/.-])(?=\d{{1,4}}[ ]?[-/.])(?:{_YEAR}(?P<a>[-/.]){_MONTH_NUMBER}(?P=a){_DAY}{_TIME}"
    rf"|(?:{_DAY}(?P<b>[ ]?[/-][ ]?|\.){_MONTH_NUMBER}(?P=b)|{_MONTH_NUMBER}(?P<c>[/-]){_DAY}(?P=c)){_YEAR}"
    rf"|(?:{_DAY}(?P<d>[/-]){_MONTH_NUMBER}|{_MONTH_NUMBER}(?P<e>[/-]){_DAY})(?:(?P=d)|(?P=e))'?\d\d"
    r"|(?:3[01]|[12]\d|0[1-9])\.(?:1[0-2]|0[1-9])\.\d\d)(?!\w|[/.-]\d)"
)
_birthdays = Cued(
    Kind.DATE,
    cue=(
        r"d\.?o\.?b|date of birth|birthday|birth ?date|born(?: in)?|dyddiad geni|"
        r"(?:ganwyd|ganed)(?: (?:fi|i|yn|ym|mis)){0,3}|pen-blwydd"
    ),
    number=(
        rf"{_DAY}[ /.-]{_MONTH_NUMBER}[ /.-](?:{_YEAR}|\d\d)"
        rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:{_YEAR}|\d\d)"
        # Elsewhere a month with its year is too common to tell a person.
        rf"|{_MONTH}[ ]?,?(?:of )?[ ]?{_YEAR}|{_MONTH_NUMBER}[/.-]{_YEAR}"
    ),
)


def dates(text: str) -> Iterator[Found]:
    """Find days with their month. The year may be missing where the month is in words."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            if (match["year"] or _is_month(match["month"])) and not _is_numbered(text, match.start()):
                yield Found(match.start(), match.end() - _full_stop(match), Kind.DATE)
    for match in _FIGURES.finditer(text):
        yield Found(match.start(), match.end(), Kind.DATE)
    yield from _birthdays(text)


def _is_month(word: str) -> bool:
    return word[0].isupper() or word.lower().rstrip(".") not in _EVERYDAY


def _is_numbered(text: str, start: int) -> bool:
    """Say whether the number at `start` is an article's or a question's ("under section 3 March is ...")."""
    return _NUMBERED.search(text, max(0, start - _LONGEST_NUMBERED), start) is not None


def _full_stop(match: re.Match[str]) -> int:
    """Return 1 where the match ends with the full stop of a sentence or of a short month, otherwise 0."""
    return int(match.group().endswith("."))
