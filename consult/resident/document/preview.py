"""See the document before taking it away, and print it. What was typed for it is on this page and kept nowhere."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.answers.path import Path
from consult.answers.sheet import AnswerSheet
from consult.documents.faces import FACES
from consult.documents.hypertext import render_html
from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.document.details_form import DetailsForm
from consult.resident.document.download import CHANGE, document, with_answers
from consult.resident.sharing import leaving
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/preview", methods=["GET", "POST"], endpoint="preview")(preview)


def preview(pack: Pack) -> ResponseReturnValue:
    """Show the document, with whatever was typed on the download page if the person comes from there."""
    form = DetailsForm()
    if request.method == "GET":
        return _page(pack, form, visit.current(pack).sheet)
    if "edition" in request.form:
        form.large_print.data = request.form["edition"] == "large"
    return with_answers(pack, form, lambda sheet: _page(pack, form, sheet))


def _page(pack: Pack, form: DetailsForm, sheet: AnswerSheet) -> str:
    made = document(pack, sheet, form)
    return page(
        "resident/preview.html",
        heading=_("Look at your document"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        # A plain link back would lose what was typed: the button that goes back carries it.
        back=None if request.method == "POST" else url_for("resident.download", pack=pack),
        form=form,
        change=CHANGE,
        answered=len(Path(pack, sheet).answered()),
        file_name=FACES[form.face.data].file_name(made),
        shown=render_html(made, top=2),
        naming=leaving.naming_the_writer(pack, sheet, form.about_the_writer()),
    )
