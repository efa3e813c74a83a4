"""Telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.found import Found, Kind

_GAP = r"[ .()\n-]{0,3}"
_FEWEST_DIGITS = 6
_EXTENSION = r"(?:[ ]?(?:ext(?:ension)?\.?|x|est\.?|estyniad)[ ]?\d{1,5}(?!\d))?"
# A date such as 01-02-2023 is digits and dashes too; it is left to the pattern for dates.
_NOT_A_DATE = r"(?!\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d(?!\d))"
_END = r"(?!-?\d)"
_PHONE = re.compile(
    rf"""(?<![\w+])(?:
      (?:\+[ ]?(?:00)?|\(\+|00[ -]?|011[ -]?)[1-9](?:{_GAP}\d){{6,14}}{_END}  # from abroad
    | {_NOT_A_DATE}(?!0\.\d)\(?[0o](?:{_GAP}[\do]){{9,10}}{_END}        # as dialled here, ten or eleven digits
    | 0\d{{2,4}}[ ]?/[ ]?\d{{3,4}}[ -]?\d{{3,4}}{_END}        # the area code parted by a stroke
    | 44(?:{_GAP}0)?(?:{_GAP}\d){{9,10}}{_END}                # the country code without its plus
    | 7[1-9]\d{{2}}[ .-]?\d{{3}}[ .-]?\d{{3}}{_END}           # a mobile number without its nought
    | (?:1[ .-]?)?\(?[2-9]\d\d(?:\)[ .-]?|[ .-])\d{{3}}[.-]\d{{4}}{_END}  # North America
    | \d{{10,15}}(?!\w)                                      # so long a run of digits is no figure
    ){_EXTENSION}""",
    re.VERBOSE | re.IGNORECASE,
)
_LOCAL_PHONE = re.compile(
    r"(?<!\w)(?:tel(?:ephone)?|phone|mobile|mob|landline|call|ring|text|whatsapp|ff[oô]n|ffoniwch|symudol)\b"
    r"[^\d\n\[\]]{0,15}(?P<hit>\d(?:[ .-]{0,2}\d){5,14})(?!\w)",
    re.IGNORECASE,
)


def phones(text: str) -> Iterator[Found]:
    """Find telephone numbers: British in any spelling, others with their country code, local ones after "call"."""
    for match in _PHONE.finditer(text):
        # The letter O stands for a nought, but a row of them is a cry.
        if sum(map(str.isdigit, match.group())) >= _FEWEST_DIGITS:
            yield Found(match.start(), match.end(), Kind.PHONE)
    for match in _LOCAL_PHONE.finditer(text):
        yield Found(match.start("hit"), match.end("hit"), Kind.PHONE)
