"""Take back what was shared, with the phrase from the receipt, on any device."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.resident.phrase_form import PhraseForm, reading_problems, too_many_words
from consult.store import phrases
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.web.forms import Problem, away_words
from consult.web.languages import both
from consult.web.limits import failures, limit_phrases
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/take-back", methods=["GET"], endpoint="withdraw")(ask)
    both(blueprint, "/take-back", methods=["POST"], endpoint="withdraw_now")(limit_phrases(withdraw, _too_many))


def ask() -> str:
    """Ask for the phrase on the receipt."""
    return _page(PhraseForm(), [])


def withdraw() -> ResponseReturnValue:
    """Take the answers that belong to the phrase out of everything.

    What cannot be read is looked for like any other: under words that nobody has.
    """
    form = PhraseForm()
    if not form.validate():
        return _page(form, form.problems()), 400
    reading = form.reading()
    try:
        found = submissions.withdraw(reading.phrase or phrases.new_phrase())
    except StoreUnavailable:
        return _page(form, [Problem(away_words())]), 503
    if found:
        return page("resident/withdrawn.html", heading=_("Taken back"))
    failures.note()
    if reading.phrase is None:
        return _page(form, reading_problems(reading)), 422
    return _page(
        form, [Problem(_("Nothing shared belongs to these words. It may be gone already."), "phrase")]
    ), 404


def _too_many() -> str:
    return _page(PhraseForm(), too_many_words())


def _page(form: PhraseForm, problems: list[Problem]) -> str:
    return page(
        "resident/withdraw.html",
        heading=_("Take back what you shared"),
        form=form.explained(problems),
        problems=problems,
    )
