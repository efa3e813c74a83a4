"""How wide columns and how tall rows must be, so that wrapped text shows whole in every spreadsheet program.

Excel works row heights out for itself on opening; LibreOffice takes them from the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from consult.results.export import Cell
from consult.results.phrases import SHORTHAND
from consult.results.sheets import Sheet

TEXT_WIDTH = 70
"""How wide a column of text is, in the width of a digit."""

CELL_WIDTH = 24
"""How wide a column of numbers or short words is, in the same unit."""

NARROW = 13
"""How wide a column of numbers is in a table that has many, in the same unit."""

MANY = 6
"""The most columns that a page held upright has room for."""

_LINE = 16
"""The height of a line of text in points, for the 12 point type of the theme."""

_TALLEST = 409
"""The tallest row that Excel takes, in points."""

_TITLE = 4 / 3
"""How much larger a title is."""

_PER_DIGIT = 1.0
"""How many characters of the theme's type surely go into the width of a digit."""


def widths(sheet: Sheet) -> list[int]:
    """Return the width of each column. The first also holds what is said above the table."""
    columns = [_width(cells, among_many=is_wide(sheet)) for cells in zip(*sheet.lines, strict=True)]
    above = max(len(text) for text in sheet.about)
    return [TEXT_WIDTH if above > 2 * CELL_WIDTH else columns[0], *columns[1:]]


def heights(sheet: Sheet) -> Iterator[float]:
    """Return the height of each row in points: the title, what is said above the table, the headers, the lines."""
    across = widths(sheet)
    yield height([sheet.title], across[:1], scale=_TITLE)
    for text in sheet.about:
        yield height([text], across[:1])
    for cells in (sheet.headers, *sheet.lines):
        yield height(cells, across)


def height(cells: Iterable[Cell], across: Iterable[int], *, scale: float = 1) -> float:
    """Return the height in points of a row of cells in columns that are `across` wide."""
    pairs = zip(cells, across, strict=True)
    lines = max(ceil(len(str(cell)) * scale / (width * _PER_DIGIT)) for cell, width in pairs)
    return min(_TALLEST, _LINE * scale * max(1, lines))


def is_wide(sheet: Sheet) -> bool:
    """Say whether a sheet is to be printed on its side."""
    return len(sheet.headers) > MANY


def _width(cells: Sequence[Cell], *, among_many: bool) -> int:
    if among_many and all(isinstance(cell, int) or cell in SHORTHAND for cell in cells):
        return NARROW
    longest = max(len(cell) if isinstance(cell, str) else 0 for cell in cells)
    return TEXT_WIDTH if longest > CELL_WIDTH else CELL_WIDTH
