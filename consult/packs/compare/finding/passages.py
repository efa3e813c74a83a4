"""What follows a question's number: the units that may be its wording, and how many of them must be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from consult.packs.compare.blocks import Kind
from consult.packs.compare.finding.options import OptionWords, PrintedOptions
from consult.packs.compare.finding.units import Unit

MOST_UNITS = 40
MOST_LETTERS = 6_000
"""No question has more units, or letters; what does is something else that wears a number."""
_PANEL = 12
"""A box of at most so many units was drawn around a question; a larger one lays out a page."""
_ASIDE = 6
"""Answer options within so many units of a question's first are that question's."""
_AHEAD = 3
"""A question that starts with a statement asks within so many units."""

_LONGEST_LABEL = 80

_UNFINISHED = re.compile(r"[:,;–—-]$")
_FINISHED = re.compile(r"[.?!]['\"’”)\]]*$")
_ASKS = re.compile(r"\?['\"’”)\]]*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a question's wording; `item` says that it is an item of a list within the question."""

    text: str
    item: bool = False


@dataclass(frozen=True)
class Passage:
    """The segments from a question's number to the next thing that cannot be part of it.

    The first `required` of them are the wording as the document's structure shows it. The wording may go on up to
    `possible`; from there on segments are answer options and what follows them.
    """

    segments: tuple[Segment, ...]
    required: int
    possible: int
    options: PrintedOptions

    def following(self, length: int) -> str:
        """Return the text right after the first `length` segments, if it is no answer option."""
        return self.segments[length].text if length < self.possible else ""


class Passages:
    """Finds the passages in a document's units."""

    def __init__(self, units: Sequence[Unit], words: OptionWords) -> None:
        self._units = units
        self._words = words
        self._boxes = Counter(unit.block.box for unit in units)

    def at(self, index: int) -> Passage | None:
        """Return the passage of the question whose number the unit at `index` wears, or None without words."""
        lead = self._units[index]
        span = _without_title(_span(self._units, index))
        if not span or span[0].options:
            return None
        possible = next((place for place, unit in enumerate(span) if unit.options), len(span))
        possible = _before_unknown_options(span, possible)
        segments = tuple(_segment(unit, lead, first=unit is span[0]) for unit in span)
        required = self._required(span, segments, possible, lead)
        return Passage(segments, required, possible, _printed(span[possible:], self._words))

    def _required(self, span: Sequence[Unit], segments: Sequence[Segment], possible: int, lead: Unit) -> int:
        """Return how many segments are the wording, by these signs and no others.

        All lines of one block; all of one list item; all of a small box; all down to answer options that follow
        closely; an unfinished sentence with what finishes it; a list with all its items; a statement with the
        question that follows it at once.
        """
        if possible < len(span) and possible <= _ASIDE:
            return possible
        required = self._enclosed(span, possible, lead)
        while required < possible:
            more = _continued(segments, required, possible)
            if not more:
                break
            required += more
        return required

    def _enclosed(self, span: Sequence[Unit], possible: int, lead: Unit) -> int:
        first = span[0].block
        in_box = bool(first.box) and self._boxes[first.box] <= _PANEL
        for place in range(1, possible):
            block = span[place].block
            in_item = lead.is_item and _belongs_to_item(span[place], lead)
            if not (block is first or in_item or (in_box and block.box == first.box)):
                return place
        return possible


def _segment(unit: Unit, lead: Unit, *, first: bool) -> Segment:
    text = unit.marker.rest if unit is lead and unit.marker else unit.text
    return Segment(text, item=unit.is_item and not first)


def _span(units: Sequence[Unit], index: int) -> list[Unit]:
    """Return the units that may belong to the question, the marker's own first if it holds words besides."""
    lead = units[index]
    span = [lead] if lead.marker and lead.marker.rest else []
    letters = len(lead.text)
    for unit in units[index + 1 : index + 1 + MOST_UNITS]:
        letters += len(unit.text)
        if letters > MOST_LETTERS or _is_beyond(unit, span, lead):
            break
        span.append(unit)
    return [] if len(lead.text) > MOST_LETTERS else span


def _is_beyond(unit: Unit, span: Sequence[Unit], lead: Unit) -> bool:
    if unit.marker and _is_next_question(unit, span, lead):
        return True
    if unit.is_heading and unit.block is not lead.block:
        return bool(span) or not _ASKS.search(unit.text)
    if unit.is_numbered_paragraph:
        return True
    # Below a table with the question its options may stand, and nothing else of it.
    return lead.block.row not in {0, unit.block.row} and not (unit.options and unit.block.row == 0)


def _is_next_question(unit: Unit, span: Sequence[Unit], lead: Unit) -> bool:
    if unit.marker is None or unit.marker.strong or not span:
        return unit.marker is not None
    if lead.is_item and unit.is_item and unit.block.depth > lead.block.depth:
        return False
    if lead.marker and lead.marker.family == unit.marker.family:
        return True
    # "… the following: (1) …" and its neighbours are parts of the question.
    return not (_UNFINISHED.search(span[-1].text) or (span[-1].marker and span[-1] is not lead))


def _without_title(span: list[Unit]) -> list[Unit]:
    """Return the span without a title: "Question 4: Future technologies" above the question itself."""
    titled = len(span) > 1 and span[0].is_heading and not span[1].is_heading
    if titled and not _FINISHED.search(span[0].text) and any("?" in unit.text for unit in span[1:_AHEAD]):
        return span[1:]
    return span


def _before_unknown_options(span: Sequence[Unit], possible: int) -> int:
    """Return where the list begins that holds the first known option: its other items are options, too."""
    if possible < len(span) and span[possible].is_item:
        depth = span[possible].block.depth
        while possible > 1 and span[possible - 1].is_item and span[possible - 1].block.depth == depth:
            possible -= 1
    return possible


def _belongs_to_item(unit: Unit, lead: Unit) -> bool:
    depth = lead.block.depth
    return unit.block.depth > depth or (unit.block.depth == depth and unit.block.kind is not Kind.ITEM)


def _continued(segments: Sequence[Segment], required: int, possible: int) -> int:
    """Return how many more segments belong to the first `required`, or 0."""
    before, after = segments[required - 1], segments[required]
    if before.item and after.item:
        return 1
    starts_low = after.text[:1].islower()
    if _UNFINISHED.search(before.text) or (
        not before.item and not _FINISHED.search(before.text) and (starts_low or after.item)
    ):
        return 1
    if any("?" in segment.text for segment in segments[:required]):
        return 0
    ahead = segments[required : min(required + _AHEAD, possible)]
    return next(
        (place + 1 for place, segment in enumerate(ahead) if not segment.item and _ASKS.search(segment.text)), 0
    )


def _printed(after: Sequence[Unit], words: OptionWords) -> PrintedOptions:
    """Return the options that `after` starts with: units of options, and short items of a list that holds some."""
    options = takewhile(lambda unit: unit.options or (unit.is_item and len(unit.text) <= _LONGEST_LABEL), after)
    return words.read(unit.text for unit in options)
