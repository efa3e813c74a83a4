"""Putting very many responses in at once, through the same inbox and the same mix as one: for demonstrations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import ceil

from sqlalchemy import Connection

from consult.store import campaigns, inbox, laying, mix, plans, released
from consult.store.database import writing
from consult.store.models import CommentRow, RecordRow, TallyRow, Waiting
from consult.store.payload import Payload
from consult.store.receipts import receipts_of
from consult.store.scrubbing import tidy
from consult.store.sharing import Submission, payload_of

_AT_A_TIME = 500
"""How many wait in the inbox at once, and how many ids are looked up."""


def share_many(slug: str, shared: Sequence[tuple[str, Submission]]) -> int:
    """Share many responses with one campaign, each under its receipt, and return how many of them were new.

    All of it is one transaction: they go into the inbox and out of it part by part, and are laid down together.
    Those that were released before stay as they were. Returns 0 for a campaign that takes no answers. Raises
    `SubmissionError` and `StoreUnavailable`.
    """
    waiting: dict[bytes, Payload] = {}
    for phrase, submission in shared:
        receipt = receipts_of(phrase)[0]
        waiting[receipt.withdrawal(slug)] = payload_of(submission, receipt)
    with writing(patiently=True) as connection:
        laying.alone(connection)
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None or not plans.takes_answers(connection, slug, datetime.now(UTC).date()):
            return 0
        known = _known(connection, [payload.id for payload in waiting.values()])
        fresh = {row: payload for row, payload in waiting.items() if payload.id not in known}
        replaced = sum(inbox.remove(connection, part) for part in _parts(list(fresh)))
        mix.let_out(connection, campaign_id, _through_the_inbox(connection, campaign_id, fresh))
    tidy(Waiting, RecordRow, CommentRow, TallyRow)
    return len(fresh) - replaced


def _through_the_inbox(
    connection: Connection, campaign_id: int, fresh: Mapping[bytes, Payload]
) -> Iterator[Payload]:
    for part in _parts(list(fresh)):
        inbox.put_many(connection, campaign_id, {row: fresh[row] for row in part})
        yield from mix.taken(connection, campaign_id)[0]


def _known(connection: Connection, ids: list[bytes]) -> set[bytes]:
    return set().union(*(released.there(connection, part) for part in _parts(ids)))


def _parts(ids: list[bytes]) -> list[list[bytes]]:
    """Return ids in parts of about the same size: a few that are left over would be too few for a release."""
    size = ceil(len(ids) / max(1, ceil(len(ids) / _AT_A_TIME)))
    return [ids[start : start + size] for start in range(0, len(ids), size)] if ids else []
