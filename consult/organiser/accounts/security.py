"""Accounts, through Flask-Security: password hashing, who is signed in, and how long that lasts.

Its own pages are not used: they have no Welsh, and answer a wrong password with status 200.
`docs/decisions/organiser-accounts.md` says more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Flask, g, session
from flask_login import current_user
from flask_security import Security, login_user, logout_user
from flask_security.core import UserMixin
from werkzeug.wrappers import Response

from consult.store.database import available
from consult.store.organisers import passwords, sign_ins
from consult.store.organisers.accounts import user_datastore
from consult.web.forms import GUARD

LASTS = timedelta(hours=12)
"""How long after typing the password an organiser has to type it again: a long working day."""

SESSION = "sign-in"
"""The name in the cookie of the random value without whose row in the store the cookie is worth nothing."""

HALFWAY = "halfway"
PENDING = "authenticator"
"""The names in the cookie of who has given the password, and of the authenticator's secret that is being set up."""

Hooks = dict[str | None, list[Any]]
"""What Flask calls at each request: for the whole app under None, for a blueprint's pages under its name."""

SETTINGS: dict[str, Any] = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    # Argon2 has a salt of its own. One from the server's secret would lock everybody out when the secret changes.
    "SECURITY_PASSWORD_SINGLE_HASH": True,
    "SECURITY_PASSWORD_LENGTH_MIN": passwords.SHORTEST,
    "SECURITY_TRACKABLE": False,
    # Accounts are made with commands of our own.
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
    # A session that turns up on another machine is none.
    "SESSION_PROTECTION": "strong",
}


def init_accounts(app: Flask, *, otherwise: Callable[[], Response]) -> None:
    """Set accounts up; `otherwise` answers whoever must sign in first.

    What Flask-Security and those below it hook into every request is taken out again: it would write to residents'
    sessions. It gives templates `current_user`, remembers people by a cookie, and knows roles; we use none of them.
    """
    app.config.update(SETTINGS)
    hooks: list[Hooks] = [app.before_request_funcs, app.after_request_funcs, app.template_context_processors]
    ours = [len(each[None]) for each in hooks]
    security = Security(app, user_datastore, register_blueprint=False)
    security.unauthn_handler(lambda *_how, **_headers: otherwise())
    security.reauthn_handler(lambda _within, _grace: _over(otherwise))
    for each, first in zip(hooks, ours, strict=True):
        del each[None][first:]


def let_in(account: UserMixin) -> None:
    """Sign an account in, until the browser closes. Raises `StoreUnavailable`.

    The session and its forms' guard are new, so that neither is of use to whoever knows those from before.
    """
    token = sign_ins.begin(account.id)
    start_afresh()
    session[SESSION] = token
    with available():
        login_user(account, remember=False)


def leave() -> None:
    """Sign this browser out, and forget all that its session held.

    Raises `StoreUnavailable`; then this browser is signed out all the same.
    """
    user_id, token = current_user.id, session.get(SESSION, "")
    logout_user()
    session.clear()
    sign_ins.end(user_id, sign_ins.name_of(token))


def leave_everywhere() -> None:
    """Sign out, on this device and every other. Raises `StoreUnavailable` like `leave`."""
    user_id = current_user.id
    logout_user()
    session.clear()
    sign_ins.end_all(user_id)


def is_signed_in() -> bool:
    """Say whether somebody is signed in, however long ago, and nobody ended it. Raises `StoreUnavailable`."""
    with available():
        known = bool(current_user.is_authenticated)
    return known and sign_ins.is_open(current_user.id, session.get(SESSION, ""))


def start_afresh() -> None:
    """Forget what the session knew of a sign-in, and the guard of its forms; a resident's own part of it stays."""
    for name in (GUARD, SESSION, HALFWAY, PENDING):
        session.pop(name, None)
    g.pop(GUARD, None)


def _over(otherwise: Callable[[], Response]) -> Response:
    """Sign out somebody whose time is up."""
    logout_user()
    return otherwise()
