"""The inbox: where shared answers wait, sealed, until there are enough of them to be mixed.

Words wait for ten people with words. When the rest of an answer goes before them, they are left in a row of their
own: under another id, and from outside like any other row.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from consult.store.inserting import insert_many
from consult.store.keys import sealing_keys
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import Receipt
from consult.store.models import Waiting
from consult.store.models.base import table_of
from consult.store.sealing import seal, unseal_by_any

_PURPOSE = "inbox"

_AT_A_TIME = 100

_log = logging.getLogger(__name__)
_random = secrets.SystemRandom()
_inbox = table_of(Waiting)
_GIVEN = _inbox.c.withdrawal.in_(bindparam("given", expanding=True))
_FIND = select(_inbox.c.withdrawal).where(_GIVEN)
_REMOVE = delete(_inbox).where(_GIVEN)
_OF_CAMPAIGN = (
    select(_inbox.c.withdrawal, _inbox.c.payload)
    .where(_inbox.c.campaign_id == bindparam("campaign"), _inbox.c.withdrawal > bindparam("after"))
    .order_by(_inbox.c.withdrawal)
    .limit(bindparam("at_most"))
)

SHUFFLED = 32
"""Among how many of those who wait a new row is laid, so that where it lies tells little of when it came."""


def put(connection: Connection, campaign_id: int, withdrawal: bytes, payload: Payload) -> None:
    """Add a row. The campaign must be locked."""
    row = _row(campaign_id, withdrawal, payload, sealing_keys(_PURPOSE)[0])
    # Databases keep new rows, or what does not fit into a row, in the order in which they came.
    rows = [row, *_taken_out(connection, campaign_id)]
    _random.shuffle(rows)
    connection.execute(insert(_inbox), rows)


def put_many(connection: Connection, campaign_id: int, payloads: Mapping[bytes, Payload]) -> None:
    """Add many rows at once, by their ids: a crowd by themselves. The campaign must be locked."""
    key = sealing_keys(_PURPOSE)[0]
    insert_many(connection, _inbox, (_row(campaign_id, *item, key) for item in sorted(payloads.items())))


def remove(connection: Connection, withdrawals: Iterable[bytes]) -> int:
    """Delete these rows and return how many there were."""
    return connection.execute(_REMOVE, {"given": list(withdrawals)}).rowcount


def among(connection: Connection, slugs: Iterable[str], receipts: Sequence[Receipt]) -> set[str]:
    """Return those campaigns in which something waits under one of the receipts."""
    candidates = {row: slug for slug in slugs for receipt in receipts for row in receipt.waiting(slug)}
    return {candidates[found] for found in connection.execute(_FIND, {"given": list(candidates)}).scalars()}


def how_many(connection: Connection, campaign_id: int) -> int:
    """Return how many rows wait for a campaign: no fewer than people who are still to be counted."""
    waiting = select(func.count()).select_from(_inbox).where(_inbox.c.campaign_id == campaign_id)
    return connection.execute(waiting).scalar_one()


def opened(
    connection: Connection, campaign_id: int, *, after: bytes, at_most: int
) -> tuple[list[bytes], dict[bytes, Payload]]:
    """Return the ids of the next rows that wait for a campaign, and what they hold by id.

    A row that cannot be opened holds nothing, and is left where it is. Ids are random: their order is nobody's.
    """
    which = {"campaign": campaign_id, "after": after, "at_most": at_most}
    keys = sealing_keys(_PURPOSE)
    seen: list[bytes] = []
    payloads: dict[bytes, Payload] = {}
    # Sealed rows are large: only what they hold is kept.
    for row in connection.execute(_OF_CAMPAIGN, which).yield_per(_AT_A_TIME):
        seen.append(bytes(row.withdrawal))
        payload = _open(row.payload, row.withdrawal, keys)
        if payload:
            payloads[seen[-1]] = payload
    return seen, payloads


def empty(connection: Connection, campaign_id: int) -> int:
    """Delete all that waits for a campaign, and return how many rows there were."""
    return connection.execute(delete(_inbox).where(_inbox.c.campaign_id == campaign_id)).rowcount


def _row(campaign_id: int, withdrawal: bytes, payload: Payload, key: bytes) -> dict[str, object]:
    sealed = seal(payload.to_json(), key, withdrawal)
    return {"withdrawal": withdrawal, "campaign_id": campaign_id, "payload": sealed}


def _open(sealed: bytes, withdrawal: bytes, keys: list[bytes]) -> Payload | None:
    text = unseal_by_any(sealed, keys, withdrawal)
    if text is None:
        _log.error("A row of the inbox could not be opened: was SECRET_KEY changed without keeping the old one?")
        return None
    # The error's own text is left out of the log: it may quote what somebody shared.
    with suppress(ValueError, KeyError, TypeError):
        return Payload.from_json(text)
    _log.error("A row of the inbox is not in the form that this version writes")
    return None


def _taken_out(connection: Connection, campaign_id: int) -> list[dict[str, object]]:
    """Delete all of those who wait, or some where they are many, and return their rows."""
    which = {"campaign": campaign_id, "after": b"", "at_most": SHUFFLED}
    taken = connection.execute(_OF_CAMPAIGN, which).all()
    if len(taken) == SHUFFLED:
        # The first ones again and again would leave the others as they came.
        taken = connection.execute(_OF_CAMPAIGN, which | {"after": secrets.token_bytes(32)}).all()
    remove(connection, [row.withdrawal for row in taken])
    return [row._asdict() | {"campaign_id": campaign_id} for row in taken]
