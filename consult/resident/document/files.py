"""Handing a document over as a file, in the language that was asked for."""

from __future__ import annotations

from gettext import NullTranslations

from flask import Response, make_response
from flask_babel import force_locale, get_translations

from consult.documents.faces import Face
from consult.documents.model import Document


def words_in(language: str) -> NullTranslations:
    """Return the site's words in a language, which need not be the page's."""
    with force_locale(language):
        words: NullTranslations = get_translations()
    return words


def as_file(face: Face, document: Document, *, name: str = "") -> Response:
    """Return a document as a file to keep, under its own name if no other is given. Names are plain ASCII."""
    response = make_response(face.render(document))
    response.headers["Content-Type"] = face.media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{name or face.file_name(document)}"'
    return response
