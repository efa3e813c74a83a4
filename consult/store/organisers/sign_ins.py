"""What a password opens; and sessions: beginning, listing and ending them.

A session is a signed cookie, and the server cannot take a cookie back. So each names a random value, of which a
hash is kept here: without its row a cookie is worth nothing.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from flask import current_app
from flask_security import Security, hash_password
from flask_security.mail_util import EmailValidateException
from sqlalchemy import ColumnElement, delete, insert, select

from consult.store.database import available, db, reading, writing
from consult.store.models import Organiser, SignIn
from consult.store.models.base import table_of
from consult.store.organisers import passwords, tokens
from consult.store.organisers.accounts import user_datastore

KEPT_DAYS = 1
"""How many days after its first a session's row is good.

A sign-in is good for some hours: its cookie says until when.
"""

_sign_ins = table_of(SignIn)


@dataclass(frozen=True)
class Session:
    """A session of somebody's: its name, with which it can be ended but not used, and the day on which it began."""

    name: str
    began_on: date


def opened_by(email: str, password: str) -> Organiser | None:
    """Return the account that this password opens, or None. Neither the answer nor its time tells why.

    The app must have been given to Flask-Security. Raises `StoreUnavailable`.
    """
    if len(password) > passwords.LONGEST:
        return None
    password = passwords.normalised(password)
    with available():
        account = _account(email)
        if account is None or not account.password:
            # As slow as looking at a password that is there.
            hash_password(password)
            return None
        is_right = account.verify_and_update_password(password)
        db.session.commit()
        return account if is_right and account.active else None


def of_uniquifier(value: str) -> Organiser | None:
    """Return the active account that this random value stands for, or None. Raises `StoreUnavailable`."""
    found = user_datastore.find_user(fs_uniquifier=value)
    return found if isinstance(found, Organiser) and found.active else None


def of_number(user_id: int) -> Organiser | None:
    """Return the active account with this number as it is now, or None. Raises `StoreUnavailable`."""
    with available():
        # What this request has read of it may have changed since.
        account = db.session.get(Organiser, user_id, populate_existing=True)
        return account if account and account.active else None


def begin(user_id: int) -> str:
    """Begin a session, and return the random value for its cookie. Raises `StoreUnavailable`."""
    token = secrets.token_urlsafe(32)
    today = datetime.now(UTC).date()
    row = {
        "session_hash": tokens.hashed(token),
        "organiser_id": user_id,
        "began_on": today,
        "expires_on": today + timedelta(days=KEPT_DAYS),
    }
    with writing() as connection:
        connection.execute(insert(_sign_ins), row)
    return token


def is_open(user_id: int, token: str) -> bool:
    """Say whether a session of this account has not been ended. Raises `StoreUnavailable`."""
    good = (_sign_ins.c.session_hash == tokens.hashed(token), _sign_ins.c.organiser_id == user_id, _not_over())
    with reading() as connection:
        return connection.execute(select(_sign_ins.c.organiser_id).where(*good)).first() is not None


def sessions(user_id: int) -> list[Session]:
    """Return an account's sessions, the latest first. Raises `StoreUnavailable`."""
    query = select(_sign_ins.c.session_hash, _sign_ins.c.began_on)
    query = query.where(_sign_ins.c.organiser_id == user_id, _not_over())
    with reading() as connection:
        rows = connection.execute(query.order_by(_sign_ins.c.began_on.desc(), _sign_ins.c.session_hash)).all()
    return [Session(name.hex(), began_on) for name, began_on in rows]


def name_of(token: str) -> str:
    """Return the name of the session whose cookie holds this value."""
    return tokens.hashed(token).hex()


def end(user_id: int, name: str) -> bool:
    """End one session of an account, and say whether there was one of this name. Raises `StoreUnavailable`."""
    try:
        session_hash = bytes.fromhex(name)
    except ValueError:
        return False
    ended = delete(_sign_ins).where(_sign_ins.c.session_hash == session_hash, _sign_ins.c.organiser_id == user_id)
    with writing() as connection:
        return connection.execute(ended).rowcount == 1


def end_all(user_id: int) -> None:
    """End all sessions of an account, and every sign-in that is half done. Raises `StoreUnavailable`."""
    with writing() as connection:
        tokens.end_sessions(connection, user_id)


def _not_over() -> ColumnElement[bool]:
    return _sign_ins.c.expires_on >= datetime.now(UTC).date()


def _account(email: str) -> Organiser | None:
    try:
        address = _security().mail_util.normalize(email)
    except EmailValidateException:
        return None
    account = user_datastore.find_user(case_insensitive=True, email=address)
    return account if isinstance(account, Organiser) else None


def _security() -> Security:
    security: Security = current_app.extensions["security"]
    return security
