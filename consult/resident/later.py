"""Stopping and coming back: the phrase of words that opens the answers on any device."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.phrase_form import PhraseForm, reading_problems, too_many_words
from consult.store import drafts, phrases
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.web.forms import Problem, away_words
from consult.web.languages import both
from consult.web.limits import failures, limit_phrases
from consult.web.pages import page
from consult.web.shelf import packs


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/later", endpoint="later")(later)
    both(blueprint, "/come-back", methods=["GET"], endpoint="resume")(show_resume)
    both(blueprint, "/come-back", methods=["POST"], endpoint="resume_with")(limit_phrases(resume, _too_many))


def later(pack: Pack) -> str:
    """Show the phrase, and how long the answers are kept."""
    return page(
        "resident/later.html",
        heading=_("Come back later"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        phrase=_phrase(pack),
        least=drafts.kept_days() - drafts.EARLIER_DAYS,
        most=drafts.kept_days(),
    )


def _phrase(pack: Pack) -> str | None:
    """Return the phrase if it opens anything. What was saved a moment ago is taken to be there."""
    try:
        now = visit.current(pack)
    except StoreUnavailable:
        return visit.phrase_here(pack)
    return now.phrase if now.is_kept else None


def show_resume() -> str:
    """Ask for the phrase."""
    return _page(PhraseForm(), [])


def resume() -> ResponseReturnValue:
    """Open the answers that the phrase belongs to, or show the receipt where they were shared.

    Everything is looked up, and the refusal is made, in any case: how long the answer takes is not to tell whether
    the words open something.
    """
    form = PhraseForm()
    if not form.validate():
        return _page(form, form.problems()), 400
    reading = form.reading()
    try:
        pack = _pack_of(drafts.look_up(reading.phrase))
        receipt = submissions.receipt_for(reading.phrase or phrases.new_phrase())
        was_shared = submissions.find(receipt) is not submissions.Standing.NOTHING
    except StoreUnavailable:
        return _page(form, [Problem(away_words())]), 503
    refusal = _page(form, [Problem(_nothing_words(), "phrase")] if reading.phrase else reading_problems(reading))
    if reading.phrase and pack:
        return visit.remember(redirect(url_for("resident.tasks", pack=pack), 303), pack, reading.phrase)
    if reading.phrase and was_shared:
        return page("resident/was_shared.html", heading=_("You shared these answers"), receipt=receipt)
    failures.note()
    return refusal, 404 if reading.phrase else 422


def _pack_of(text: str | None) -> Pack | None:
    """Return the pack that a draft's text answers, or None."""
    return next((pack for pack in packs().values() if text is not None and visit.sheet_for(pack, text)), None)


def _nothing_words() -> str:
    return _("No answers belong to these words. They may have been deleted.")


def _too_many() -> str:
    return _page(PhraseForm(), too_many_words())


def _page(form: PhraseForm, problems: list[Problem]) -> str:
    return page(
        "resident/resume.html",
        heading=_("Come back to your answers"),
        form=form.explained(problems),
        problems=problems,
    )
