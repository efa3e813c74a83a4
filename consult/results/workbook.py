"""Results as an Excel workbook, laid out as the government's Analysis Function asks for, with its own `gptables`.

Importing this is slow, because `gptables` brings pandas along: import it only when a workbook is asked for.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from gptables import GPTable, GPWorkbook, Theme, gptheme
from gptables.core.gptable import FormatList
from gptables.core.wrappers import GPWorksheet
from pandas import DataFrame

from consult.results.excel_names import headers, tabs
from consult.results.export import Cell, Export, plain
from consult.results.page_fit import TEXT_WIDTH, height, heights, is_wide, widths
from consult.results.phrases import SHORTHAND
from consult.results.sheets import Sheet, breakdown_sheets, contents_sheet, cover, notes_sheet, question_sheets
from consult.results.whole_sheets import whole_sheets
from consult.results.workbook_properties import without_the_moment

# Text that begins like a formula or a link stays text, and nothing is written to a temporary file.
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ENGLISH: Final = "en-GB"
_A4: Final = 9
_LARGER: Final = 4 / 3


def build(export: Export) -> bytes:
    """Return a workbook: a cover, contents, notes, a sheet for each question, and those about the whole campaign.

    The same export gives the same bytes, and the file names neither an author nor a moment.
    """
    buffer, say = io.BytesIO(), export.words.gettext
    book = GPWorkbook(buffer, options=_OPTIONS)
    book.set_theme(_theme())
    book.set_properties({"title": plain(export.pack.title)})
    sheets = [notes_sheet(export), *question_sheets(export), *whole_sheets(export), *breakdown_sheets(export)]
    first, second, *rest = tabs([say("Cover"), say("Contents"), *(sheet.tab for sheet in sheets)])
    by_tab = dict(zip(rest, sheets, strict=True))
    _write_cover(book, first, export)
    _write_sheet(book, second, contents_sheet(export, by_tab), links=True)
    for tab, sheet in by_tab.items():
        _write_sheet(book, tab, sheet)
    book.close()
    return without_the_moment(buffer.getvalue(), language=export.words.info().get("language") or _ENGLISH)


def _theme() -> Theme:
    theme = deepcopy(gptheme)
    wrapped = {"text_wrap": True, "valign": "top"}
    theme.update_cover_text_format(wrapped)
    theme.update_title_format(wrapped)
    theme.update_subtitle_format(wrapped | {"font_size": 12})
    theme.update_instructions_format(wrapped)
    theme.update_data_format(wrapped)
    return theme


def _write_cover(book: GPWorkbook, tab: str, export: Export) -> None:
    sheet, theme = book.add_worksheet(tab), book.theme
    heading, row = theme.cover_title_format, 0
    tall: list[float] = []
    for title, paragraphs in cover(export):
        for text, look in [(title, heading), *((paragraph, theme.cover_text_format) for paragraph in paragraphs)]:
            sheet.write_string(row, 0, plain(text), book.add_format(look))
            tall.append(height([text], [TEXT_WIDTH], scale=_LARGER if text is title else 1))
            row += 1
        heading = theme.cover_subtitle_format
    _fit(sheet, [TEXT_WIDTH], tall)


def _write_sheet(book: GPWorkbook, tab: str, sheet: Sheet, *, links: bool = False) -> None:
    frame = DataFrame([_cells(line, links=links) for line in sheet.lines], dtype=object)
    frame.columns = headers(sheet.headers)
    *above, instructions = [_rich(text) for text in sheet.about]
    name = f"table_{len(book.worksheets())}"
    table = GPTable(frame, name, _rich(sheet.title), subtitles=above, instructions=instructions, index_columns={})
    worksheet = book.add_worksheet(tab)
    worksheet.write_gptable(table, auto_width=False)
    # The alternative text of the table, which `gptables` leaves out.
    worksheet.tables[0] |= {"title": plain(sheet.title), "description": plain(sheet.about[0])}
    _fit(worksheet, widths(sheet), heights(sheet))
    if is_wide(sheet):
        worksheet.set_landscape()


def _cells(line: tuple[Cell, ...], *, links: bool) -> list[object]:
    """Return a line as `gptables` takes it. Links lead from a tab's name to its sheet."""
    first, *others = [_cell(cell) for cell in line]
    return [{line[0]: f"internal:'{line[0]}'!A1"} if links else first, *others]


def _cell(cell: Cell) -> object:
    """Return a number or shorthand as it is, and text so that `gptables` takes any alphabet and makes no links."""
    return cell if isinstance(cell, int) or cell in SHORTHAND else FormatList(_rich(cell))


def _rich(text: str) -> list[object]:
    """Return a text as `gptables` takes rich text, with nothing left in it that would be read as a note's mark."""
    return [{}, plain(text).replace("$$", "$ $")]


def _fit(sheet: GPWorksheet, across: Iterable[int], tall: Iterable[float]) -> None:
    for column, width in enumerate(across):
        sheet.set_column(column, column, width)
    for row, points in enumerate(tall):
        sheet.set_row(row, points)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
