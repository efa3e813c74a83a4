"""Typing in a form that was filled in on paper. Each form is a response of its own, under a phrase of its own."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import StringField

from consult.documents.form_code import pack_of_code, read_code
from consult.packs.model import Pack
from consult.resident import visit
from consult.store.database import StoreUnavailable
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both
from consult.web.pages import page
from consult.web.shelf import packs

FRESH = "fresh"
"""The value of the button that puts the open answers away and starts an empty form."""


class CodeForm(Form):
    """The code on a paper form, as a person types it, and whether older words of the questions will do."""

    code = StringField(
        lazy_gettext("Form code"),
        description=lazy_gettext("Six letters and numbers, on the first page and at the top of the others."),
    )
    older = StringField()


@dataclass(frozen=True, slots=True)
class Printed:
    """Which consultation a form was printed for, and with which version of its questions."""

    pack: Pack
    version: int

    @property
    def is_older(self) -> bool:
        """Say whether the questions may have changed since."""
        return self.version != self.pack.version


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/type-in", methods=["GET", "POST"], endpoint="type_in")(type_in)


def type_in() -> ResponseReturnValue:
    """Ask for the code on the form, or lead to its questions with nothing answered."""
    form = CodeForm()
    if request.method == "GET":
        return _page(form, [])
    if not form.validate():
        return _page(form, form.problems()), 400
    code = read_code(form.code.data or "")
    if code is None:
        return _page(form, [Problem(_("Check the code. It has six letters and numbers."), "code")]), 422
    printed = printed_with(code)
    if printed is None:
        return _page(form, [Problem(unknown_words(), "code")]), 404
    if printed.is_older and not form.older.data:
        return _older_page(form, printed)
    return _begin(form, printed.pack)


def printed_with(code: str) -> Printed | None:
    """Return what the form with this code was printed for, among all versions so far of every consultation."""
    for pack in packs().values():
        for version in range(pack.version, 0, -1):
            if pack_of_code(code, [pack.model_copy(update={"version": version})]):
                return Printed(pack, version)
    return None


def unknown_words() -> str:
    """Return what to say of a code that is right in itself and belongs to no form of this site."""
    return _("No form of this site has this code. Was the form printed from another site? Then type it in there.")


def _begin(form: CodeForm, pack: Pack) -> ResponseReturnValue:
    """Lead to the questions, but never into answers that someone else left open here."""
    try:
        now = visit.current(pack)
    except StoreUnavailable:
        return _page(form, [Problem(away_words())]), 503
    if request.form.get("action") != FRESH and (now.sheet.answers or now.sheet.about):
        return _held_page(form, pack, now)
    return visit.forget(redirect(url_for("resident.tasks", pack=pack), 303), pack)


def _page(form: CodeForm, problems: list[Problem]) -> str:
    form.code.errors = [problem.text for problem in problems if problem.field == "code"]
    return page("resident/type_in.html", heading=_("Type in a paper form"), form=form, problems=problems)


def _older_page(form: CodeForm, printed: Printed) -> str:
    return page(
        "resident/type_in_older.html",
        heading=_("This form has older questions"),
        pack=printed.pack,
        home=url_for("resident.landing", pack=printed.pack),
        form=form,
        printed=printed,
    )


def _held_page(form: CodeForm, pack: Pack, now: visit.Visit) -> str:
    return page(
        "resident/type_in_held.html",
        heading=_("Other answers are open here"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        form=form,
        fresh=FRESH,
        phrase=now.phrase,
    )
