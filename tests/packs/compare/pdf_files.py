"""PDF files written by hand for tests: lines of text at places on pages, in one of the standard fonts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter


@dataclass(frozen=True)
class Text:
    """A piece of text: its height on the page in points from the bottom, its type's size, and its left edge."""

    text: str
    height: float
    size: float = 12
    left: float = 72


def flowing(paragraphs: Iterable[str], *, top: float = 760, width: int = 80, space: float = 10) -> list[Text]:
    """Return paragraphs wrapped at `width` characters, from `top` down, with space between them."""
    found: list[Text] = []
    height = top
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, width):
            found.append(Text(line, height))
            height -= 14
        height -= space
    return found


def pdf(*pages: Sequence[Text]) -> bytes:
    """Return a file with these pages (PDF 32000-1, 7.5)."""
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, page in enumerate(pages):
        content = b"\n".join(map(_drawn, page))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * place} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def locked(data: bytes, password: str, algorithm: str = "RC4-128") -> bytes:
    """Return a file that opens with a password only."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, owner_password="for editing", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _drawn(text: Text) -> bytes:
    letters = text.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET" % (text.size, text.left, text.height, letters)


def _file(objects: Sequence[bytes]) -> bytes:
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(file)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    return file + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
