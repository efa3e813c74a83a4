"""Take back what was shared, with the phrase from the receipt, on any device."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.resident.later import PhraseForm, bad_phrase_words
from consult.store import phrases, submissions
from consult.store.database import StoreUnavailable
from consult.web.forms import Problem, away_words
from consult.web.languages import both
from consult.web.limits import GUESSES, limiter
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/take-back", methods=["GET"], endpoint="withdraw")(ask)
    both(blueprint, "/take-back", methods=["POST"], endpoint="withdraw_now")(limiter.limit(GUESSES)(withdraw))


def ask() -> str:
    """Ask for the phrase on the receipt."""
    return _page(PhraseForm(), [])


def withdraw() -> ResponseReturnValue:
    """Take the answers that belong to the phrase out of everything."""
    form = PhraseForm()
    if not form.validate():
        return _page(form, form.problems()), 400
    receipt = phrases.read_phrase(form.phrase.data or "")
    if receipt is None:
        return _page(form, [Problem(bad_phrase_words(), "phrase")]), 422
    try:
        found = submissions.withdraw(receipt)
    except StoreUnavailable:
        return _page(form, [Problem(away_words())]), 503
    if not found:
        return _page(
            form, [Problem(_("Nothing shared belongs to these words. It may be gone already."), "phrase")]
        ), 404
    return page("resident/withdrawn.html", heading=_("Taken back"))


def _page(form: PhraseForm, problems: list[Problem]) -> str:
    for problem in problems:
        if problem.field == "phrase":
            form.phrase.errors = [problem.text]
    return page("resident/withdraw.html", heading=_("Take back what you shared"), form=form, problems=problems)
