"""Numbers from a meeting with the police: officers' collar numbers, crime references, custody records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.details.cues import Cued
from consult.redaction.found import Found, Kind

_COLLAR = r"(?:\d{2,6}[ ]?[A-Z]{2}|\d{2,6}[A-Z]?|[A-Z]{1,3}[ ]?\d{2,5})"
# The ranks of two letters are everyday letters too, so they must be in capitals.
_RANKED = re.compile(
    r"(?<!\w)(?:PC|Pc|pc|WPC|T/?PC|PCSO|pcso|SCCH|PS|DC|DS|DI|DCI|"
    r"(?i:police constable|constable|sergeant|sgt|inspector|insp|officer|cwnstabl|heddwas|rhingyll|swyddog))"
    rf"[ .:]{{0,3}}(?i:(?:number|num|no|rhif)[ .:]{{1,3}})?(?:(?:is|yw)[ ])?#?{_COLLAR}(?!\w)"
)
_badge_cued = Cued(
    Kind.BADGE,
    cue=r"(?:badge|collar|shoulder|warrant|epaulette|coler|ysgwydd|[bf]athodyn|g?warant)(?: card)?",
    number=_COLLAR,
)


def badges(text: str) -> Iterator[Found]:
    """Find officers' numbers after a rank ("PC 1234", with the rank) or after "collar number"."""
    for match in _RANKED.finditer(text):
        yield Found(match.start(), match.end(), Kind.BADGE)
    yield from _badge_cued(text)


_REFERENCE = r"(?=[a-z/-]{0,12}\d)[a-z0-9]+(?:[/-][a-z0-9]+){0,5}(?:[ ]\d{3,})?"
_WORD_FOR_NUMBER = r"(?:numbers?|num|no|ref|references?|record|report|log|rhif|cyfeirnod|cofnod)(?![^\W_])"
_reference_cued = Cued(
    Kind.CRIME_REFERENCE,
    cue=(
        r"(?:crime|incident|custody|occurrence|complaint|case|arrest|police|stop|search)[ ](?:\w{1,15}[ ])?"
        rf"{_WORD_FOR_NUMBER}"
        r"|(?:cyfeirnod|rhif|cofnod) (?:y )?(?:trosedd|digwyddiad|dalfa|achos|cwyn|heddlu)"
        r"|cad|cris|urn|niche"
    ),
    number=rf"(?=[a-z/-]{{0,12}}\d[a-z0-9/-]{{2}}){_REFERENCE}",
)
# The Metropolitan Police's forms: seven digits and the year; for custody two digits, the station's letters, a
# number.
_BARE_REFERENCE = re.compile(
    r"(?<![\w/.-])(?:\d{6,8}/\d{2}|\d{2}[A-Z]{2}/\d{2,6}/\d{2,4}|\d{2}[A-Z]{2}\d{7,9})(?![\w/])"
)


def references(text: str) -> Iterator[Found]:
    """Find crime, incident, custody and complaint references, by their form or after "crime reference"."""
    for match in _BARE_REFERENCE.finditer(text):
        yield Found(match.start(), match.end(), Kind.CRIME_REFERENCE)
    yield from _reference_cued(text)
