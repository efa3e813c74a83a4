"""The faces that a document can show: the formats in which a person can take it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

from consult.documents.draft import render_eml
from consult.documents.marking import N_
from consult.documents.model import Document
from consult.documents.naming import file_name
from consult.documents.opendocument import render_odt
from consult.documents.opendocument.package import MEDIA_TYPE
from consult.documents.plain import render_text
from consult.documents.word import render_docx


@dataclass(frozen=True, slots=True)
class Face:
    """A format: its key in forms and addresses (also the file's ending), its media type, and how it is made.

    `label` is English source text; `named` gives it in the language of the page.
    """

    key: str
    label: str
    media_type: str
    render: Callable[[Document], bytes]

    def named(self, words: NullTranslations) -> str:
        """Return what a person picks this format by."""
        return words.gettext(self.label)

    def file_name(self, document: Document) -> str:
        """Return the name of the file, its ending included."""
        return file_name(document, self.key)


def _text(document: Document) -> bytes:
    return render_text(document).encode()


FACES: dict[str, Face] = {
    face.key: face
    for face in (
        Face(
            "docx",
            N_("Word"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            render_docx,
        ),
        Face("odt", N_("OpenDocument"), MEDIA_TYPE, render_odt),
        Face("txt", N_("Plain text"), "text/plain; charset=utf-8", _text),
        Face("eml", N_("Email draft with the Word document attached"), "message/rfc822", render_eml),
    )
}
