"""Whose the answers are that were shared from this browser before the ones in it were begun.

Whoever answers anew counts once, so their earlier answers have to come out first. And whoever sits down after
somebody else must neither write under that person's words nor take their answers back by mistake. Only they know.
"""

from __future__ import annotations

from enum import StrEnum

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from consult.packs.model import Pack
from consult.resident import visit
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both
from consult.web.pages import page

ONWARD = frozenset({"share", "shared", "delete"})
"""The pages that ask first, and to which the answer leads back."""


class Whose(StrEnum):
    """Whose the answers were."""

    MINE = "mine"
    OTHERS = "others"


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/shared-before", methods=["GET", "POST"], endpoint="shared_before")(ask)


def ask_first(pack: Pack, then: str = "share") -> Response | None:
    """Lead to the question where it is open. Raises `StoreUnavailable`."""
    receipt = visit.current(pack).sheet.earlier
    if not receipt or submissions.find(receipt) is submissions.Standing.NOTHING:
        return None
    return redirect(url_for("resident.shared_before", pack=pack, then=then), 303)


def ask(pack: Pack) -> ResponseReturnValue:
    """Ask whose they were, or do what follows from it."""
    then = request.values.get("then", "")
    then = then if then in ONWARD else "share"
    if request.method == "GET":
        return _page(pack, [], then) if ask_first(pack) else _onward(pack, then)
    form = Form()
    if not form.validate():
        return _page(pack, form.problems(), then), 400
    whose = request.form.get("whose", "")
    if whose not in set(Whose):
        return _page(pack, [Problem(_("Say whose answers they were."))], then), 422
    try:
        _settle(pack, Whose(whose))
    except StoreUnavailable:
        return _page(pack, [Problem(away_words())], then), 503
    return _onward(pack, then)


def _settle(pack: Pack, whose: Whose) -> None:
    receipt = visit.current(pack).sheet.earlier
    if whose is Whose.MINE and receipt and submissions.withdraw(receipt):
        flash(_("What you shared is deleted. It leaves the published figures at their next update."))
    visit.forget_earlier(pack)


def _onward(pack: Pack, then: str) -> Response:
    return redirect(url_for(f"resident.{then}", pack=pack), 303)


def _page(pack: Pack, problems: list[Problem], then: str) -> str:
    return page(
        "resident/shared_before.html",
        heading=_("Were these answers yours?"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        then=then,
        whose=Whose,
        form=Form(),
        problems=problems,
    )
