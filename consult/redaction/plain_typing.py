"""The typing of a text made plain, so that it does not tell whose keyboard it came from.

A telephone makes quotation marks curly and long dashes of two hyphens, a Mac takes accents apart, a word processor
puts in spaces that do not break: two comments that share such a mark would look like one person's. Words, spelling,
capitals and the marks that somebody chose stay. Each step is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212"
_WIDE = range(0xFF01, 0xFF5F)
"""The full-width forms of the ASCII marks, letters and digits, in the order of ASCII."""
# Soft hyphens, spaces of no width, joiners of words: nobody typed them. The joiners and the marks of direction that
# scripts and emoji need stay.
_UNSEEN = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064"

_SAME = str.maketrans(
    dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_UNSEEN, "")
    | {chr(code): chr(code - 0xFEE0) for code in _WIDE}
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u2026": "..."}
)
_LONG_DASH = re.compile(r"[\u2014\u2015]|(?<!-)-{2,3}(?!-)")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_LINES = re.compile(r" ?\n ?")
_BLANK_LINES = re.compile(r"\n{3,}")


def plainly(text: str) -> str:
    """Return `text` with one kind of quotation mark, dash, space and accent. Twice is the same as once."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_SAME))
    plain = _SPACES.sub(" ", _LONG_DASH.sub(" - ", plain))
    return _BLANK_LINES.sub("\n\n", _AROUND_LINES.sub("\n", plain)).strip()
