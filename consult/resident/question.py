"""One question: read it, answer it, save it, go on."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from consult.answers.kinds.protocol import TEXT_LIMIT, Fault, FieldFault, Parsed
from consult.answers.path import Path, kind_of, options_of
from consult.answers.sheet import BLANK, Answer, AnswerSheet
from consult.packs.model import Pack, Question
from consult.resident import invited, visit
from consult.resident.question_page import QuestionPage, digest
from consult.store import plans
from consult.store.database import StoreUnavailable
from consult.web.forms import Form, Problem, away_words, guard, stale_words
from consult.web.languages import both

CHECK = "check"
LATER = "later"
CLEAR = "clear"


class ChangedMeanwhileError(Exception):
    """Raised when another window saved this answer since the page was made. `kept` is the answer as it is now."""

    def __init__(self, kept: Answer) -> None:
        super().__init__("another window saved this answer")
        self.kept = kept


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/question/<int:number>", methods=["GET", "POST"], endpoint="question")(question)


def question(pack: Pack, number: int) -> ResponseReturnValue:
    """Show a question with the answer so far, or save the answer in the form."""
    found = next((each for each in pack.questions if each.number == number), None)
    if found is None:
        abort(404)
    return _save(pack, found) if request.method == "POST" else _show(pack, found)


def _show(pack: Pack, asked: Question) -> str:
    sheet = visit.current(pack).sheet
    notices = visit.notices()
    page = QuestionPage(pack, asked, request.args.get("return") == CHECK, plans.outline(sheet.campaign))
    return page.prepared(answer=sheet.answer(asked.id), guard=guard(), notice=notices)


def _save(pack: Pack, asked: Question) -> ResponseReturnValue:
    parsed = kind_of(asked).parse(request.form, options_of(pack, asked))
    if request.form.get("action") == CLEAR:
        parsed = replace(parsed, answer=replace(parsed.answer, choice=None))
    if not Form().validate():
        return _again(pack, asked, parsed, [Problem(stale_words())]), 400
    if parsed.faults:
        return _again(pack, asked, parsed, [_problem(fault) for fault in parsed.faults]), 422
    try:
        now = visit.change(pack, lambda sheet: _with_answer(sheet, asked, parsed.answer))
    except ChangedMeanwhileError as error:
        return _again(pack, asked, parsed, [Problem(_changed_words(), "text")], meanwhile=error.kept), 409
    except StoreUnavailable:
        return _again(pack, asked, parsed, [Problem(away_words())]), 503
    if parsed.removed:
        flash(removed_words(parsed.removed))
    return visit.remember(_onward(pack, asked, now.sheet), pack, str(now.phrase))


def _with_answer(sheet: AnswerSheet, asked: Question, answer: Answer) -> AnswerSheet:
    """Return the sheet with the answer. Raises `ChangedMeanwhileError` rather than write over what was not seen."""
    kept, seen = sheet.answer(asked.id), request.form.get("seen")
    if seen and kept and kept != answer and digest(kept) != seen:
        raise ChangedMeanwhileError(kept)
    return sheet.with_answer(asked.id, answer)


def _onward(pack: Pack, asked: Question, sheet: AnswerSheet) -> Response:
    """Return where a saved answer leads: to pause, back to check, the next question, or the rest after a route."""
    if request.form.get("action") == CLEAR:
        flash(_("Your choice is taken back."))
        same = url_for("resident.question", pack=pack, number=asked.number)
        return redirect(f"{same}?return={CHECK}" if request.form.get("return") == CHECK else same, 303)
    if request.form.get("action") == LATER:
        return redirect(url_for("resident.later", pack=pack), 303)
    path = Path(pack, sheet, invited.outline(pack).route)
    following = path.next_after(asked)
    if request.form.get("return") != CHECK and following:
        return redirect(url_for("resident.question", pack=pack, number=following.number), 303)
    if request.form.get("return") != CHECK and path.is_first(asked) and path.rest:
        flash(_("You came to the end of the questions that the organiser chose. You can answer more, or check."))
        return redirect(url_for("resident.tasks", pack=pack), 303)
    return redirect(url_for("resident.check", pack=pack, _anchor=asked.id), 303)


def _again(
    pack: Pack, asked: Question, parsed: Parsed, problems: list[Problem], *, meanwhile: Answer = BLANK
) -> str:
    """Return the page with everything the person typed, and what to do about it."""
    return QuestionPage(pack, asked, request.form.get("return") == CHECK, invited.outline(pack)).direct(
        answer=parsed.answer,
        guard=guard(),
        notice=removed_words(parsed.removed) if parsed.removed else "",
        problems=problems,
        seen=digest(meanwhile) if meanwhile else request.form.get("seen", ""),
        meanwhile=meanwhile,
    )


def _changed_words() -> str:
    return _(
        "This answer was saved since you opened this page, perhaps in another window. Both texts are here. "
        "Put into the box what you want to keep, and save."
    )


def _problem(fault: FieldFault) -> Problem:
    if fault.fault is Fault.TOO_LONG:
        return Problem(
            ngettext(
                "Your answer is %(num)s character too long. The most is %(limit)s. Please make it shorter.",
                "Your answer is %(num)s characters too long. The most is %(limit)s. Please make it shorter.",
                fault.over_by,
                limit=format_decimal(TEXT_LIMIT),
            ),
            fault.field,
        )
    return Problem(_("Choose one of the answers in the list, or none."), fault.field)


def removed_words(count: int) -> str:
    """Return what to say when cleaning took characters out."""
    return ngettext(
        "We took out %(num)s hidden character that a document cannot hold. All your words are here.",
        "We took out %(num)s hidden characters that a document cannot hold. All your words are here.",
        count,
    )
