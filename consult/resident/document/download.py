"""Take the document away. What is typed here joins the document in this one request and goes nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.answers.path import Path
from consult.answers.sheet import AnswerSheet
from consult.documents.building import build_response, confidentiality_law
from consult.documents.faces import FACES
from consult.documents.model import Document
from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.document import details_choices
from consult.resident.document.details_form import DetailsForm
from consult.resident.document.files import as_file, words_in
from consult.resident.sharing import leaving
from consult.store.database import StoreUnavailable
from consult.web.forms import Problem, away_words
from consult.web.languages import both
from consult.web.pages import page
from consult.web.shelf import today

LAW_SOURCE = "https://www.gov.uk/government/publications/consultation-confidentiality-information"
"""Where the Home Office says what the law means for those who answer its consultations."""

CHANGE = "change"
"""The value of the button that leads from the preview back to this page, with everything that was typed."""


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/download", methods=["GET", "POST"], endpoint="download")(download)


def download(pack: Pack) -> ResponseReturnValue:
    """Ask who responds, or build the document and hand it over."""
    form = DetailsForm()
    if request.method == "GET":
        return _page(pack, form, [], answered=len(Path(pack, visit.current(pack).sheet).answered()))
    if request.form.get("action") == CHANGE and form.validate():
        return _page(pack, form, [])
    return with_answers(pack, form, lambda sheet: _hand_over(pack, sheet, form))


def with_answers(
    pack: Pack, form: DetailsForm, then: Callable[[AnswerSheet], ResponseReturnValue]
) -> ResponseReturnValue:
    """Do `then` with the answers. If the form has a fault or they cannot be reached, give everything typed back."""
    if not form.validate():
        return _page(pack, form, form.problems()), 400 if form.is_stale() else 422
    try:
        sheet = visit.current(pack).sheet
    except StoreUnavailable:
        return _page(pack, form, [Problem(away_words())]), 503
    return then(sheet)


def _hand_over(pack: Pack, sheet: AnswerSheet, form: DetailsForm) -> ResponseReturnValue:
    file = as_file(FACES[form.face.data], document(pack, sheet, form))
    visit.note_document(pack)
    return file


def document(pack: Pack, sheet: AnswerSheet, form: DetailsForm) -> Document:
    """Return the response as a document, with the details in the form, as of today."""
    language = form.document_language.data
    words = words_in(language)
    shown = leaving.for_document(pack, sheet, words)
    return build_response(pack, shown, form.details(), on=today(pack), words=words, language=language)


def _page(pack: Pack, form: DetailsForm, problems: list[Problem], *, answered: int = 1) -> str:
    return page(
        "resident/download.html",
        heading=_("Get your document"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        form=form,
        problems=problems,
        answered=answered,
        choices=details_choices,
        law=confidentiality_law(get_translations()),
        law_source=LAW_SOURCE,
        is_open=pack.is_open(today(pack)),
    )
