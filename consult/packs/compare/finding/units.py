"""Blocks cut into units: the lines that an author broke, with answer options apart from the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from consult.packs.compare.blocks import Block, Kind
from consult.packs.compare.finding.options import OptionWords
from consult.packs.compare.markers import Marker, marker_of
from consult.packs.compare.reading.marks import without_named_marks

_IN_PARTS = re.compile(r"\d{1,3}\.\d{1,3}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of a block, or the options that end one.

    `text` is the whole of it and `marker` the number that it wears, printed by the list or typed. `opens` says that
    it is the first of its block, and `options` that it is nothing but answer options.
    """

    text: str
    block: Block
    opens: bool
    marker: Marker | None
    options: bool

    @property
    def is_item(self) -> bool:
        """Say whether it starts a list item."""
        return self.opens and self.block.kind is Kind.ITEM

    @property
    def is_heading(self) -> bool:
        """Say whether it is a heading."""
        return self.block.kind is Kind.HEADING

    @property
    def is_numbered_paragraph(self) -> bool:
        """Say whether it wears a number in parts, such as "1.12"."""
        return bool(_IN_PARTS.match(self.text) or _IN_PARTS.match(self.block.label if self.opens else ""))


def cut(blocks: Iterable[Block], words: OptionWords) -> list[Unit]:
    """Return the units of some blocks, in order."""
    units: list[Unit] = []
    for block in blocks:
        for place, line in enumerate(without_named_marks(block.text).split("\n")):
            units.extend(_units(line, block, words, opens=place == 0))
    return units


def _units(line: str, block: Block, words: OptionWords, *, opens: bool) -> list[Unit]:
    marker = _marker(block, line, opens=opens)
    rest = marker.rest if marker else line
    # "1. Agree" is an option with a number. "Question 1: Why?" is a question, however short.
    if words.are_options(rest) and not (marker and marker.strong):
        return [Unit(line, block, opens, marker=None, options=True)]
    asked, tail = words.split(rest)
    if not tail:
        return [Unit(line, block, opens, marker, options=False)]
    text = line[: len(line) - len(rest)] + asked
    shorter = marker and replace(marker, rest=asked)
    return [
        Unit(text, block, opens, shorter, options=False),
        Unit(tail, block, opens=False, marker=None, options=True),
    ]


def _marker(block: Block, text: str, *, opens: bool) -> Marker | None:
    """Return the marker that a line wears. One typed with the question's name outranks one that the list prints."""
    typed = marker_of(text)
    if not opens or not block.label or (typed and typed.strong):
        return typed
    printed = marker_of(block.label)
    if printed is None or printed.rest:
        return typed
    # The author typed the number that the list prints as well.
    again = typed is not None and typed.number == printed.number
    rest = typed.rest if typed and again else text
    family = printed.family if printed.strong else f"list {block.depth}"
    return Marker(printed.number, printed.suffix, printed.strong, family, rest)
