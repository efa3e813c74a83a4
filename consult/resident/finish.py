"""Finishing on a computer that others use too: the browser forgets, and the next person begins afresh."""

from __future__ import annotations

from flask import Blueprint, make_response, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.packs.model import Pack
from consult.resident import visit
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/finish", methods=["GET"], endpoint="finish")(ask)
    both(blueprint, "/<pack:pack>/finish", methods=["POST"], endpoint="finish_now")(finish)


def ask(pack: Pack) -> str:
    """Show the words that would be gone from this browser, and ask."""
    return _page(pack, [])


def finish(pack: Pack) -> ResponseReturnValue:
    """Take everything of ours out of the browser. What is kept or shared stays as it is."""
    form = Form()
    if not form.validate():
        return _page(pack, form.problems()), 400
    done = page(
        "resident/finished.html",
        heading=_("This browser has forgotten your answers"),
        home=url_for("resident.start"),
    )
    session.clear()
    return visit.forget_all(make_response(done))


def _page(pack: Pack, problems: list[Problem]) -> str:
    phrase, receipt = _words_here(pack)
    return page(
        "resident/finish.html",
        heading=_("Finish on this computer"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        form=Form(),
        problems=problems,
        phrase=phrase,
        receipt=receipt,
    )


def _words_here(pack: Pack) -> tuple[str | None, str | None]:
    """Return the words that open the answers, and those of the receipt; None for what there is not."""
    phrase = visit.phrase_here(pack)
    try:
        now = visit.current(pack)
        receipt = submissions.receipt_for(phrase) if phrase else None
        stands = receipt and submissions.find(receipt) is not submissions.Standing.NOTHING
    except StoreUnavailable:
        # Better words that open nothing than words that somebody needed and never saw.
        return phrase, None
    return phrase if now.is_kept else None, receipt if stands else None
