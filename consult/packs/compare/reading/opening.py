"""Opens a saved document of any kind that is read here. What it holds tells its kind, and not its name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import is_zipfile

from consult.packs.compare.blocks import Document, DocumentError
from consult.packs.compare.reading.decoding import decode
from consult.packs.compare.reading.docx import read_docx
from consult.packs.compare.reading.html import read_html
from consult.packs.compare.reading.pdf import read_pdf
from consult.packs.compare.reading.text import read_text

LARGEST = 50 * 1024 * 1024
"""The most bytes that a document may have."""

_WORD_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h\d|ol|ul|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_TRIED = 4_096
_OTHERS = (
    (
        _WORD_97,
        "This is an old Word file (.doc) or one locked with a password. Save it as .docx without a password.",
    ),
    (b"{\\rtf", "This is rich text (.rtf). Save it as .docx or as plain text."),
    (b"MIME-Version:", "This is a web archive (.mhtml). Save the page as “HTML only” or “complete” instead."),
    (b"From: <Saved by", "This is a web archive (.mhtml). Save the page as “HTML only” or “complete” instead."),
    (b"\x89PNG", "This is a picture. Give the page or paper itself: HTML, plain text, .docx or PDF."),
    (b"\xff\xd8\xff", "This is a picture. Give the page or paper itself: HTML, plain text, .docx or PDF."),
    (b"\x1f\x8b", "This is a compressed file. Unpack it first."),
)


def read_document(path: Path, known: frozenset[str] = frozenset()) -> Document:
    """Return the document in the file at `path`: HTML, plain text, .docx or PDF.

    `known` are words in lower case that help to rejoin words broken at the end of a printed line.
    Raises `DocumentError` with a reason for the operator.
    """
    data = _load(path)
    try:
        document = _read(data, known)
    except DocumentError:
        raise
    except MemoryError:
        raise DocumentError("The document needs more memory than there is.") from None
    except Exception as error:
        # A broken PDF or zip makes its reader raise nearly anything.
        raise DocumentError(
            f"The document is broken: {type(error).__name__}. Save it again, or in another form."
        ) from error
    if not any(block.text for block in document.blocks):
        raise DocumentError("The document holds no text.")
    return document


def _load(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise DocumentError(f"The document is larger than {LARGEST // 1024**2} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"The document cannot be opened: {error.strerror}.") from None
    if not data.strip():
        raise DocumentError("The document is empty.")
    return data


def _read(data: bytes, known: frozenset[str]) -> Document:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, known)
    if data.startswith(b"PK") and is_zipfile(BytesIO(data)):
        return read_docx(data)
    for start, message in _OTHERS:
        if data.startswith(start):
            raise DocumentError(message)
    text, notes = decode(data)
    read = read_html(text) if _HTML.match(text[:_TRIED]) else read_text(text, known)
    return Document(read.blocks, read.canonical, notes + read.notes)
