"""Leaving in a hurry: a way out that also makes the browser forget, and a page that says what it does not hide."""

from __future__ import annotations

from flask import Blueprint, redirect, request, session
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from consult.resident import visit
from consult.web.languages import both
from consult.web.leaving_quickly import EXIT_TO
from consult.web.pages import page

FROM_HERE = {"same-origin", "none"}
"""What a browser says when one of our pages, or the person, asks. Another site must not make anybody forget."""


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/exit", endpoint="exit_now")(exit_now)
    both(blueprint, "/leave-quickly", endpoint="leave_quickly")(leave_quickly)


def exit_now() -> Response:
    """Lead to a harmless page elsewhere, and take all that opens answers out of the browser."""
    away = redirect(EXIT_TO, 303)
    if request.headers.get("Sec-Fetch-Site", "none") in FROM_HERE:
        session.clear()
        visit.forget_all(away)
    return away


def leave_quickly() -> str:
    """Say how to leave in a hurry, and what that does not hide."""
    return page("resident/leave_quickly.html", heading=_("How to leave quickly"), robots="index")
