"""Inviting somebody: an account without a password, and one link with which its owner chooses one.

Of the link's random part a hash is kept. It is good once, for some days, and until another is made.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, insert, select, update

from consult.store.database import reading, writing
from consult.store.models import JoiningLink, Organiser
from consult.store.models.base import table_of
from consult.store.organisers import accounts, passwords, tokens
from consult.store.organisers.people import Person, person, person_called
from consult.store.organisers.roles import Role

GOOD_DAYS = 7

_links = table_of(JoiningLink)
_organisers = table_of(Organiser)


def invite(email: str, role: Role, campaign_slugs: Sequence[str]) -> tuple[Person, str]:
    """Make an account without a password. Returns whose it is, and the random part of the link for them.

    Raises `AccountError` like `accounts.add_organiser`, and `StoreUnavailable`.
    """
    number = accounts.add_account(email, role, campaign_slugs, hashed=None)
    return person_called(accounts.checked_address(email)), new_link(number)


def new_link(user_id: int) -> str:
    """Return the random part of a new link for an account's owner; one from before is worth nothing any more.

    Raises `StoreUnavailable`.
    """
    token = secrets.token_urlsafe(32)
    row = {
        "organiser_id": user_id,
        "token_hash": tokens.hashed(token),
        "expires_on": _today() + timedelta(days=GOOD_DAYS),
    }
    with writing() as connection:
        connection.execute(delete(_links).where(_links.c.organiser_id == user_id))
        connection.execute(insert(_links), row)
    return token


def invited(token: str) -> Person | None:
    """Return whom a link is for, or None when it is not good (any more). Raises `StoreUnavailable`."""
    good = _links.join(_organisers)
    query = select(_organisers.c.id).select_from(good).where(_links.c.token_hash == tokens.hashed(token))
    query = query.where(_links.c.expires_on >= _today(), _organisers.c.active)
    with reading() as connection:
        number = connection.scalar(query)
    return person(number) if number is not None else None


def join(token: str, password: str) -> Person | None:
    """Give the account that a link is for this password, and return whose it is; None when the link is not good.

    The link is used up, and all sessions of the account end. Raises `PasswordError` for a password that may not be
    used, which leaves the link as it is; and `StoreUnavailable`.
    """
    whose = invited(token)
    if whose is None:
        return None
    hashed = passwords.hashed(password, whose.email)
    with writing() as connection:
        if connection.execute(delete(_links).where(_links.c.token_hash == tokens.hashed(token))).rowcount == 0:
            return None
        tokens.end_sessions(connection, whose.id)
        connection.execute(update(_organisers).where(_organisers.c.id == whose.id).values(password=hashed))
    return whose


def _today() -> date:
    return datetime.now(UTC).date()
