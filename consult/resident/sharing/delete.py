"""Delete everything now: the answers kept here and whatever was shared."""

from __future__ import annotations

from flask import Blueprint, make_response, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.packs.model import Pack
from consult.resident import visit
from consult.resident.sharing import shared_before
from consult.store import drafts
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/delete", methods=["GET"], endpoint="delete")(ask)
    both(blueprint, "/<pack:pack>/delete", methods=["POST"], endpoint="delete_now")(delete)


def ask(pack: Pack) -> ResponseReturnValue:
    """Ask once more, and say what will be gone."""
    return shared_before.ask_first(pack, "delete") or _page(pack, [])


def delete(pack: Pack) -> ResponseReturnValue:
    """Delete the draft and withdraw what was shared, then take everything about it out of the browser."""
    form = Form()
    if not form.validate():
        return _page(pack, form.problems()), 400
    phrase = visit.phrase_here(pack)
    try:
        if first := shared_before.ask_first(pack, "delete"):
            return first
        if phrase:
            submissions.withdraw(submissions.receipt_for(phrase))
            drafts.delete(phrase)
    except StoreUnavailable:
        return _page(pack, [Problem(away_words())]), 503
    done = page(
        "resident/deleted.html",
        heading=_("Your answers are deleted"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
    )
    # The cookie of the visit says which campaign's link was followed, and that there was a document.
    session.clear()
    return visit.forget(make_response(done), pack)


def _page(pack: Pack, problems: list[Problem]) -> str:
    return page(
        "resident/delete.html",
        heading=_("Delete everything now?"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        has_answers=visit.phrase_here(pack) is not None,
        form=Form(),
        problems=problems,
    )
