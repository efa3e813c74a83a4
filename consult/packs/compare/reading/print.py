"""Lines of a printed page, and which of them belong to the page and not to the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from consult.packs.compare.markers import marker_of
from consult.packs.compare.reading.marks import is_raised_mark
from consult.packs.compare.typography import tidy

_EDGE = 3
"""How many lines at the top and at the bottom of a page may be its header and footer."""
_SMALL = 0.87
"""Type smaller than this share of the body's is a footnote's or a mark's."""
_PAGE_NUMBER = re.compile(
    r"(?:page|tudalen)?\s*\d{1,4}(?:\s*(?:of|/|o)\s*\d{1,4})?|[-–|]\s*\d{1,4}\s*[-–|]|[ivxl]{1,6}", re.IGNORECASE
)
_WITH_NUMBER = re.compile(
    r"^(?:page\s)?\d{1,4}\b\W*|\W*\b(?:page\s)?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?$", re.IGNORECASE
)

Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: its height on the page and the size of its type, both in points."""

    text: str
    height: float
    size: float


@dataclass(frozen=True, slots=True)
class _Fragment:
    text: str
    height: float
    size: float


class Sheet:
    """Takes a page's fragments of text as the PDF draws them, and gives them back as lines."""

    def __init__(self) -> None:
        self._lines: list[list[_Fragment]] = [[]]

    def take(self, text: str, page: Matrix, position: Matrix, _font: object, size: float) -> None:
        """Take a fragment, with the matrices of the page and the text (PDF 32000-1, 8.3.3) and the font's size."""
        height = position[4] * page[1] + position[5] * page[3] + page[5]
        printed_size = abs(size) * hypot(position[2], position[3]) * hypot(page[2], page[3])
        for number, part in enumerate(text.split("\n")):
            if number:
                self._lines.append([])
            if part:
                self._lines[-1].append(_Fragment(part, height, printed_size))

    def lines(self) -> list[PrintedLine]:
        """Return the lines in the order in which they were drawn, without footnote marks."""
        return [line for line in map(_line, self._lines) if line.text]


def body_size(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """Return the size of type, to half a point, in which most of the text is set; 0 for no text."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            letters[round(line.size * 2) / 2] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def without_margins(pages: Sequence[Sequence[PrintedLine]], body: float) -> Iterator[list[PrintedLine]]:
    """Give each page without its header, footer, page number and footnotes.

    A header or footer is a line at a page's edge that stands at the same height, and reads the same but for a page
    number, on two pages in five at least. A line that starts with a question's number is never one.
    """
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = max(2, len(pages) * 2 / 5)
    for page in pages:
        margins = [_is_margin(line, seen, often) for line in page]
        top = _leading(margins)
        bottom = min(_leading(margins[::-1]), len(page) - top)
        yield _without_footnotes(list(page[top : len(page) - bottom]), body)


def _line(fragments: Sequence[_Fragment]) -> PrintedLine:
    inked = [fragment for fragment in fragments if fragment.text.strip()]
    if not inked:
        return PrintedLine("", 0, 0)
    main = max(inked, key=lambda fragment: len(fragment.text))
    text = ""
    for fragment in fragments:
        raised = fragment.size < _SMALL * main.size and fragment.height > main.height + main.size * 0.15
        if not (raised and is_raised_mark(fragment.text, text)):
            text += fragment.text
    return PrintedLine(tidy(text), main.height, main.size)


def _edges(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    return list(page) if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]


def _leading(margins: Sequence[bool]) -> int:
    """Return how many lines from the edge are margins, without a line of text between."""
    return next((place for place, margin in enumerate(margins[:_EDGE]) if not margin), min(_EDGE, len(margins)))


def _key(line: PrintedLine) -> tuple[str, int]:
    return _WITH_NUMBER.sub("", line.text), round(line.height)


def _is_margin(line: PrintedLine, seen: Counter[tuple[str, int]], often: float) -> bool:
    marker = marker_of(line.text)
    if marker and marker.strong:
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or seen[_key(line)] >= often


def _without_footnotes(page: list[PrintedLine], body: float) -> list[PrintedLine]:
    end = len(page)
    while end and page[end - 1].size < _SMALL * body:
        end -= 1
    notes = page[end:]
    return page if any((found := marker_of(line.text)) and found.strong for line in notes) else page[:end]
