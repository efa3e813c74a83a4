"""Reads a PDF: its lines by where they stand on the page, joined into paragraphs."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, pairwise
from statistics import median

from pypdf import PdfReader

from consult.packs.compare.blocks import Document, DocumentError
from consult.packs.compare.reading.lines import Line, paragraphs, vocabulary
from consult.packs.compare.reading.print import PrintedLine, Sheet, body_size, without_margins

# The library logs each fault that it reads past; the operator gets one message of ours instead.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

MOST_PAGES = 1_000
_HEADING = 1.12
"""Type larger than the body's by this factor is a heading's."""
_APART = 1.2
"""A gap between lines larger than the usual one by this factor parts paragraphs."""
_SHORT = 0.8
"""A line shorter than this share of a full one was ended on purpose. Letters differ in width, so no closer."""


def read_pdf(data: bytes, known: frozenset[str]) -> Document:
    """Return the text of a PDF as blocks. `known` are words that may stand broken at a line's end.

    Raises `DocumentError` when it is locked, too long, or holds pictures of text only.
    """
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("The PDF is locked with a password. Save a copy without one, or use the HTML page.")
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(f"The PDF has more than {MOST_PAGES} pages. Save the pages with the questions alone.")
    pages = [_lines_of(reader, number) for number in range(len(reader.pages))]
    if not any(pages):
        raise DocumentError(
            "The PDF holds no text: it may be a scan. Use the HTML page, or a copy with text recognition (OCR)."
        )
    body = body_size(pages)
    texts = [list(page) for page in without_margins(pages, body)]
    lines = list(_placed(texts, body))
    return Document(tuple(paragraphs(lines, width=_full_width(texts), known=known | vocabulary(lines))))


def _lines_of(reader: PdfReader, number: int) -> list[PrintedLine]:
    sheet = Sheet()
    reader.pages[number].extract_text(visitor_text=sheet.take)
    return sheet.lines()


def _placed(pages: Sequence[Sequence[PrintedLine]], body: float) -> Iterator[Line]:
    """Give every line with whether it stands apart from the one before. A new page alone parts nothing."""
    gaps = [_gap(before, line) for page in pages for before, line in pairwise(page)]
    usual = median(gap for gap in gaps if gap > 0) if any(gap > 0 for gap in gaps) else 0.0
    for page in pages:
        before: PrintedLine | None = None
        for line in page:
            apart = before is not None and _is_apart(before, line, usual)
            yield Line(line.text, apart=apart, heading=line.size > body * _HEADING)
            before = line


def _is_apart(before: PrintedLine, line: PrintedLine, usual: float) -> bool:
    resized = abs(before.size - line.size) > 0.1 * before.size
    return resized or _gap(before, line) > usual * _APART


def _gap(before: PrintedLine, line: PrintedLine) -> float:
    """Return the distance between two lines in units of their type's size; negative in a new column."""
    return (before.height - line.height) / (line.size or 1)


def _full_width(pages: Sequence[Sequence[PrintedLine]]) -> float:
    lengths = sorted(len(line.text) for line in chain.from_iterable(pages))
    return _SHORT * lengths[len(lengths) * 19 // 20] if lengths else 0.0
