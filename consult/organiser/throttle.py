"""Slowing down whoever guesses passwords and codes: for each network address, and for each account.

The limit for an account counts what was typed, whether or not there is such an account, so it tells nothing. It
is held under a hash, like every limit for its length only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue
from flask_limiter import RequestLimit

from consult.organiser import halfway
from consult.web.limits import GUESSES, limiter

GUESSES_FOR_AN_ACCOUNT = "50 per hour"
WAIT_SECONDS = 60

View = Callable[..., ResponseReturnValue]


def slowed_down(view: View, *, otherwise: Callable[[], str], whose: Callable[[], str]) -> View:
    """Return a view that takes only so many tries; one too many is answered with the page `otherwise`, status 429.

    A try is a form that is sent. `whose` names the account that is tried.
    """

    def too_many(_limit: RequestLimit) -> Response:
        response = make_response(otherwise(), 429)
        response.headers["Retry-After"] = str(WAIT_SECONDS)
        return response

    for_an_account = limiter.limit(
        GUESSES_FOR_AN_ACCOUNT, key_func=lambda: _hash(whose()), methods=["POST"], on_breach=too_many
    )
    limited: View = limiter.limit(GUESSES, methods=["POST"], on_breach=too_many)(for_an_account(view))
    return limited


def typed_address() -> str:
    """Return the email address that was typed, in whatever case."""
    return request.form.get("email", "").strip().casefold()


def halfway_account() -> str:
    """Return what stands for the account of somebody who is halfway."""
    person = halfway.who()
    return str(person.account.id) if person else ""


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
