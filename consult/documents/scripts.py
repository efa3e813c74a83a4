"""Scripts: which letters belong together, which way they run, and how word processors class them.

Ranges are Unicode blocks (the Unicode Standard, chapters 9 to 19); a block is enough, since a run only needs to
know its font, its direction and its language. Any other letter counts as Latin, any other character as neutral.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from consult.documents.model import Direction


class ScriptClass(StrEnum):
    """The three slots that word processors have for a run's font and language."""

    WESTERN = "western"
    COMPLEX = "complex"
    EAST_ASIAN = "east-asian"


@dataclass(frozen=True, slots=True)
class Script:
    """A script by its ISO 15924 code. `ranges` is the inside of a regular expression's character class."""

    code: str
    ranges: str
    script_class: ScriptClass
    direction: Direction = Direction.LEFT_TO_RIGHT


_RTL = Direction.RIGHT_TO_LEFT
_WESTERN, _COMPLEX, _EAST = ScriptClass.WESTERN, ScriptClass.COMPLEX, ScriptClass.EAST_ASIAN

_ALL = (
    # Arabic leaves its digits out: numbers are isolated in right-to-left text, whichever digits they use.
    Script(
        "Arab",
        "\u0600-\u061b\u061d-\u065f\u066a-\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff"
        "\ufe70-\ufefe",
        _COMPLEX,
        _RTL,
    ),
    Script("Hebr", "\u0590-\u05ff\ufb1d-\ufb4f", _COMPLEX, _RTL),
    Script("Syrc", "\u0700-\u074f\u0860-\u086f", _COMPLEX, _RTL),
    Script("Thaa", "\u0780-\u07bf", _COMPLEX, _RTL),
    Script("Nkoo", "\u07c0-\u07ff", _COMPLEX, _RTL),
    Script("Samr", "\u0800-\u085f", _COMPLEX, _RTL),
    # Supplementary right-to-left scripts share one entry: none of them has a proofing language of its own.
    Script("Zyyy", "\U00010800-\U00010fff\U0001e800-\U0001efff", _COMPLEX, _RTL),
    Script("Deva", "\u0900-\u097f\ua8e0-\ua8ff", _COMPLEX),
    Script("Beng", "\u0980-\u09ff", _COMPLEX),
    Script("Guru", "\u0a00-\u0a7f", _COMPLEX),
    Script("Gujr", "\u0a80-\u0aff", _COMPLEX),
    Script("Orya", "\u0b00-\u0b7f", _COMPLEX),
    Script("Taml", "\u0b80-\u0bff", _COMPLEX),
    Script("Telu", "\u0c00-\u0c7f", _COMPLEX),
    Script("Knda", "\u0c80-\u0cff", _COMPLEX),
    Script("Mlym", "\u0d00-\u0d7f", _COMPLEX),
    Script("Sinh", "\u0d80-\u0dff", _COMPLEX),
    Script("Thai", "\u0e00-\u0e7f", _COMPLEX),
    Script("Laoo", "\u0e80-\u0eff", _COMPLEX),
    Script("Tibt", "\u0f00-\u0fff", _COMPLEX),
    Script("Mymr", "\u1000-\u109f\uaa60-\uaa7f", _COMPLEX),
    Script("Khmr", "\u1780-\u17ff\u19e0-\u19ff", _COMPLEX),
    Script("Ethi", "\u1200-\u139f\u2d80-\u2ddf", _WESTERN),
    Script("Grek", "\u0370-\u03ff\u1f00-\u1fff", _WESTERN),
    Script("Cyrl", "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f", _WESTERN),
    Script("Armn", "\u0530-\u058f", _WESTERN),
    Script("Geor", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", _WESTERN),
    # Han, kana and hangul are one entry, so that Japanese and Korean are not cut at every other word.
    Script(
        "Hani",
        "\u1100-\u11ff\u2e80-\u2fdf\u3000-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
        "\U0001b000-\U0001b16f\U00020000-\U0003ffff",
        _EAST,
    ),
)

SCRIPTS: dict[str, Script] = {script.code: script for script in _ALL}

_JOINERS = "\u0300-\u036f\u1ab0-\u1aff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f"
"""Marks and joiners that go with the letter before them, whichever script it is of."""

_LETTERS = "".join(script.ranges for script in _ALL)
_RTL_LETTERS = "".join(script.ranges for script in _ALL if script.direction is _RTL)

OTHER_LETTERS = re.compile(f"[{_LETTERS}]")
"""Finds a letter of any script above: text without one needs no further look."""

TOKENS = re.compile(
    "|".join(f"(?P<{script.code}>[{script.ranges}][{script.ranges}{_JOINERS}]*)" for script in _ALL)
    + r"|(?P<number>[+£$€-]?[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[ \u00a0.,:/\u2013\u066b\u066c-]"
    + r"[0-9\u0660-\u0669\u06f0-\u06f9]+)*[%\u066a]?)"
    + rf"|(?P<latin>[^\W\d_{_LETTERS}](?:[^\W\d_{_LETTERS}]|[{_JOINERS}])*)"
    + rf"|(?P<neutral>[^\w{_LETTERS}+£$€-]+|.)",
    re.DOTALL,
)
"""Cuts any text into stretches of one script, numbers, Latin letters and neutral characters. Linear."""

_FIRST_STRONG = re.compile(f"(?P<rtl>[\u200f\u061c{_RTL_LETTERS}])|[\u200e]|[^\\W\\d_]")


def first_strong(text: str) -> Direction | None:
    """Return the direction of the first character that has one (Unicode Annex 9, rule P2), or None."""
    found = _FIRST_STRONG.search(text)
    if found is None:
        return None
    return _RTL if found.lastgroup == "rtl" else Direction.LEFT_TO_RIGHT
