"""Plain text: for pasting, for a message, and for anyone who wants nothing but the words."""

from __future__ import annotations

from consult.documents.model import (
    AnswerSpace,
    Block,
    BulletList,
    Cell,
    DataTable,
    DefinitionTable,
    Document,
    Heading,
    Paragraph,
    Runs,
    TickBoxes,
    by_link,
    text_of,
)

RULE = "_" * 60


def render_text(document: Document) -> str:
    """Return the document as plain text: blocks parted by blank lines, link addresses in brackets after the words.

    A table is one line for each row, its label and a colon first. A table of facts leaves its column headings out.
    """
    return "\n\n".join(map(_block, document.blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return _line(block.runs)
        case BulletList():
            return "\n".join(f"• {_line(item.runs)}" for item in block.items)
        case DefinitionTable():
            return "\n".join(f"{_line(row.label)}: {_line(row.value.runs)}" for row in block.rows)
        case DataTable():
            return "\n".join(_data_row(block, row) for row in block.rows)
        case TickBoxes():
            return "\n".join(f"☐ {_line(option)}" for option in block.options)
        case AnswerSpace():
            return "\n".join([RULE] * block.lines)


def _data_row(table: DataTable, row: tuple[Cell, ...]) -> str:
    """Return what a row is about and, after a colon, the rest with their headings. Bars only repeat it."""
    first, *others = row
    said = (f"{title} {_line(cell.runs)}" for title, cell in zip(table.header[1:], others, strict=True))
    return f"{_line(first.runs)}: {'; '.join(said)}"


def _line(runs: Runs) -> str:
    """Return the text of some runs; an address that the words do not show (https:// aside) follows its link."""
    words = text_of(runs)
    return "".join(
        text_of(group) + (f" ({link})" if link and link.removeprefix("https://") not in words else "")
        for link, group in by_link(runs)
    )
