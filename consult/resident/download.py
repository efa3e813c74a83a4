"""Take the document away. What is typed here joins the document in this one request and goes nowhere else."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, make_response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.answers.path import Path
from consult.documents.building import build_response
from consult.documents.faces import FACES, Face
from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.details_form import DetailsForm
from consult.store.database import StoreUnavailable
from consult.web.forms import Problem, away_words
from consult.web.languages import both, current
from consult.web.pages import page
from consult.web.shelf import today


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/download", methods=["GET", "POST"], endpoint="download")(download)


def download(pack: Pack) -> ResponseReturnValue:
    """Ask who responds, or build the document and hand it over."""
    form = DetailsForm()
    if request.method == "GET":
        return _page(pack, form, [], answered=len(Path(pack, visit.current(pack).sheet).answered()))
    if not form.validate():
        return _page(pack, form, form.problems()), 400 if form.is_stale() else 422
    try:
        now = visit.current(pack)
    except StoreUnavailable:
        return _page(pack, form, [Problem(away_words())]), 503
    return _file(pack, now, form, FACES[form.face.data], today(pack))


def _file(pack: Pack, now: visit.Visit, form: DetailsForm, face: Face, on: date) -> Response:
    document = build_response(pack, now.sheet, form.details(), on=on, words=get_translations(), language=current())
    response = make_response(face.render(document))
    response.headers["Content-Type"] = face.media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{face.file_name(document)}"'
    return response


def _page(pack: Pack, form: DetailsForm, problems: list[Problem], *, answered: int = 1) -> str:
    return page(
        "resident/download.html",
        heading=_("Get your document"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        form=form,
        problems=problems,
        answered=answered,
        is_open=pack.is_open(today(pack)),
    )
