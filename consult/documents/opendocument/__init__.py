"""OpenDocument: a document as the bytes of an .odt file (ODF 1.2, the UK government's standard for editable files).

Written by our own hand rather than with odfpy, which builds every element as an object (tens of milliseconds for a
response) and signs each file with its own name.
"""

from __future__ import annotations

from consult.documents.model import Document
from consult.documents.opendocument.body import Body
from consult.documents.opendocument.package import packed


def render_odt(document: Document) -> bytes:
    """Return the document as an .odt file. The same document always gives the same bytes."""
    body = Body()
    content = body.blocks(document.blocks)
    return packed(document, body.styles.xml(), content, body.bars)
