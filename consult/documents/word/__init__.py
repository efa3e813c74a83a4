"""Word: a document as the bytes of a .docx file.

A package is prepared once for each language and edition, with python-docx and our own styles; a document then only
writes its body, its links, its title and its running title into a copy of it.
"""

from __future__ import annotations

from consult.documents.archive import archive
from consult.documents.languages import OUR_LANGUAGES
from consult.documents.model import Document, Edition
from consult.documents.word.body import Body
from consult.documents.word.package import prepared


def prepare() -> None:
    """Prepare every language and edition now, so that a worker's first document is as fast as the rest."""
    for language in OUR_LANGUAGES:
        for edition in Edition:
            prepared(language, edition)


def render_docx(document: Document) -> bytes:
    """Return the document as a .docx file. The same document always gives the same bytes."""
    body = Body()
    content = body.blocks(document.blocks)
    package = prepared(document.language, document.edition)
    parts = package.filled(document, content, body.links)
    return archive(body.bars.added(parts).items())
