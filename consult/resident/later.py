"""Stopping and coming back: the phrase of words that opens the answers on any device."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import StringField

from consult.packs.model import Pack
from consult.resident import visit
from consult.store import drafts, phrases
from consult.store.database import StoreUnavailable
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both
from consult.web.limits import GUESSES, limiter
from consult.web.pages import page
from consult.web.shelf import packs


class PhraseForm(Form):
    """A phrase, as a person types it."""

    phrase = StringField(
        lazy_gettext("Your seven words"),
        description=lazy_gettext(
            "Capital letters and commas do not matter. The first four letters of each word are enough."
        ),
    )


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/later", endpoint="later")(later)
    both(blueprint, "/come-back", methods=["GET"], endpoint="resume")(show_resume)
    both(blueprint, "/come-back", methods=["POST"], endpoint="resume_with")(limiter.limit(GUESSES)(resume))


def later(pack: Pack) -> str:
    """Show the phrase, and how long the answers are kept."""
    return page(
        "resident/later.html",
        heading=_("Come back later"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        phrase=visit.phrase_here(pack),
        days=drafts.KEPT_DAYS,
    )


def show_resume() -> str:
    """Ask for the phrase."""
    return _page(PhraseForm(), [])


def resume() -> ResponseReturnValue:
    """Open the answers that the phrase belongs to."""
    form = PhraseForm()
    if not form.validate():
        return _page(form, form.problems()), 400
    phrase = phrases.read_phrase(form.phrase.data or "")
    if phrase is None:
        return _page(form, [Problem(bad_phrase_words(), "phrase")]), 422
    try:
        text = drafts.load(phrase)
    except StoreUnavailable:
        return _page(form, [Problem(away_words())]), 503
    for pack in packs().values():
        if text is not None and visit.sheet_for(pack, text):
            return visit.remember(redirect(url_for("resident.tasks", pack=pack), 303), pack, phrase)
    return _page(form, [Problem(_("No answers belong to these words. They may have been deleted."), "phrase")]), 404


def bad_phrase_words() -> str:
    """Return what to say of something that is not a phrase."""
    return _("Type all seven words. Check the spelling of each one.")


def _page(form: PhraseForm, problems: list[Problem]) -> str:
    for problem in problems:
        if problem.field == "phrase":
            form.phrase.errors = [problem.text]
    return page("resident/resume.html", heading=_("Come back to your answers"), form=form, problems=problems)
