"""The second factor: codes of an authenticator app (RFC 6238: six digits, a new code every half minute).

A code is taken once. Each account remembers the half minute of the code that was last taken, and only later ones
are taken after it; the database compares and remembers in one statement, so two who send the same code at the
same moment do not both get in.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum

from passlib.exc import TokenError
from passlib.totp import TOTP
from sqlalchemy import select, update

from consult.store.database import reading, writing
from consult.store.models import Organiser
from consult.store.models.base import table_of
from consult.store.organisers import recovery_codes
from consult.store.organisers.small_secrets import is_current, seal, unseal

ISSUER = "In your own words"
"""What an authenticator app shows beside the address."""

STEP_SECONDS = 30
SKEW_SECONDS = STEP_SECONDS
"""How far a telephone's clock may be wrong, either way: one code earlier or later is taken, too."""

MOST_MISSES = 50
"""How many wrong codes in a row an account takes, ever:

then only a reset helps. Whoever sends them has the password.
"""

_PURPOSE = "second factor"
_PENDING = "second factor, not confirmed"
_CODE = re.compile(r"[0-9]{6}")
_organisers = table_of(Organiser)


class Outcome(StrEnum):
    """What comes of a code."""

    RIGHT = "right"
    RECOVERED = "right, and a recovery code"
    WRONG = "wrong"
    USED = "right, but taken before"
    LOCKED = "too many were wrong"


def new_secret() -> str:
    """Return a new secret in the letters and digits that authenticator apps take (base 32)."""
    return str(TOTP.new().base32_key)


def in_groups(secret: str) -> str:
    """Return a secret in groups of four, to be typed."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def address_of(secret: str, email: str) -> str:
    """Return the `otpauth:` address that an authenticator app reads from a picture."""
    return str(TOTP(secret, issuer=ISSUER).to_uri(email))


def code_now(secret: str) -> str:
    """Return the code of this half minute."""
    return str(TOTP(secret).generate(_now()).token)


def pending(secret: str, user_id: int) -> str:
    """Return a secret that is not confirmed yet, sealed so that it can stay with the browser."""
    return seal(secret.encode(), _PENDING, user_id).hex()


def opened(sealed: str, user_id: int) -> str | None:
    """Return a secret that `pending` sealed, or None."""
    try:
        secret = unseal(bytes.fromhex(sealed), _PENDING, user_id)
    except ValueError:
        return None
    return secret.decode() if secret else None


def set_up(user_id: int, secret: str, typed: str, *, replaces: bool = False) -> bool:
    """Give an account this secret if the code that was typed is one of it, and say whether it was.

    Without `replaces`, an account that has a second factor keeps it. Raises `StoreUnavailable`.
    """
    step = _step_of(_plain(typed), secret)
    if step is None:
        return False
    change = update(_organisers).where(_organisers.c.id == user_id)
    if not replaces:
        change = change.where(_organisers.c.totp_secret.is_(None))
    values = {"totp_secret": seal(secret.encode(), _PURPOSE, user_id), "totp_step": step, "totp_misses": 0}
    with writing() as connection:
        return connection.execute(change.values(values)).rowcount == 1


def install(user_id: int, secret: str) -> None:
    """Give an account this secret without a code to confirm it, in place of any other. Raises `StoreUnavailable`.

    For accounts whose secret is known from the start, as in a demo.
    """
    values = {"totp_secret": seal(secret.encode(), _PURPOSE, user_id), "totp_step": 0, "totp_misses": 0}
    with writing() as connection:
        connection.execute(update(_organisers).where(_organisers.c.id == user_id).values(values))


def is_there(user_id: int) -> bool:
    """Say whether an account has a second factor. Raises `StoreUnavailable`."""
    there = select(_organisers.c.id).where(_organisers.c.id == user_id, _organisers.c.totp_secret.is_not(None))
    with reading() as connection:
        return connection.execute(there).first() is not None


def accept(user_id: int, typed: str) -> Outcome:
    """Take a code of the account's authenticator, or one of its recovery codes. Raises `StoreUnavailable`."""
    with reading() as connection:
        columns = (_organisers.c.totp_secret, _organisers.c.totp_misses)
        row = connection.execute(select(*columns).where(_organisers.c.id == user_id)).one_or_none()
    if row is None or row.totp_secret is None:
        return Outcome.WRONG
    if row.totp_misses >= MOST_MISSES:
        return Outcome.LOCKED
    code = _plain(typed)
    outcome = _accept_code(user_id, row.totp_secret, code) if _CODE.fullmatch(code) else None
    if outcome is None and recovery_codes.use(user_id, code):
        outcome = Outcome.RECOVERED
    _count(user_id, missed=outcome not in {Outcome.RIGHT, Outcome.RECOVERED})
    return outcome or Outcome.WRONG


def reset(user_id: int) -> None:
    """Take an account's second factor and its recovery codes away: the next sign-in sets up new ones.

    Raises `StoreUnavailable`.
    """
    values = {"totp_secret": None, "totp_step": 0, "totp_misses": 0}
    with writing() as connection:
        recovery_codes.forget(connection, user_id)
        connection.execute(update(_organisers).where(_organisers.c.id == user_id).values(values))


def _accept_code(user_id: int, sealed: bytes, code: str) -> Outcome | None:
    """Take a code of the app. Returns None for a wrong one."""
    secret = unseal(sealed, _PURPOSE, user_id)
    step = _step_of(code, secret.decode()) if secret else None
    if secret is None or step is None:
        return None
    values: dict[str, object] = {"totp_step": step}
    if not is_current(sealed, _PURPOSE, user_id):
        values["totp_secret"] = seal(secret, _PURPOSE, user_id)
    later = update(_organisers).where(_organisers.c.id == user_id, _organisers.c.totp_step < step)
    with writing() as connection:
        return Outcome.RIGHT if connection.execute(later.values(values)).rowcount == 1 else Outcome.USED


def _count(user_id: int, *, missed: bool) -> None:
    misses = _organisers.c.totp_misses + 1 if missed else 0
    with writing() as connection:
        connection.execute(update(_organisers).where(_organisers.c.id == user_id).values(totp_misses=misses))


def _step_of(code: str, secret: str) -> int | None:
    """Return the number of the half minute that a code belongs to, or None for a wrong one."""
    try:
        return int(TOTP(secret).match(code, _now(), window=SKEW_SECONDS).counter)
    except (TokenError, ValueError, TypeError):
        return None


def _plain(typed: str) -> str:
    """Return a code without the blanks and hyphens that people type between digits."""
    return re.sub(r"[\s-]", "", typed)


def _now() -> int:
    return int(datetime.now(UTC).timestamp())
