"""Check your answers: what each answer says, what in it would give the person away, and links to change it."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.answers.path import Path
from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.sharing import leaving
from consult.store.database import StoreUnavailable
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both
from consult.web.pages import page

TAKE_OUT = "take-out"
"""The value of the button that takes details out of the document; any other puts them back."""


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/check", methods=["GET", "POST"], endpoint="check")(check)


def check(pack: Pack) -> ResponseReturnValue:
    """Show all the answers, or keep what was decided about the details in one. Change links come back here."""
    if request.method == "GET":
        return _page(pack, [])
    form = Form()
    question = next((each for each in pack.questions if each.id == request.form.get("question")), None)
    if not form.validate() or question is None:
        return _page(pack, form.problems() or [Problem(_("Choose one of the questions on this page."))]), 400
    taken = request.form.get("document") == TAKE_OUT
    try:
        now = visit.change(pack, lambda sheet: sheet.with_masked(question.id, masked=taken))
    except StoreUnavailable:
        return _page(pack, [Problem(away_words())]), 503
    back = redirect(url_for("resident.check", pack=pack, _anchor=question.id), 303)
    return visit.remember(back, pack, str(now.phrase))


def _page(pack: Pack, problems: list[Problem]) -> str:
    path = Path(pack, visit.current(pack).sheet)
    marked = {each.question.id: each for each in leaving.previews(pack, path.sheet, get_translations())}
    return page(
        "resident/check.html",
        heading=_("Check your answers"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        path=path,
        answered=len(path.answered()),
        marked=marked,
        kinds=sorted({detail for each in marked.values() for detail in each.details}),
        take_out=TAKE_OUT,
        problems=problems,
        form=Form(),
        notice=visit.notices(),
    )
