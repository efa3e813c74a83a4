"""The numbers that questions wear: "Question 1:", "Cwestiwn 1", "Q1.", "1.", or a number by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMED = re.compile(
    r"(?:consultation\s|official\s)?(?:question|cwestiwn(?:\symgynghori)?|q(?=[\s.]{0,2}\d))\s?(?:no\.?\s?|number\s|rhif\s|\.\s?|#)?"
    r"(?P<number>\d{1,3})(?P<suffix>[a-z](?![a-z]))?(?P<of>\s(?:of|o)\s\d{1,3})?",
    re.IGNORECASE,
)
# After the number: a mark, or nothing more, or a space and a capital: "Question 5 asks …" is prose.
_AFTER_NAME = re.compile(r"\s?(?:[.:;|)\]]+|[-–—―])(?!\d)\s?|\s(?=['\"‘’“”(]{0,2}[^\W\d_a-zà-öø-ÿ])|$")
_BARE = re.compile(r"(?P<open>[(\[])?(?P<number>\d{1,3})(?P<suffix>[a-z])?(?P<close>[.)\]:]{1,2}(?!\d)|$)\s?")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the start of a text.

    `strong` says that it is called a question's. `family` tells numbers written alike from others. `rest` is the
    text after it.
    """

    number: int
    suffix: str
    strong: bool
    family: str
    rest: str


def marker_of(text: str) -> Marker | None:
    """Return the marker that `text` starts with, or None. Numbers in parts ("1.1") and years are none."""
    named = _NAMED.match(text)
    if named and (after := _AFTER_NAME.match(text, named.end())):
        return Marker(int(named["number"]), (named["suffix"] or "").lower(), True, "named", text[after.end() :])
    bare = _BARE.match(text)
    if bare is None:
        return None
    family = f"{bare['open'] or ''}1{bare['close']}"
    return Marker(int(bare["number"]), (bare["suffix"] or "").lower(), False, family, text[bare.end() :])
