"""Numbers by which prisons, the police's computer and the Home Office know one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.details.cues import Cued
from consult.redaction.found import Found, Kind

# A prison number of today: A1234BC. One on the Police National Computer: the year, a stroke, up to seven digits, a
# letter. One of the Criminal Records Office: up to six digits, a stroke, the year, a letter. They check themselves
# by that last letter, but a slip of the finger makes none of them harmless.
_BARE = re.compile(r"(?<![\w/.-])(?:[A-Z]\d{4}[A-Z]{2}|(?:19|20)?\d{2}/\d{5,7}[A-Z]|\d{4,6}/\d{2}[A-Z])(?![\w/])")
_prison = Cued(
    Kind.OFFICIAL_NUMBER,
    cue=r"(?:prison(?:er)?|inmate|offender|nomis|noms|g?ch?archar(?:or)?)(?:'s)?",
    number=r"[a-z]\d{4}[ ]?[a-z]{2}|[a-z]{2}\d{4,5}",
)
_police = Cued(Kind.OFFICIAL_NUMBER, cue=r"pnc(?:[ ]?id)?|cro", number=r"\d{1,6}/\d{1,7}[ ]?[a-z]?")
_home_office = Cued(
    Kind.OFFICIAL_NUMBER,
    cue=r"share code|cod rhannu|right to work code|brp|residence permit|visa|home office|ukvi|asylum|arc",
    number=(
        r"(?=[a-z -]{0,9}\d)[a-z0-9]{3}[ -][a-z0-9]{3}[ -][a-z0-9]{3}"
        r"|(?=[a-z]{0,8}\d)[a-z0-9]{9}|[a-z]{1,2}\d{6,8}|[a-z]{2,3}[ /-]?\d{5,8}"
    ),
)


def person_numbers(text: str) -> Iterator[Found]:
    """Find numbers of prisoners, of records of the police, and of papers of the Home Office."""
    for match in _BARE.finditer(text):
        yield Found(match.start(), match.end(), Kind.OFFICIAL_NUMBER)
    for cued in (_prison, _police, _home_office):
        yield from cued(text)
