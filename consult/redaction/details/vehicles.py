"""Number plates of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.details.cues import Cued
from consult.redaction.found import Found, Kind
from consult.redaction.names.word_sets import word_set

# DVLA, INF104: letters I and Q are not used after 2001, and the age is 02-29 or 51-79.
_CURRENT = re.compile(
    r"(?<!\w)[a-pr-z]{2}(?:0[1-9]|[1256][0-9]|7[0-9])(?P<gap>[ -]?)(?P<tail>[a-hj-pr-z]{3})(?!\w)", re.IGNORECASE
)
_PREFIX = re.compile(r"(?<!\w)[A-HJ-NPR-TV-Y](?:\d{3}(?P<gap>[ -]?)|\d{1,2})(?P<tail>[A-HJ-PR-Z]{3})(?!\w)")
_SUFFIX = re.compile(r"(?<!\w)(?P<tail>[A-HJ-PR-Z]{3})(?P<gap>[ -]?)\d{2,3}[ ]?[A-HJ-NPR-TV-Y](?!\w)")
_NORTHERN_IRELAND = re.compile(
    r"(?<!\w)(?P<tail>[A-Z](?:[A-Z]Z|(?:[A-Z]I|I[A-Z])(?![ -]?(?:19|20)\d\d)))(?P<gap>[ -]?)\d{3,4}(?!\w)"
)
_PLATES = (_CURRENT, _PREFIX, _SUFFIX, _NORTHERN_IRELAND)

# "SE15 and", "A406 NOT", "LFR 24H": words that stand next to a postcode district, a road or a figure.
_WORDS = word_set(
    """
    and are but can did for get got had has her him his how its let may met new nor not now off old one our out
    own per put ran run saw say see she the too two use was way who why yes yet you all any area end day men us
    be we as at by do go he if no of on or so to up an am my ar yn ac nad dim bod hyn ond wedi sydd lfr frt ofr
    ico pnc mps met gmp api gps pdf usa uae nhs bbc cps eu uk ai tv cctv
    """
)
_cued = Cued(
    Kind.VEHICLE,
    cue=(
        r"(?:vehicle |car |van )?(?:reg(?:istration)?|number ?plate|licen[cs]e plate|plate|vrm|vrn)"
        r"|(?:p|b|ph|mh)lât|cofrestru"
    ),
    number=r"(?=[a-z0-9 -]{0,6}\d)(?=[\d -]{0,6}[a-z])[a-z0-9]{1,4}[ -]?[a-z0-9]{2,4}",
)


def vehicles(text: str) -> Iterator[Found]:
    """Find number plates: today's form in any case, the older ones in capitals, any form after "registration"."""
    for pattern in _PLATES:
        for match in pattern.finditer(text):
            if _is_plate(match):
                yield Found(match.start(), match.end(), Kind.VEHICLE)
    yield from _cued(text)


def _is_plate(match: re.Match[str]) -> bool:
    plate = match.group()
    if match["gap"] and match["tail"].lower() in _WORDS:
        return False
    return plate.isupper() or plate.islower() or not match["gap"]
