"""The about-you questions: ours, coarse, optional, and asked only for the counts."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.packs.model import AboutQuestion, Pack
from consult.resident import visit
from consult.store.database import StoreUnavailable
from consult.web.forms import Form, Problem, away_words, stale_words
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/about-you", methods=["GET", "POST"], endpoint="about_you")(about_you)


def about_you(pack: Pack) -> ResponseReturnValue:
    """Show the questions, or keep what was chosen."""
    if request.method == "GET":
        return _page(pack, dict(visit.current(pack).sheet.about), [])
    chosen = _chosen(pack)
    unknown = [_unknown(question) for question in pack.about_you if _is_unknown(question)]
    if not Form().validate():
        return _page(pack, chosen, [Problem(stale_words())]), 400
    if unknown:
        return _page(pack, chosen, unknown), 422
    try:
        now = visit.change(pack, lambda sheet: sheet.with_about(chosen))
    except StoreUnavailable:
        return _page(pack, chosen, [Problem(away_words())]), 503
    target = url_for("resident.later" if request.form.get("action") == "later" else "resident.download", pack=pack)
    return visit.remember(redirect(target, 303), pack, str(now.phrase))


def _chosen(pack: Pack) -> dict[str, str]:
    """Return the options chosen, without those of a question that another answer rules out."""
    chosen = {each.id: request.form.get(each.id, "") for each in pack.about_you if not _is_unknown(each)}
    return {
        each.id: chosen[each.id]
        for each in pack.about_you
        if chosen.get(each.id) and (each.only_if is None or chosen.get(each.only_if[0]) == each.only_if[1])
    }


def _is_unknown(question: AboutQuestion) -> bool:
    value = request.form.get(question.id, "")
    return bool(value) and value not in {option.id for option in question.options}


def _unknown(question: AboutQuestion) -> Problem:
    return Problem(_("Choose one of the answers in the list, or none."), question.id)


def _page(pack: Pack, chosen: dict[str, str], problems: list[Problem]) -> str:
    return page(
        "resident/about_you.html",
        heading=_("About you"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        chosen=chosen,
        problems=problems,
        form=Form(),
    )
