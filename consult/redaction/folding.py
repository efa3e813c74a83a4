"""Text as the patterns read it: one kind of digit, of space and of dash, and nothing invisible.

People paste numbers with non-breaking spaces, long dashes, full-width or Bengali digits, soft hyphens and
zero-width joiners. Folding lets one plain pattern read them all; the places lead back to the text as it was typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from consult.redaction.found import Found

# Variation selectors and the enclosing keycap, which turn a digit into a picture of itself.
_DRESSING = frozenset(chr(code) for code in (*range(0xFE00, 0xFE10), 0x20E3))
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "−": "-", "⁃": "-", "․": "."})
_CACHED = 4096


@dataclass(frozen=True)
class Folded:
    """The folded text, and the place in the typed text of each of its code points (None: the same place)."""

    text: str
    places: Sequence[int] | None

    def unfolded(self, found: Found) -> Found:
        """Return what was found in the folded text with its place in the typed text."""
        if self.places is None:
            return found
        return Found(self.places[found.start], self.places[found.end - 1] + 1, found.kind)


def fold(text: str) -> Folded:
    """Return `text` folded: each code point becomes one code point, or none where it cannot be seen."""
    if text.isascii():
        return Folded(text.replace("\t", " ").replace("`", "'"), None)
    pieces = [_folded(each) for each in text]
    folded = "".join(pieces)
    if len(folded) == len(text):
        return Folded(folded, None)
    return Folded(folded, [place for place, piece in enumerate(pieces) if piece])


@lru_cache(maxsize=_CACHED)
def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs" or character == "\t":
        return " "
    if category == "Pd":
        return "-"
    if category == "Cf" or character in _DRESSING:
        return ""
    # Superscripts (category No) stay: a footnote mark must not lengthen the number before it.
    wide = character if category == "No" else unicodedata.normalize("NFKC", character)
    return (wide if len(wide) == 1 else character).translate(_SAME)
