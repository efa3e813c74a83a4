"""Share or not: counts only, counts and words, or nothing. The person sees what would be kept before it is."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from consult.answers.path import Path
from consult.packs.model import Pack
from consult.resident import invited, visit
from consult.resident.sharing import leaving, shared_before
from consult.store import drafts
from consult.store.campaign_plan import Planned, Stage
from consult.store.database import StoreUnavailable
from consult.store.mixing import submissions
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both, current
from consult.web.pages import notices, page


class Choice(StrEnum):
    """What a person leaves behind."""

    COUNTS = "counts"
    WORDS = "words"
    NOTHING = "nothing"


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/share", methods=["GET", "POST"], endpoint="share")(share)
    both(blueprint, "/<pack:pack>/share/words", methods=["GET", "POST"], endpoint="share_words")(share_words)
    both(blueprint, "/<pack:pack>/shared", endpoint="shared")(shared)


def share(pack: Pack) -> ResponseReturnValue:
    """Ask what to leave behind, or do what was chosen."""
    if request.method == "GET":
        return _instead(pack) or _page(pack, [])
    form, choice = Form(), request.form.get("share", "")
    if not form.validate():
        return _page(pack, form.problems(), chosen=choice), 400
    if choice not in set(Choice):
        return _page(pack, [Problem(_("Choose what to share, or to share nothing."), "share")]), 422
    if choice == Choice.WORDS:
        return redirect(url_for("resident.share_words", pack=pack), 303)
    return _leave(pack, Choice(choice))


def share_words(pack: Pack) -> ResponseReturnValue:
    """Show the words as they would be kept, with personal details taken out, and ask again."""
    form = Form()
    if request.method == "GET":
        return _instead(pack) or _words_page(pack, [])
    if not form.validate():
        return _words_page(pack, form.problems()), 400
    choice = Choice.COUNTS if request.form.get("share") == Choice.COUNTS else Choice.WORDS
    return _leave(pack, choice, seen=request.form.get("seen"))


def shared(pack: Pack) -> ResponseReturnValue:
    """Show the receipt. The page is worked out afresh each time, so it may be bookmarked."""
    if first := shared_before.ask_first(pack, "shared"):
        return first
    now = visit.current(pack)
    receipt = submissions.receipt_for(now.phrase) if now.phrase else None
    standing = submissions.find(receipt) if receipt else submissions.Standing.NOTHING
    return page(
        "resident/shared.html",
        heading=_("What happens next"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        receipt=receipt,
        standing=standing.value,
        chosen=now.sheet.shared,
        has_answers=bool(now.sheet.answers),
        notice=notices(),
    )


def _leave(pack: Pack, choice: Choice, *, seen: str | None = None) -> ResponseReturnValue:
    """Do what was chosen and lead to the receipt. Sharing twice counts once. `seen` stands for the words shown."""
    try:
        now = visit.current(pack)
        if choice is Choice.NOTHING:
            return _share_nothing(pack, now)
        if now.phrase is None or not Path(pack, now.sheet).answered():
            # The second click of a double click finds the answers shared and gone.
            return _receipt_if_shared(pack) or (
                _page(pack, [Problem(_("Answer at least one question first."))], chosen=choice),
                422,
            )
        return shared_before.ask_first(pack) or _not_now_refused(pack) or _hand_in(pack, now, choice, seen)
    except StoreUnavailable:
        return _page(pack, [Problem(away_words())], chosen=choice), 503


def _share_nothing(pack: Pack, now: visit.Visit) -> Response:
    """Take back what may have been shared before, and keep the answers for the person."""
    if now.phrase and submissions.withdraw(submissions.receipt_for(now.phrase)):
        flash(_("What you shared is deleted. It leaves the published figures at their next update."))
    if now.sheet.answers:
        visit.change(pack, lambda sheet: replace(sheet, shared=Choice.NOTHING.value))
    return _to_receipt(pack)


def _hand_in(pack: Pack, now: visit.Visit, choice: Choice, seen: str | None) -> ResponseReturnValue:
    """Put what was chosen into the inbox, and delete the draft.

    The browser keeps the phrase until it closes, as it finds the receipt again.
    """
    phrase = str(now.phrase)
    comments = leaving.comments(pack, now.sheet, get_translations(), current()) if choice is Choice.WORDS else {}
    if choice is Choice.WORDS and seen != leaving.mark_of(each.text for each in comments.values()):
        # Nobody has seen these words as they would be kept: the person changed them in another window, say.
        return _words_page(pack, [Problem(_changed_words())]), 409
    shared = leaving.submission(pack, now.sheet, comments, current())
    outcome = submissions.submit(submissions.receipt_for(phrase), shared)
    if outcome in {submissions.Outcome.UNKNOWN_CAMPAIGN, submissions.Outcome.CLOSED}:
        # It may have been paused or closed just now: then the page says which.
        gone = Problem(_("This site no longer collects answers to this consultation."))
        return _not_now_refused(pack) or (_page(pack, [gone]), 409)
    if outcome is submissions.Outcome.ALREADY_COUNTED:
        # These answers are in no count and not deleted: they may be new ones.
        flash(_("Your answers were counted before, and stay as they were. To change them, take them back first."))
    else:
        drafts.delete(phrase)
    return _to_receipt(pack)


def _changed_words() -> str:
    return _("Your answers changed after this page was made. This is what would be kept now. Please read it again.")


def _to_receipt(pack: Pack) -> Response:
    return redirect(url_for("resident.shared", pack=pack), 303)


def _instead(pack: Pack) -> ResponseReturnValue | None:
    """Return what comes before the choice: the receipt of one made before, whose that was, or a closed door."""
    return _receipt_if_shared(pack) or shared_before.ask_first(pack) or _not_now(pack)


def _receipt_if_shared(pack: Pack) -> Response | None:
    """Lead to the receipt where the answers are gone because they were shared."""
    now = visit.current(pack)
    if now.phrase is None or now.sheet.answers:
        return None
    standing = submissions.find(submissions.receipt_for(now.phrase))
    return None if standing is submissions.Standing.NOTHING else _to_receipt(pack)


def _not_now_refused(pack: Pack) -> ResponseReturnValue | None:
    shut = _not_now(pack)
    return (shut, 409) if shut else None


def _not_now(pack: Pack) -> str | None:
    """Return the page that says why nothing can be shared today, None while the campaign is open."""
    planned = invited.campaign_of(pack, visit.current(pack).sheet)
    stage = invited.standing(pack, planned)
    if stage is Stage.OPEN:
        return None
    return page(
        "resident/share_not_now.html",
        heading=_("This campaign has closed") if stage is Stage.CLOSED else _("You cannot share right now"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        planned=planned,
        stage=stage.value,
    )


def _shares_with(pack: Pack) -> Planned | None:
    """Return the campaign that gets what is shared.

    None for the site's own one while nobody has put a name to it, and on a page that says that the store is away.
    """
    try:
        planned = invited.campaign_of(pack, visit.current(pack).sheet)
    except StoreUnavailable:
        return None
    return planned if planned.slug != pack.id or planned.plan.organiser else None


def _page(pack: Pack, problems: list[Problem], *, chosen: str = "") -> str:
    return page(
        "resident/share.html",
        heading=_("Share your answers, or not"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        problems=problems,
        shares_with=_shares_with(pack),
        chosen=chosen,
        has_document=visit.has_document(pack),
        form=Form(),
    )


def _words_page(pack: Pack, problems: list[Problem]) -> str:
    previews = leaving.previews(pack, visit.current(pack).sheet, get_translations())
    return page(
        "resident/share_words.html",
        heading=_("Check the words you share"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        problems=problems,
        shares_with=_shares_with(pack),
        previews=previews,
        seen=leaving.mark_of(each.text for each in previews),
        has_document=visit.has_document(pack),
        form=Form(),
    )
