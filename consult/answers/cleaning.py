"""The one cleaning step that typed text goes through, at the edge, before anything else sees it.

It is the only change ever made to what a person wrote, and the person is told when it happened:

1. line ends become a single line feed;
2. characters that no document can hold are taken out: controls other than tab and line feed, lone surrogates,
   and the Unicode non-characters (XML 1.0, production 2, and the Unicode Standard, section 23.7);
3. directional overrides, embeddings and isolates are taken out (Unicode Technical Report 36, section 3.1): they
   can make a document read differently from what it says. The plain marks LRM, RLM and ALM stay;
4. white space around the whole is taken off.

Nothing else: no normal form, no spelling, no quotation marks. Each step is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNHOLDABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")


@dataclass(frozen=True)
class Cleaned:
    """Text after cleaning, and how many characters were taken out of it (line ends do not count)."""

    text: str
    removed: int

    @property
    def changed(self) -> bool:
        """Say whether the person should be told."""
        return self.removed > 0


def clean(text: str) -> Cleaned:
    """Return `text` as everything after the form sees it. Cleaning twice changes nothing more."""
    lines = _LINE_ENDS.sub("\n", text)
    kept, unholdable = _UNHOLDABLE.subn("", lines)
    kept, overrides = _OVERRIDES.subn("", kept)
    return Cleaned(kept.strip(), unholdable + overrides)


def clean_line(text: str) -> Cleaned:
    """Return `text` as one line: as `clean`, with every run of white space made one space."""
    cleaned = clean(text)
    return Cleaned(" ".join(cleaned.text.split()), cleaned.removed)
