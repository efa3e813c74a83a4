"""Blocks as WordprocessingML, written as text: a dozen times faster than building the same elements one by one."""

from __future__ import annotations

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
    Direction,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    TickBoxes,
)
from consult.documents.word.bars import Bars
from consult.documents.word.runs import runs_xml

TEXT_WIDTH = 9638
"""The width of the text in twentieths of a point: A4 less two centimetres on either side."""

_LABEL_WIDTH = 2900
_LTR = Direction.LEFT_TO_RIGHT

STYLES = {
    Role.BODY: "",
    Role.SUBTITLE: "Subtitle",
    Role.WORDING: "QuestionWording",
    Role.STATUS: "WordingStatus",
    Role.CHOICE: "ChosenOption",
    Role.ANSWER: "Answer",
    Role.PROMPT: "Prompt",
    Role.NOTE: "Note",
}
"""The style of each role; an empty one is the default style."""

_TICK_BOX = (
    '<w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>'
    "</w:rPr><w:t>☐</w:t></w:r><w:r><w:tab/></w:r>"
)


class Body:
    """Writes one document's body.

    `links` fills with the relation id of every address that the body links to, `bars` with the bars of its charts.
    """

    def __init__(self) -> None:
        self.links: dict[str, str] = {}
        self.bars = Bars()

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return blocks as the children of a body element."""
        return "".join(map(self.block, blocks))

    @singledispatchmethod
    def block(self, block: Block) -> str:
        """Return one block."""
        raise TypeError(f"there is no Word for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> str:
        return self._paragraph(block.runs, f"Heading{block.level}" if block.level else "Title")

    @block.register
    def _(self, block: Paragraph) -> str:
        return self._styled(block, STYLES[block.role])

    @block.register
    def _(self, block: BulletList) -> str:
        return "".join(self._styled(item, "ListBullet") for item in block.items)

    @block.register
    def _(self, block: DefinitionTable) -> str:
        titles = zip(block.header, _WIDTHS, strict=True)
        header = "".join(self._cell((Run(title),), "TableHeading", width) for title, width in titles)
        rows = "".join(map(self._row, block.rows))
        return (
            f"{_table_start(block.caption)}{_GRID}"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{rows}</w:tbl>"
        )

    @block.register
    def _(self, block: DataTable) -> str:
        widths = [TEXT_WIDTH * share // 100 for share in block.widths]
        titles = zip(block.header, widths, strict=True)
        header = "".join(self._cell((Run(title),), "TableHeading", width) for title, width in titles)
        rows = "".join(self._data_row(row, widths) for row in block.rows)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f"{_table_start(block.caption)}<w:tblGrid>{columns}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{rows}</w:tbl>"
        )

    @block.register
    def _(self, block: TickBoxes) -> str:
        keeps = (*[True] * (len(block.options) - 1), block.keep_with_next)
        boxes = zip(block.options, keeps, strict=True)
        return "".join(self._paragraph(box, "TickBox", keep=keep, before=_TICK_BOX) for box, keep in boxes)

    @block.register
    def _(self, block: AnswerSpace) -> str:
        return "".join(self._paragraph(_LINE, "AnswerLine", keep=keep) for keep in block.keeps)

    def _row(self, row: Row) -> str:
        label = self._cell(row.label, "TableLabel", _LABEL_WIDTH)
        value = f"<w:tc>{_cell_properties(TEXT_WIDTH - _LABEL_WIDTH)}{self._styled(row.value, 'TableText')}</w:tc>"
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{label}{value}</w:tr>"

    def _data_row(self, row: tuple[Cell, ...], widths: list[int]) -> str:
        styles = ("TableLabel", *["TableText"] * (len(row) - 1))
        cells = zip(row, styles, widths, strict=True)
        content = "".join(self._data_cell(cell, style, width) for cell, style, width in cells)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{content}</w:tr>"

    def _data_cell(self, cell: Cell, style: str, width: int) -> str:
        bar = self.bars.drawn(cell.bar, width) if cell.bar else ""
        paragraph = self._paragraph(cell.runs, style).removesuffix("</w:p>")
        return f"<w:tc>{_cell_properties(width)}{paragraph}{bar}</w:p></w:tc>"

    def _cell(self, runs: Runs, style: str, width: int) -> str:
        return f"<w:tc>{_cell_properties(width)}{self._paragraph(runs, style)}</w:tc>"

    def _styled(self, paragraph: Paragraph, style: str) -> str:
        return self._paragraph(paragraph.runs, style, paragraph.direction, keep=paragraph.keep_with_next)

    def _paragraph(
        self, runs: Runs, style: str, direction: Direction = _LTR, *, keep: bool = False, before: str = ""
    ) -> str:
        properties = (
            (f'<w:pStyle w:val="{style}"/>' if style else "")
            + ("<w:keepNext/>" if keep else "")
            + ("<w:bidi/>" if direction is Direction.RIGHT_TO_LEFT else "")
        )
        around = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{around}{before}{runs_xml(runs, direction, self.links)}</w:p>"


_LINE = (Run("\t"),)
_WIDTHS = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)
_GRID = f'<w:tblGrid><w:gridCol w:w="{_WIDTHS[0]}"/><w:gridCol w:w="{_WIDTHS[1]}"/></w:tblGrid>'


def _table_start(caption: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Facts"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{escape(caption)}"/></w:tblPr>'
    )


def _cell_properties(width: int) -> str:
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
