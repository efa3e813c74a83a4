"""Reads plain text: wrapped by hand or by a program, or one line to a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from consult.packs.compare.blocks import Document
from consult.packs.compare.reading.lines import Line, paragraphs, vocabulary
from consult.packs.compare.typography import tidy

_WITHIN = re.compile(r"\w-?$")
_LONGEST_WRAPPED = 132
"""A text with longer lines than this many characters is not wrapped: each line is a paragraph."""


def read_text(text: str, known: frozenset[str]) -> Document:
    """Return the blocks of a plain text. `known` are words that may stand broken at a line's end."""
    # A soft hyphen at a line's end joins the line to the next.
    raw = text.replace("\u00ad\n", "").replace("\f", "\n\n").split("\n")
    lines: list[Line] = []
    blank = False
    for line in map(tidy, raw):
        if line:
            lines.append(Line(line, apart=blank))
        blank = not line
    known |= vocabulary(lines)
    return Document(tuple(paragraphs(lines, width=_width(lines), known=known)))


def _width(lines: Sequence[Line]) -> float:
    """Return the width in characters at which lines were wrapped, or infinity when each line is a paragraph."""
    longest = max((len(line.text) for line in lines), default=0)
    # A line that ends within a sentence, or within a word, was not ended by its author.
    wrapped = any(
        not after.apart and after.text[0].islower() and _WITHIN.search(line.text) for line, after in pairwise(lines)
    )
    return longest if wrapped and longest <= _LONGEST_WRAPPED else float("inf")
