"""Unfinished answers, under a key that only the resident holds.

A row has a hash to find it by, a ciphertext, and the day from which it is gone. Both the hash and the key come from
the resident's phrase: without a request that brings it, the server can neither find a draft nor open one.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import cast

from flask import current_app
from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy import delete as delete_rows

from consult.store.database import StoreUnavailable, writing
from consult.store.forgetting.scrubbing import scrub
from consult.store.inserting import InsertOrChange
from consult.store.keys import server_secrets
from consult.store.models import Draft
from consult.store.models.base import table_of
from consult.store.phrases import canonical, derive, new_phrase, read_phrase
from consult.store.quick_reading import RowByKey
from consult.store.sealing import GROWTH, SMALLEST, seal, unseal

KEPT_DAYS = 30
"""How long drafts are kept after the last visit, at most, where the app's `DRAFT_DAYS` says nothing else."""

EARLIER_DAYS = 6
"""A draft may go so many days earlier, as all go on a Monday: see `gone_on`."""

_log = logging.getLogger(__name__)
_drafts = table_of(Draft)


@dataclass(frozen=True)
class _Handle:
    """Where one draft lies, and what opens it."""

    lookup: bytes
    key: bytes

    @classmethod
    def of(cls, phrase: str, secret: bytes) -> _Handle:
        return cls(derive(phrase, "draft lookup", secret), derive(phrase, "draft key", secret))


# Built once: these run on every page.
_WANTED = select(_drafts.c.ciphertext, _drafts.c.expires_on).where(_drafts.c.lookup == bindparam("lookup"))
_TO_CHANGE = _WANTED.with_for_update()
_FIND = RowByKey(_WANTED, "lookup")
_SAVE = InsertOrChange(
    _drafts, lambda insert: {"ciphertext": insert.excluded.ciphertext, "expires_on": insert.excluded.expires_on}
)
_STAY = (
    update(_drafts)
    .where(_drafts.c.lookup == bindparam("found"), _drafts.c.expires_on < bindparam("later"))
    .values(expires_on=bindparam("later"))
)
_DELETE = delete_rows(_drafts).where(_drafts.c.lookup.in_(bindparam("lookups", expanding=True)))


def kept_days() -> int:
    """Return how many days a draft is kept after the last visit, at most."""
    return int(current_app.config.get("DRAFT_DAYS", KEPT_DAYS))


def gone_on(visited_on: date) -> date:
    """Return the day from which a draft last visited on this day is gone: the last Monday within `kept_days` days.

    Everyone who comes in the same week gets the same day, so the day of the last visit is not told by it.
    """
    latest = visited_on + timedelta(days=kept_days())
    return latest - timedelta(days=latest.weekday())


def load(phrase: str) -> str | None:
    """Return the draft that was saved under a phrase, or None. This counts as a visit: it is kept for longer.

    A draft that has expired is gone, and one that cannot be opened counts as not found. Raises `StoreUnavailable`.
    """
    read = read_phrase(phrase)
    if read is None:
        return None
    for secret in server_secrets():
        handle = _Handle.of(read, secret)
        row = _FIND.find(handle.lookup)
        if row is not None:
            break
    else:
        return None
    if _expiry(row) <= _today():
        delete(read)
        return None
    text = _opened(row, handle)
    if text is not None and _expiry(row) < gone_on(_today()):
        _keep_longer(handle)
    return text


def look_up(phrase: str | None) -> str | None:
    """Return the draft that was saved under a phrase, or None, with the same work in every case.

    For whoever types a phrase: how long this takes is not to tell whether there is such a draft, nor whether what
    was typed is a phrase (None where it is not). Does not count as a visit. Raises `StoreUnavailable`.
    """
    found = None
    tried = phrase or new_phrase()
    for secret in server_secrets():
        handle = _Handle.of(tried, secret)
        row = _FIND.find(handle.lookup)
        text = _opened(row, handle) if row else unseal(_decoy(), handle.key, handle.lookup)
        if row and _expiry(row) > _today() and found is None:
            found = text
    return found if phrase else None


def save(phrase: str, text: str) -> None:
    """Keep `text` under a phrase, in place of what was there. Raises `PhraseError` and `StoreUnavailable`."""
    phrase = canonical(phrase)
    with writing() as connection:
        _put(connection, phrase, text)


def change(phrase: str, alter: Callable[[str], str]) -> str | None:
    """Keep what `alter` makes of the draft that was saved under a phrase, and return it.

    Nobody else can change or delete the draft meanwhile: of two windows that save at the same moment, the second
    alters what the first has kept. What `alter` raises leaves the draft as it was. Returns None, and keeps nothing,
    where there is no draft any more. Raises `PhraseError` and `StoreUnavailable`.
    """
    phrase = canonical(phrase)
    with writing() as connection:
        text = _to_change(connection, phrase)
        if text is None:
            return None
        changed = alter(text)
        _put(connection, phrase, changed)
    return changed


def delete(phrase: str) -> None:
    """Remove the draft that was saved under a phrase, if there is one. Raises `StoreUnavailable`."""
    read = read_phrase(phrase)
    if read is None:
        return
    with writing() as connection:
        connection.execute(_DELETE, {"lookups": _lookups(read, server_secrets())})
    scrub(Draft)


def _put(connection: Connection, phrase: str, text: str) -> None:
    secret, *older = server_secrets()
    handle = _Handle.of(phrase, secret)
    row = {
        "lookup": handle.lookup,
        "ciphertext": seal(text, handle.key, handle.lookup),
        "expires_on": gone_on(_today()),
    }
    connection.execute(_SAVE.on(connection), row)
    if older:
        connection.execute(_DELETE, {"lookups": _lookups(phrase, older)})


def _to_change(connection: Connection, phrase: str) -> str | None:
    first, *older = server_secrets()
    # Once more under the first: another window may have moved the draft there while this one waited for it.
    for secret in (first, *older, *([first] if older else [])):
        handle = _Handle.of(phrase, secret)
        row = connection.execute(_TO_CHANGE, {"lookup": handle.lookup}).first()
        if row is not None:
            return _opened(tuple(row), handle) if _expiry(tuple(row)) > _today() else None
    return None


def _opened(row: tuple[object, ...], handle: _Handle) -> str | None:
    text = unseal(bytes(cast("bytes", row[0])), handle.key, handle.lookup)
    if text is None:
        _log.warning("A stored draft could not be opened, and was treated as not found")
    return text


def _expiry(row: tuple[object, ...]) -> date:
    # One of the two drivers gives a date, the other its text.
    return date.fromisoformat(str(row[1]))


def _keep_longer(handle: _Handle) -> None:
    # Once a week at most, as it is a Monday. Reading goes on where writing fails; the next page tries again.
    with suppress(StoreUnavailable), writing() as connection:
        connection.execute(_STAY, {"found": handle.lookup, "later": gone_on(_today())})


@cache
def _decoy() -> bytes:
    """Return bytes that open under no key and are as long as the draft of a whole response."""
    return secrets.token_bytes(SMALLEST * GROWTH)


def _lookups(phrase: str, among: list[bytes]) -> list[bytes]:
    return [_Handle.of(phrase, secret).lookup for secret in among]


def _today() -> date:
    return datetime.now(UTC).date()
