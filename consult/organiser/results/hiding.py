"""Hiding a comment that should not be read, with a reason that is kept, and showing it again."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_login import current_user
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from consult.answers.cleaning import clean_line
from consult.organiser.results.comments_page import comment_id, question_with_words
from consult.organiser.results.shown import Shown, shown_of_own
from consult.store.database import StoreUnavailable
from consult.store.mixing import comments, likenesses
from consult.store.mixing.comments import REASON_AT_MOST, HiddenAlreadyError, Written
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form, Problem, away_words
from consult.web.languages import both
from consult.web.pages import page


class HideForm(Form):
    """Why a comment is hidden."""

    reason = StringField(
        lazy_gettext("Why hide it?"),
        description=lazy_gettext("Other organisers see this. For example: it names a neighbour."),
        filters=[lambda text: clean_line(text or "").text],
        validators=[
            DataRequired(lazy_gettext("Say why you hide it")),
            Length(max=REASON_AT_MOST, message=lazy_gettext("Use 200 characters or fewer")),
        ],
    )


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    rule = "/organiser/campaigns/<slug>/comments/<int:number>/<comment>"
    both(blueprint, f"{rule}/hide", methods=["GET"], endpoint="hide")(ask)
    both(blueprint, f"{rule}/hide", methods=["POST"], endpoint="hide_now")(hide)
    both(blueprint, f"{rule}/show", methods=["POST"], endpoint="show_now")(show)


def ask(slug: str, number: int, comment: str) -> str:
    """Show the comment once more, and ask why it is to be hidden."""
    return _page(shown_of_own(slug), number, _found(slug, comment), HideForm(), [])


def hide(slug: str, number: int, comment: str) -> ResponseReturnValue:
    """Hide the comment from pages and files."""
    seen, form = shown_of_own(slug), HideForm()
    written = _found(slug, comment)
    if not form.validate():
        return _page(seen, number, written, form, form.problems()), 400 if form.is_stale() else 422
    try:
        comments.hide(slug, written.id, form.reason.data or "", actor_id=current_user.id) or abort(404)
        likenesses.replace_example(slug, written.question, written)
    except HiddenAlreadyError as error:
        written = replace(written, hidden=error.reason)
        return _page(seen, number, written, form, [Problem(_already_words(written), "reason")]), 409
    except StoreUnavailable:
        return _page(seen, number, written, form, [Problem(away_words())]), 503
    flash(_("The comment is hidden. It is in no file from now on."))
    return redirect(url_for("organiser.comments_on", slug=slug, number=number), 303)


def show(slug: str, number: int, comment: str) -> ResponseReturnValue:
    """Show a hidden comment again."""
    shown_of_own(slug)
    if not Form().validate():
        abort(400)
    written = _found(slug, comment)
    comments.show(slug, written.id, actor_id=current_user.id)
    flash(_("The comment is shown again."))
    return redirect(url_for("organiser.comments_on", slug=slug, number=number), 303)


def _already_words(written: Written) -> str:
    """Return who hid a comment already, and why. Who did is forgotten after a year."""
    who = audit.who_did(Action.HID_COMMENT, written.id)
    if who:
        return _("%(who)s hid this comment already, and said why: %(reason)s", who=who, reason=written.hidden)
    return _("Somebody hid this comment already, and said why: %(reason)s", reason=written.hidden)


def _found(slug: str, comment: str) -> Written:
    return comments.find(slug, comment_id(comment)) or abort(404)


def _page(seen: Shown, number: int, written: Written, form: HideForm, problems: list[Problem]) -> str:
    return page(
        "organiser/hide.html",
        heading=_("Hide this comment?"),
        home=url_for("organiser.comments_on", slug=seen.campaign.slug, number=number),
        pack=seen.pack,
        question=question_with_words(seen, number),
        written=written,
        already=_already_words(written) if written.hidden is not None else "",
        form=form,
        problems=problems,
    )
