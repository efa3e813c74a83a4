"""Putting very many responses in at once, through the same inbox and the same mix as one: for demonstrations."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from consult.store import campaigns, inbox, mix, released
from consult.store.database import writing
from consult.store.payload import Payload
from consult.store.receipts import receipts_of
from consult.store.sharing import Submission, payload_of

_LOOKED_UP = 1000


def share_many(slug: str, shared: Sequence[tuple[str, Submission]]) -> int:
    """Share many responses with one campaign, each under its receipt, and return how many of them were new.

    All of them go into the inbox in one transaction, and out of it in another. Those that were released before
    stay as they were. Returns 0 for a campaign that takes no answers. Raises `SubmissionError` and
    `StoreUnavailable`.
    """
    waiting: dict[bytes, Payload] = {}
    for phrase, submission in shared:
        receipt = receipts_of(phrase)[0]
        waiting[receipt.withdrawal(slug)] = payload_of(submission, receipt)
    with writing(patiently=True) as connection:
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return 0
        known = _known(connection, [payload.id for payload in waiting.values()])
        fresh = {row: payload for row, payload in waiting.items() if payload.id not in known}
        replaced = sum(inbox.remove(connection, rows) for rows in _parts(list(fresh)))
        inbox.put_many(connection, campaign_id, fresh)
    mix.release(slug, at_once=max(len(fresh), mix.ROUND))
    return len(fresh) - replaced


def _known(connection: Connection, ids: list[bytes]) -> set[bytes]:
    return set().union(*(released.there(connection, part) for part in _parts(ids)))


def _parts(ids: list[bytes]) -> list[list[bytes]]:
    return [ids[start : start + _LOOKED_UP] for start in range(0, len(ids), _LOOKED_UP)]
