"""Who may see what: every page needs somebody signed in, and shows that person's own campaigns only."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_security import auth_required
from werkzeug.wrappers import Response

from consult.organiser.accounts import LASTS, is_signed_in
from consult.organiser.coming_back import here
from consult.store import accounts
from consult.store.campaigns import Campaign

OPEN = frozenset({"organiser.sign_in", "organiser.sign_in_now"})
"""The only pages for someone who is not signed in."""


def guard(blueprint: Blueprint) -> None:
    """Let nobody at a page of the blueprint who is not signed in, unless the page is open."""
    blueprint.before_request(_only_signed_in)


def send_to_sign_in() -> Response:
    """Send someone who is not signed in to the page where they can, and from there back here."""
    return redirect(url_for("organiser.sign_in", next=here()), 303)


def own_campaigns() -> list[Campaign]:
    """Return the campaigns that the person who is signed in may see, by title. Raises `StoreUnavailable`."""
    return accounts.campaigns_of(current_user.id)


def own_campaign(slug: str) -> Campaign:
    """Return one of the person's campaigns. Aborts with 404 for any other, whether or not there is one.

    Raises `StoreUnavailable`.
    """
    return next((campaign for campaign in own_campaigns() if campaign.slug == slug), None) or abort(404)


def _only_signed_in() -> ResponseReturnValue | None:
    if request.endpoint in OPEN:
        return None
    if not is_signed_in():
        return send_to_sign_in()
    g.organiser = current_user.email
    answer: ResponseReturnValue | None = _still_signed_in()
    return answer


@auth_required("session", within=lambda: LASTS, grace=lambda: timedelta(0))
def _still_signed_in() -> None:
    """Let the request go on: the decorator has answered it if the sign-in is too long ago."""
