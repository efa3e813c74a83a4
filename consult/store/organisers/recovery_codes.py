"""Codes on paper that stand in for the authenticator when it is lost, each of them once.

Of each code a hash is kept, under a key that comes from the server's secret.
"""

from __future__ import annotations

import hmac
import secrets

from sqlalchemy import Connection, delete, func, insert, select

from consult.store.database import reading, writing
from consult.store.keys import sealing_key, server_secrets
from consult.store.models import RecoveryCode
from consult.store.models.base import table_of

HOW_MANY = 10
DIGITS = 12
"""Digits, as they can be typed on every keyboard and read out in every language: 40 bits."""

_GROUP = 4
_codes = table_of(RecoveryCode)


def make(user_id: int) -> list[str]:
    """Give an account a new set of codes in place of any others, and return them in groups of digits.

    Raises `StoreUnavailable`.
    """
    codes = [f"{secrets.randbelow(10**DIGITS):0{DIGITS}}" for _each in range(HOW_MANY)]
    rows = [{"code_hash": _hash(server_secrets()[0], user_id, code), "organiser_id": user_id} for code in codes]
    with writing() as connection:
        forget(connection, user_id)
        connection.execute(insert(_codes), rows)
    return [" ".join(code[start : start + _GROUP] for start in range(0, DIGITS, _GROUP)) for code in codes]


def use(user_id: int, code: str) -> bool:
    """Take one of the account's codes, as plain digits, and say whether it was one. It is none from then on.

    Raises `StoreUnavailable`.
    """
    if not (code.isascii() and code.isdigit() and len(code) == DIGITS):
        return False
    hashes = [_hash(secret, user_id, code) for secret in server_secrets()]
    used = delete(_codes).where(_codes.c.organiser_id == user_id, _codes.c.code_hash.in_(hashes))
    with writing() as connection:
        return connection.execute(used).rowcount == 1


def left(user_id: int) -> int:
    """Return how many codes an account has left. Raises `StoreUnavailable`."""
    with reading() as connection:
        counted = select(func.count(_codes.c.code_hash)).where(_codes.c.organiser_id == user_id)
        return connection.scalar(counted) or 0


def forget(connection: Connection, user_id: int) -> None:
    """Take all codes of an account away, within a transaction of the caller's."""
    connection.execute(delete(_codes).where(_codes.c.organiser_id == user_id))


def _hash(secret: bytes, user_id: int, code: str) -> bytes:
    return hmac.digest(sealing_key(secret, "recovery codes"), f"{user_id}|{code}".encode(), "sha256")
