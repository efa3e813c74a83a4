"""Blocks as OpenDocument text, written as text and escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatchmethod
from html import escape

from consult.documents.model import (
    AnswerSpace,
    Block,
    BulletList,
    Cell,
    DataTable,
    DefinitionTable,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    TickBoxes,
    by_link,
)
from consult.documents.opendocument.automatic import AutomaticStyles
from consult.documents.opendocument.bars import Bars

STYLES = {
    Role.BODY: "Text_20_body",
    Role.SUBTITLE: "Subtitle",
    Role.WORDING: "Question_20_wording",
    Role.STATUS: "Wording_20_status",
    Role.CHOICE: "Chosen_20_option",
    Role.ANSWER: "Answer",
    Role.PROMPT: "Prompt",
    Role.NOTE: "Note",
}
"""The style of each role."""

TITLE = "Title_20_first"
"""The title's automatic style: it starts the first page, which has no running title."""

BREAK = "<text:line-break/>"
TAB = "<text:tab/>"
_WIDTH = 17.0
"""The width of the text in centimetres."""

_SPACES = re.compile(r"^ +| +$| {2,}")
_PARTS = re.compile(r"([\n\t])")


class Body:
    """Writes one document's body.

    `styles` fills with the automatic styles that the body uses, `bars` with the bars of its charts.
    """

    def __init__(self) -> None:
        self.styles = AutomaticStyles()
        self.bars = Bars()

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return blocks as the children of `office:text`."""
        return "".join(map(self.block, blocks))

    @singledispatchmethod
    def block(self, block: Block) -> str:
        """Return one block."""
        raise TypeError(f"there is no OpenDocument for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> str:
        if block.level == 0:
            return f'<text:p text:style-name="{TITLE}">{self._runs(block.runs)}</text:p>'
        level = f'text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}"'
        return f"<text:h {level}>{self._runs(block.runs)}</text:h>"

    @block.register
    def _(self, block: Paragraph) -> str:
        return self._paragraph(block, STYLES[block.role])

    @block.register
    def _(self, block: BulletList) -> str:
        items = (
            f"<text:list-item>{self._paragraph(item, 'List_20_item')}</text:list-item>" for item in block.items
        )
        return f'<text:list text:style-name="Bullets">{"".join(items)}</text:list>'

    @block.register
    def _(self, block: DefinitionTable) -> str:
        header = "".join(_cell(self._plain((Run(title),), "Table_20_heading")) for title in block.header)
        rows = "".join(map(self._row, block.rows))
        return (
            f'<table:table table:name="{escape(block.caption)}" table:style-name="Facts">'
            f"<table:title>{escape(block.caption)}</table:title>"
            '<table:table-column table:style-name="Facts_labels"/>'
            '<table:table-column table:style-name="Facts_values"/>'
            f"<table:table-header-rows>{_row(header)}</table:table-header-rows>{rows}</table:table>"
        )

    @block.register
    def _(self, block: DataTable) -> str:
        columns = "".join(
            f'<table:table-column table:style-name="{self.styles.for_column(_WIDTH * share / 100)}"/>'
            for share in block.widths
        )
        header = "".join(_cell(self._plain((Run(title),), "Table_20_heading")) for title in block.header)
        rows = "".join(self._data_row(row, block.widths) for row in block.rows)
        return (
            f'<table:table table:name="{escape(block.caption)}" table:style-name="Facts">'
            f"<table:title>{escape(block.caption)}</table:title>{columns}"
            f"<table:table-header-rows>{_row(header)}</table:table-header-rows>{rows}</table:table>"
        )

    @block.register
    def _(self, block: TickBoxes) -> str:
        keeps = (*[True] * (len(block.options) - 1), block.keep_with_next)
        boxes = zip(block.options, keeps, strict=True)
        return "".join(self._tick_box(option, keep=keep) for option, keep in boxes)

    @block.register
    def _(self, block: AnswerSpace) -> str:
        lines = (Paragraph((Run("\t"),), keep_with_next=keep) for keep in block.keeps)
        return "".join(self._paragraph(line, "Answer_20_line") for line in lines)

    def _tick_box(self, option: Runs, *, keep: bool) -> str:
        style = self.styles.for_paragraph(Paragraph(option, keep_with_next=keep), "Tick_20_box")
        return f'<text:p text:style-name="{style}">☐{TAB}{self._runs(option)}</text:p>'

    def _row(self, row: Row) -> str:
        label = self._plain(row.label, "Table_20_label")
        return _row(_cell(label) + _cell(self._paragraph(row.value, "Table_20_text")))

    def _data_row(self, row: tuple[Cell, ...], widths: tuple[int, ...]) -> str:
        styles = ("Table_20_label", *["Table_20_text"] * (len(row) - 1))
        cells = zip(row, styles, widths, strict=True)
        return _row("".join(_cell(self._data_cell(cell, style, share)) for cell, style, share in cells))

    def _data_cell(self, cell: Cell, style: str, share: int) -> str:
        paragraph = self._plain(cell.runs, style)
        if not cell.bar:
            return paragraph
        bar = self.bars.drawn(cell.bar, _WIDTH * share / 100)
        return f"{paragraph.removesuffix('</text:p>')}{BREAK}{bar}</text:p>"

    def _plain(self, runs: Runs, style: str) -> str:
        return f'<text:p text:style-name="{style}">{self._runs(runs)}</text:p>'

    def _paragraph(self, paragraph: Paragraph, style: str) -> str:
        return self._plain(paragraph.runs, self.styles.for_paragraph(paragraph, style))

    def _runs(self, runs: Runs) -> str:
        return "".join(self._linked(link, "".join(map(self._run, group))) for link, group in by_link(runs))

    def _linked(self, link: str | None, inner: str) -> str:
        return f'<text:a xlink:type="simple" xlink:href="{escape(link)}">{inner}</text:a>' if link else inner

    def _run(self, run: Run) -> str:
        style = self.styles.for_run(run)
        inner = text_xml(run.text)
        return f'<text:span text:style-name="{style}">{inner}</text:span>' if style else inner


def text_xml(text: str) -> str:
    """Return text with its line feeds, tabs and every space that OpenDocument would drop as elements."""
    if "\n" not in text and "\t" not in text:
        return _SPACES.sub(_spaces, escape(text, quote=False))
    return "".join(map(_part, _PARTS.split(text)))


def _part(part: str) -> str:
    return {"\n": BREAK, "\t": TAB}.get(part) or _SPACES.sub(_spaces, escape(part, quote=False))


def _spaces(found: re.Match[str]) -> str:
    return f'<text:s text:c="{len(found.group())}"/>'


def _row(cells: str) -> str:
    return f'<table:table-row table:style-name="Facts_row">{cells}</table:table-row>'


def _cell(content: str) -> str:
    return (
        f'<table:table-cell table:style-name="Facts_cell" office:value-type="string">{content}</table:table-cell>'
    )
