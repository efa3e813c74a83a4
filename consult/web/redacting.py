"""How this site finds personal details: with each consultation's own words, and the operator's model for names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from flask import Flask, current_app
from flask_babel import force_locale, get_translations

from consult.answers.citing import cited
from consult.answers.languages import language_of
from consult.packs.model import Pack
from consult.redaction import Found, Kept, Kind, NamesModelError, Redactor, kept, load_names_model, subject_words
from consult.settings import PREFIX, SettingsError
from consult.web.languages import DEFAULT
from consult.web.shelf import packs

KEY = "consult-redactors"


def init_redaction(app: Flask, names_model: str) -> None:
    """Make a finder for each consultation. Raises `SettingsError` where the model for names is not there."""
    try:
        model = load_names_model(names_model)
    except NamesModelError as error:
        raise SettingsError(f"{PREFIX}NAMES_MODEL {error}") from error
    with app.app_context():
        app.extensions[KEY] = {pack.id: Redactor(subject_words(_texts(pack)), model) for pack in packs().values()}


def redactor(pack: Pack) -> Redactor:
    """Return the finder for a consultation."""
    return cast("dict[str, Redactor]", current_app.extensions[KEY])[pack.id]


def as_kept(pack: Pack, text: str, found: Sequence[Found]) -> Kept:
    """Return somebody's words, with what was `found` in them, as they may be kept.

    The masks are in the language that the words themselves tell.

    In the language of the pages, every mask would say on which pages its writer was.
    """
    with force_locale(language_of(text) or DEFAULT):
        return kept(text, found, find=redactor(pack).find, words=get_translations())


def sources_named(pack: Pack, texts: Iterable[str]) -> frozenset[str]:
    """Return the ids of those of the pack's sources whose sites are named in these words."""
    every = ((text, each) for text in texts for each in redactor(pack).find(text))
    return cited(pack, (text[each.start : each.end] for text, each in every if each.kind is Kind.WEB_ADDRESS))


def _texts(pack: Pack) -> Iterator[str]:
    """Yield what the consultation asks, and no more: the papers around it name people."""
    yield pack.document_title
    for section in pack.sections:
        yield section.title
    for question in pack.questions:
        yield question.wording.text
        yield question.topic
