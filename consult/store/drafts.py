"""Unfinished answers, under a key that only the resident holds.

A row has a hash to find it by, a ciphertext, and the day from which it is gone. Both the hash and the key come from
the resident's phrase: without a request that brings it, the server can neither find a draft nor open one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy import delete as delete_rows

from consult.store.database import writing
from consult.store.inserting import InsertOrChange
from consult.store.keys import server_secrets
from consult.store.models import Draft
from consult.store.models.base import table_of
from consult.store.phrases import canonical, derive, read_phrase
from consult.store.quick_reading import RowByKey
from consult.store.scrubbing import scrub
from consult.store.sealing import seal, unseal

KEPT_DAYS = 30
"""A draft is never kept longer than this after the last save. It may go up to six days earlier: see `gone_on`."""

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
_FIND = RowByKey(
    select(_drafts.c.ciphertext, _drafts.c.expires_on).where(_drafts.c.lookup == bindparam("lookup")), "lookup"
)
_SAVE = InsertOrChange(
    _drafts, lambda insert: {"ciphertext": insert.excluded.ciphertext, "expires_on": insert.excluded.expires_on}
)
_DELETE = delete_rows(_drafts).where(_drafts.c.lookup.in_(bindparam("lookups", expanding=True)))


def gone_on(saved_on: date) -> date:
    """Return the day from which a draft saved on this day is gone: the last Monday within `KEPT_DAYS` days.

    Everyone who saves in the same week gets the same day, so the day of the last save is not told by it.
    """
    latest = saved_on + timedelta(days=KEPT_DAYS)
    return latest - timedelta(days=latest.weekday())


def load(phrase: str) -> str | None:
    """Return the draft that was saved under a phrase, or None.

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
    ciphertext, expires_on = row
    if date.fromisoformat(str(expires_on)) <= _today():
        delete(read)
        return None
    text = unseal(bytes(ciphertext), handle.key, handle.lookup)
    if text is None:
        _log.warning("A stored draft could not be opened, and was treated as not found")
    return text


def save(phrase: str, text: str) -> None:
    """Keep `text` under a phrase, in place of what was there. Raises `PhraseError` and `StoreUnavailable`."""
    secret, *older = server_secrets()
    phrase = canonical(phrase)
    handle = _Handle.of(phrase, secret)
    row = {
        "lookup": handle.lookup,
        "ciphertext": seal(text, handle.key, handle.lookup),
        "expires_on": gone_on(_today()),
    }
    with writing() as connection:
        connection.execute(_SAVE.on(connection), row)
        if older:
            connection.execute(_DELETE, {"lookups": _lookups(phrase, older)})


def delete(phrase: str) -> None:
    """Remove the draft that was saved under a phrase, if there is one. Raises `StoreUnavailable`."""
    read = read_phrase(phrase)
    if read is None:
        return
    with writing() as connection:
        connection.execute(_DELETE, {"lookups": _lookups(read, server_secrets())})
    scrub()


def _lookups(phrase: str, among: list[bytes]) -> list[bytes]:
    return [_Handle.of(phrase, secret).lookup for secret in among]


def _today() -> date:
    return datetime.now(UTC).date()
