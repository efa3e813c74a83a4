"""Reads a Word document straight from its parts, with the numbers that Word would print before its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import takewhile
from typing import TYPE_CHECKING
from zipfile import ZipFile

from consult.packs.compare.blocks import Block, Document, DocumentError, Kind
from consult.packs.compare.reading.docx_numbering import Numbering
from consult.packs.compare.reading.docx_parts import WordParts, attribute, child, local_name
from consult.packs.compare.reading.docx_runs import paragraph_text
from consult.packs.compare.reading.lines import leads_to_page
from consult.packs.compare.typography import tidy_lines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"(?:heading\s?\d|title|subtitle)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc\s?\d|toc\s?heading|table of figures)", re.IGNORECASE)
_HOLDERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def read_docx(data: bytes) -> Document:
    """Return the blocks of the document's body: paragraphs, tables and text boxes.

    Headers, footers, footnotes, comments, deleted and hidden text and tables of contents are not part of it.
    Raises `DocumentError` when the file is another kind of package, or unpacks to too much.
    """
    with ZipFile(BytesIO(data)) as package:
        parts = WordParts.of(package)
    body = child(parts.document, "body")
    if body is None:
        raise DocumentError("The Word document has no body. Open it in Word and save it again.")
    return Document(tuple(_Body(parts).blocks(body)))


class _Body:
    """Walks the body, keeping count of boxes and of numbers."""

    def __init__(self, parts: WordParts) -> None:
        self._parts = parts
        self._numbering = Numbering(parts)
        self._boxes = 0

    def blocks(self, holder: Element, *, box: int = 0, row: int = 0) -> Iterator[Block]:
        """Give the blocks of a body, cell or text box. The first block of a cell is marked as one."""
        first = row > 0
        for element in holder:
            name = local_name(element)
            if name == "p":
                for block in self._paragraph(element, box=box, row=row, first=first):
                    first = False
                    yield block
            elif name == "tbl":
                yield from self._table(element)
            elif name in _HOLDERS and not _is_contents(element):
                yield from self.blocks(element, box=box, row=row)

    def _table(self, table: Element) -> Iterator[Block]:
        # A table inside a cell has its turn when the cell is walked.
        for row in _nearest(table, "tr", within="tbl"):
            number = self._new_box()
            for cell in _nearest(row, "tc", within="tr"):
                yield from self.blocks(cell, box=self._new_box(), row=number)

    def _paragraph(self, paragraph: Element, *, box: int, row: int, first: bool) -> Iterator[Block]:
        style = self._parts.styles.of(paragraph)
        if style.matches(_CONTENTS):
            return
        number = self._numbering.next_for(paragraph, style)
        text = tidy_lines(paragraph_text(paragraph))
        if text and not leads_to_page(text):
            if number:
                yield Block(text, Kind.ITEM, number.label, number.level + 1, box, row)
            elif style.matches(_HEADING) or style.is_outlined:
                yield Block(text, Kind.HEADING, box=box, row=row)
            else:
                yield Block(text, Kind.CELL if first else Kind.PARAGRAPH, box=box, row=row)
        for inside in _text_boxes(paragraph):
            yield from self.blocks(inside, box=self._new_box())

    def _new_box(self) -> int:
        self._boxes += 1
        return self._boxes


def _is_contents(element: Element) -> bool:
    return any(
        attribute(gallery, "val") == "Table of Contents"
        for gallery in element.iterfind("{*}sdtPr/{*}docPartObj/{*}docPartGallery")
    )


def _nearest(holder: Element, name: str, *, within: str) -> Iterator[Element]:
    for element in holder.iterdescendants(f"{{*}}{name}"):
        if next(element.iterancestors(f"{{*}}{within}")) is holder:
            yield element


def _text_boxes(paragraph: Element) -> Iterator[Element]:
    """Give the outermost text boxes drawn in a paragraph, each once: the fallback repeats it for older programs."""
    for inside in paragraph.iterdescendants("{*}txbxContent"):
        within = takewhile(lambda outer: outer is not paragraph, inside.iterancestors())
        if not {"Fallback", "txbxContent"} & {local_name(outer) for outer in within}:
            yield inside
