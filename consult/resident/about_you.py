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
    problems = [_problem(pack, question) for question in pack.about_you if _is_unknown(question)]
    problems += [_problem(pack, question) for question in pack.about_you if _is_ruled_out(question)]
    if not Form().validate():
        return _page(pack, chosen, [Problem(stale_words())]), 400
    if problems:
        return _page(pack, chosen | _sent(pack), problems), 422
    try:
        now = visit.change(pack, lambda sheet: sheet.with_about(chosen))
    except StoreUnavailable:
        return _page(pack, chosen, [Problem(away_words())]), 503
    target = url_for("resident.later" if request.form.get("action") == "later" else "resident.download", pack=pack)
    return visit.remember(redirect(target, 303), pack, str(now.phrase))


def _chosen(pack: Pack) -> dict[str, str]:
    """Return the options chosen; where one tells the answer to another question too, that one as well."""
    chosen = _sent(pack)
    told = dict(each.only_if for each in pack.about_you if each.only_if and each.id in chosen)
    return told | chosen


def _sent(pack: Pack) -> dict[str, str]:
    sent = {each.id: request.form.get(each.id, "") for each in pack.about_you if not _is_unknown(each)}
    return {question: option for question, option in sent.items() if option}


def _is_unknown(question: AboutQuestion) -> bool:
    value = request.form.get(question.id, "")
    return bool(value) and value not in {option.id for option in question.options}


def _is_ruled_out(question: AboutQuestion) -> bool:
    """Say whether the answer goes with another answer to the question before than the one that was given."""
    if question.only_if is None or not request.form.get(question.id):
        return False
    on, wanted = question.only_if
    return request.form.get(on, "") not in {"", wanted}


def _problem(pack: Pack, question: AboutQuestion) -> Problem:
    if _is_unknown(question) or question.only_if is None:
        return Problem(_("Choose one of the answers in the list, or none."), question.id)
    on, wanted = question.only_if
    before = next(each for each in pack.about_you if each.id == on)
    label = next(option.label for option in before.options if option.id == wanted)
    return Problem(
        _("This goes with “%(answer)s” above only. Change one of the two, or leave this empty.", answer=label),
        question.id,
    )


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
