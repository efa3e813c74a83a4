"""What a password opens, and ending it."""

from __future__ import annotations

import uuid

from flask import current_app
from flask_security import Security, hash_password
from flask_security.mail_util import EmailValidateException
from sqlalchemy import update

from consult.store.accounts import user_datastore
from consult.store.database import available, db, writing
from consult.store.models import Organiser
from consult.store.models.base import table_of

LONGEST_PASSWORD = 1000
"""In characters. Anything longer is not looked at."""

_organisers = table_of(Organiser)


def opened_by(email: str, password: str) -> Organiser | None:
    """Return the account that this password opens, or None. Neither the answer nor its time tells why.

    The app must have been given to Flask-Security. Raises `StoreUnavailable`.
    """
    if len(password) > LONGEST_PASSWORD:
        return None
    password = _security().password_util.normalize(password)
    with available():
        account = _account(email)
        if account is None or not account.password:
            # As slow as looking at a password that is there.
            hash_password(password)
            return None
        is_right = account.verify_and_update_password(password)
        db.session.commit()
        return account if is_right and account.active else None


def end_all(user_id: int) -> None:
    """End every session of an account, on every device. Raises `StoreUnavailable`.

    A session is a signed cookie that names the account by this random value, and the server cannot take a cookie
    back. A new value makes every one that was given out worthless.
    """
    with writing() as connection:
        changed = update(_organisers).where(_organisers.c.id == user_id).values(fs_uniquifier=uuid.uuid4().hex)
        connection.execute(changed)


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
