"""The inbox: where shared answers wait, sealed, until there are enough of them to be mixed."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from consult.store.keys import sealing_key, server_secrets
from consult.store.models import Waiting
from consult.store.models.base import table_of
from consult.store.payload import Payload
from consult.store.receipts import Receipt
from consult.store.sealing import seal, unseal

_PURPOSE = "inbox"

_log = logging.getLogger(__name__)
_inbox = table_of(Waiting)
_GIVEN = _inbox.c.withdrawal.in_(bindparam("given", expanding=True))
_FIND = select(_inbox.c.withdrawal).where(_GIVEN)
_REMOVE = delete(_inbox).where(_GIVEN)
_OF_CAMPAIGN = select(_inbox.c.withdrawal, _inbox.c.payload).where(_inbox.c.campaign_id == bindparam("campaign"))


def put(connection: Connection, campaign_id: int, withdrawal: bytes, payload: Payload) -> None:
    """Add a row. The campaign must be locked."""
    sealed = seal(payload.to_json(), sealing_key(server_secrets()[0], _PURPOSE), withdrawal)
    row = {"withdrawal": withdrawal, "campaign_id": campaign_id, "payload": sealed}
    connection.execute(insert(_inbox), row)
    if connection.dialect.name == "postgresql":
        _shuffle(connection, campaign_id)


def remove(connection: Connection, withdrawals: Iterable[bytes]) -> int:
    """Delete these rows and return how many there were."""
    return connection.execute(_REMOVE, {"given": list(withdrawals)}).rowcount


def among(connection: Connection, slugs: Iterable[str], receipts: Sequence[Receipt]) -> set[str]:
    """Return those campaigns in which something waits under one of the receipts."""
    candidates = {receipt.withdrawal(slug): slug for slug in slugs for receipt in receipts}
    return {candidates[found] for found in connection.execute(_FIND, {"given": list(candidates)}).scalars()}


def how_many(connection: Connection, campaign_id: int) -> int:
    """Return how many wait for a campaign."""
    waiting = select(func.count()).select_from(_inbox).where(_inbox.c.campaign_id == campaign_id)
    return connection.execute(waiting).scalar_one()


def opened(connection: Connection, campaign_id: int) -> dict[bytes, Payload]:
    """Return what waits for a campaign by row id. A row that cannot be opened is left out, and left where it is."""
    rows = connection.execute(_OF_CAMPAIGN, {"campaign": campaign_id}).all()
    keys = [sealing_key(secret, _PURPOSE) for secret in server_secrets()]
    payloads = {row.withdrawal: _open(row.payload, row.withdrawal, keys) for row in rows}
    return {withdrawal: payload for withdrawal, payload in payloads.items() if payload}


def _open(sealed: bytes, withdrawal: bytes, keys: list[bytes]) -> Payload | None:
    texts = (unseal(sealed, key, withdrawal) for key in keys)
    text = next((text for text in texts if text is not None), None)
    if text is None:
        _log.error("A row of the inbox could not be opened: was SECRET_KEY changed without keeping the old one?")
        return None
    # The error's own text is left out of the log: it may quote what somebody shared.
    with suppress(ValueError, KeyError, TypeError):
        return Payload.from_json(text)
    _log.error("A row of the inbox is not in the form that this version writes")
    return None


def _shuffle(connection: Connection, campaign_id: int) -> None:
    # PostgreSQL keeps rows in the order in which they came. Writing all of them again, shuffled, takes that away.
    rows = [row._asdict() for row in connection.execute(_OF_CAMPAIGN, {"campaign": campaign_id})]
    secrets.SystemRandom().shuffle(rows)
    remove(connection, [row["withdrawal"] for row in rows])
    connection.execute(insert(_inbox), [row | {"campaign_id": campaign_id} for row in rows])
