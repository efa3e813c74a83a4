"""Slowing down whoever guesses passwords and codes: for each network address, and for each account.

The limit for an account counts what was typed, whether or not there is such an account, so it tells nothing. It
is held under a hash whose salt dies daily, like every limit, and for its length only.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue
from flask_limiter import RequestLimit

from consult.answers.cleaning import clean_line
from consult.organiser.accounts import halfway
from consult.store.organisers.accounts import checked_address
from consult.store.organisers.people import AddressError
from consult.web.limits import GUESSES, limiter, salted

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
        GUESSES_FOR_AN_ACCOUNT, key_func=lambda: salted(whose()), methods=["POST"], on_breach=too_many
    )
    limited: View = limiter.limit(GUESSES, methods=["POST"], on_breach=too_many)(for_an_account(view))
    return limited


def typed_address() -> str:
    """Return the email address that was typed as the store would read it: each spelling is the same account."""
    typed = clean_line(request.form.get("email", "")).text
    try:
        return checked_address(typed).casefold()
    except AddressError:
        return typed.casefold()


def link() -> str:
    """Return the random part of the link that was opened: whoever tries others keeps nobody from using theirs."""
    return str((request.view_args or {}).get("token", ""))


def halfway_account() -> str:
    """Return what stands for the account of somebody who is halfway."""
    person = halfway.who()
    return str(person.account.id) if person else ""
