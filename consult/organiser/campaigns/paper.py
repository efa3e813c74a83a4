"""Typing in paper booklets for a campaign: one page a booklet, by keyboard alone, with a running count.

Each page carries a phrase of its own, which is the booklet's receipt. Sent twice, it counts once. The words are
written on the booklet and kept nowhere: they tell that it was typed in already, and let the person take it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from consult.answers.kinds.protocol import TEXT_LIMIT, Fault
from consult.answers.path import kind_of, options_of
from consult.documents.form_code import form_code
from consult.organiser.campaigns import booklet
from consult.organiser.campaigns.booklet import Consent, Typed
from consult.organiser.campaigns.running import Run, run_of
from consult.store import phrases
from consult.store.campaign_plan import Stage
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.store.mixing.submissions import Outcome, Standing
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import DEFAULT, LANGUAGES, both
from consult.web.pages import page

LONGEST_COUNT = 6


@dataclass(frozen=True)
class Page:
    """The page for one booklet.

    `receipt` is the phrase that the booklet gets, `language` the code of its language, `written` what the helper
    found on it, `count` how many booklets were typed in before it in this sitting.
    """

    run: Run
    receipt: str
    typed: Sequence[Typed]
    language: str
    consent: str = ""
    written: str = ""
    count: int = 0

    def show(self, problems: Sequence[Problem] = (), *, last: str = "", kept: bool = True) -> str:
        """Return the page. `last` is the receipt of the booklet before, when one was just kept."""
        return page(
            "organiser/paper.html",
            heading=_("Type in a paper booklet"),
            home=url_for("organiser.campaigns"),
            pack=self.run.pack,
            run=self.run,
            code=form_code(self.run.pack),
            sheet=self,
            problems=problems,
            last=last,
            kept=kept,
            goes_on=not problems and (bool(last) or not kept),
            kind_of=kind_of,
            options_of=options_of,
            form=Form(),
        )


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/campaigns/<slug>/paper", methods=["GET", "POST"], endpoint="paper")(paper)


def paper(slug: str) -> ResponseReturnValue:
    """Show an empty page, or take what was typed and show the next one."""
    run = run_of(slug)
    if request.method == "GET":
        return _fresh(run, 0, _usual_language(run)).show() if run.stage is Stage.OPEN else _not_now(run)
    sheet = _sent(run)
    form = Form()
    if not form.validate():
        return sheet.show(form.problems()), 400
    try:
        return _take(sheet)
    except StoreUnavailable:
        return sheet.show([Problem(away_words())]), 503


def _take(sheet: Page) -> ResponseReturnValue:
    if sheet.written and submissions.find(sheet.written) is not Standing.NOTHING:
        return sheet.show([Problem(_twice_words(), "written")]), 409
    problems = list(_problems(sheet))
    if problems:
        return sheet.show(problems), 422
    if sheet.consent == Consent.NOTHING:
        return _fresh(sheet.run, sheet.count, sheet.language).show(kept=False)
    return _keep(sheet)


def _keep(sheet: Page) -> ResponseReturnValue:
    with_words = sheet.consent == Consent.WORDS
    what = booklet.submission(
        sheet.run.pack,
        sheet.run.slug,
        list(sheet.typed),
        with_words=with_words,
        language=sheet.language,
    )
    outcome = submissions.submit(sheet.receipt, what)
    if outcome in {Outcome.CLOSED, Outcome.UNKNOWN_CAMPAIGN}:
        return sheet.show([Problem(_shut_words())]), 409
    if outcome is Outcome.ALREADY_COUNTED:
        return sheet.show([Problem(_twice_words())]), 409
    if sheet.count == 0:
        # Once a sitting: a line for each booklet would tell when each of them came.
        audit.record(current_user.id, Action.TYPED_PAPER, sheet.run.slug)
    count = sheet.count + (outcome is Outcome.WAITING)
    return _fresh(sheet.run, count, sheet.language).show(last=sheet.receipt)


def _fresh(run: Run, count: int, language: str) -> Page:
    return Page(run, phrases.new_phrase(), booklet.read(run.pack, {}), language, count=count)


def _usual_language(run: Run) -> str:
    """Return the language that most booklets of a campaign will be in: its own, where we print booklets in that."""
    return run.plan.language if run.plan.language in LANGUAGES else DEFAULT


def _sent(run: Run) -> Page:
    form = request.form
    count = form.get("count", "")
    return Page(
        run,
        phrases.read_phrase(form.get("receipt", "")) or phrases.new_phrase(),
        booklet.read(run.pack, form),
        form.get("language", ""),
        consent=form.get("consent", ""),
        written=form.get("written", "").strip(),
        count=int(count) if count.isascii() and count.isdigit() and len(count) <= LONGEST_COUNT else 0,
    )


def _not_now(run: Run) -> str:
    return page(
        "organiser/paper_not_now.html",
        heading=_("Type in a paper booklet"),
        home=url_for("organiser.campaigns"),
        pack=run.pack,
        run=run,
        form=Form(),
    )


def _problems(sheet: Page) -> list[Problem]:
    """Return what is wrong with what was typed, in the order of the page."""
    found = [problem for each in sheet.typed for problem in _problems_of(sheet.run, each)]
    if sheet.written and phrases.read_phrase(sheet.written) is None:
        words = _("Check the words on the booklet, or empty this field if there are none.")
        found.insert(0, Problem(words, "written"))
    if sheet.language not in LANGUAGES:
        found.insert(0, Problem(_("Say in which language the booklet is."), "language"))
    if sheet.consent not in set(Consent):
        found.append(Problem(_("Say what the person allowed on the booklet."), "consent"))
    elif sheet.consent != Consent.NOTHING and all(each.is_blank for each in sheet.typed):
        found.append(Problem(_("Type in at least one answer.")))
    return found


def _problems_of(run: Run, each: Typed) -> list[Problem]:
    number = each.question.number
    most = len(options_of(run.pack, each.question))
    box = _("Question %(number)s: type a digit from 1 to %(most)s, or nothing.", number=number, most=most)
    found = [Problem(box, f"{each.question.id}-box")] if each.is_no_box else []
    for fault in each.faults:
        if fault.fault is Fault.TOO_LONG:
            words = ngettext(
                "Question %(number)s: %(num)s character too long. The most is %(limit)s.",
                "Question %(number)s: %(num)s characters too long. The most is %(limit)s.",
                fault.over_by,
                number=number,
                limit=TEXT_LIMIT,
            )
            found.append(Problem(words, f"{each.question.id}-text"))
    return found


def _twice_words() -> str:
    return _("This booklet was typed in already. It counts once. Put it aside and take the next one.")


def _shut_words() -> str:
    return _("The campaign takes no answers now. What you typed is still here.")
