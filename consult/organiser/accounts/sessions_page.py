"""Where one is signed in: the list of sessions, and ending one or all."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.access import me
from consult.organiser.accounts import security
from consult.organiser.accounts.role_words import role_words
from consult.organiser.accounts.security import SESSION
from consult.store.organisers import audit, sign_ins
from consult.store.organisers.audit import Action
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import page

EVERYWHERE = "everywhere"


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/organiser/sessions", methods=["GET"], endpoint="sessions")(sessions)
    both(blueprint, "/organiser/sessions", methods=["POST"], endpoint="end_sessions")(end)


def sessions() -> str:
    """List the sessions."""
    return _page([])


def end() -> ResponseReturnValue:
    """End the session that the button names, or all of them."""
    if not Form().validate():
        return _page([Problem(_("This page was open for a long time. Sign out once more."))]), 400
    which = request.form.get("session", EVERYWHERE)
    if which == EVERYWHERE:
        audit.record(current_user.id, Action.SIGNED_OUT_EVERYWHERE)
        security.leave_everywhere()
        flash(_("You are signed out, on this device and on every other."))
        return redirect(url_for("organiser.sign_in"), 303)
    sign_ins.end(current_user.id, which)
    return redirect(url_for("organiser.sessions"), 303)


def _page(problems: list[Problem]) -> str:
    return page(
        "organiser/sessions.html",
        heading=_("Where you are signed in"),
        sessions=sign_ins.sessions(current_user.id),
        this=sign_ins.name_of(session.get(SESSION, "")),
        role=role_words()[me().role].name,
        hours=int(security.LASTS.total_seconds() // 3600),
        form=Form(),
        problems=problems,
    )
