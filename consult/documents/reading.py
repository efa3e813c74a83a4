"""What a document says, apart from how: the measure that every rendering is held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult.documents.model import (
    AnswerSpace,
    Block,
    BulletList,
    DefinitionTable,
    Document,
    Heading,
    Paragraph,
    Run,
    Runs,
    TickBoxes,
    text_of,
)


def words_of(document: Document) -> list[str]:
    """Return the text of every heading, paragraph, list item, cell and option, in reading order."""
    return [text_of(runs) for runs in _all_runs(document.blocks)]


def links_of(document: Document) -> list[str]:
    """Return the addresses that the document links to, in reading order, each where it is first met."""
    links = (run.link for runs in _all_runs(document.blocks) for run in runs)
    return list(dict.fromkeys(link for link in links if link))


def _all_runs(blocks: Iterable[Block]) -> Iterator[Runs]:
    for block in blocks:
        yield from _runs(block)


def _runs(block: Block) -> Iterator[Runs]:
    match block:
        case Heading() | Paragraph():
            yield block.runs
        case BulletList():
            yield from (item.runs for item in block.items)
        case DefinitionTable():
            yield from ((Run(title),) for title in block.header)
            yield from (runs for row in block.rows for runs in (row.label, row.value.runs))
        case TickBoxes():
            yield from block.options
        case AnswerSpace():
            return
