"""The mix: the answers of ten or more people leave the inbox together, in pieces that nobody can put back together.

Records and comments name neither each other nor their release. So a piece could be that of anyone in the campaign,
not just of anyone among the ten.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from consult.store import campaigns, inbox, released
from consult.store.database import writing
from consult.store.inserting import InsertOrChange
from consult.store.models import ReleaseRow, Waiting
from consult.store.models.base import table_of
from consult.store.payload import Payload
from consult.store.scrubbing import scrub

BATCH = 10
"""How many responses must wait before any is released."""

_releases = table_of(ReleaseRow)
_NOTE = InsertOrChange(_releases, lambda insert: {"how_many": _releases.c.how_many + insert.excluded.how_many})


def release(slug: str) -> int:
    """Release what waits for a campaign, if there is enough of it, and return how many responses that were.

    Returns 0 when fewer than `BATCH` wait or there is no such campaign. Two releases at the same time count nobody
    twice. Raises `StoreUnavailable`; then nothing was released.
    """
    with writing() as connection:
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None or inbox.how_many(connection, campaign_id) < BATCH:
            return 0
        how_many = _release_locked(connection, campaign_id)
    if how_many:
        scrub(Waiting)
    return how_many


def week_of(day: date) -> date:
    """Return the Monday of the ISO 8601 week in which a day lies: the finest date that is kept of a response."""
    return day - timedelta(days=day.weekday())


def _release_locked(connection: Connection, campaign_id: int) -> int:
    waiting = inbox.opened(connection, campaign_id)
    # A backup that was restored at the wrong moment can bring back what was released long ago.
    stale = released.there(connection, (_first_id(payload) for payload in waiting.values()))
    fresh = [payload for payload in waiting.values() if _first_id(payload) not in stale]
    if len(fresh) < BATCH:
        return 0
    released.spread(connection, campaign_id, fresh)
    inbox.remove(connection, waiting)
    week = week_of(datetime.now(UTC).date())
    connection.execute(_NOTE.on(connection), {"campaign_id": campaign_id, "week": week, "how_many": len(fresh)})
    return len(fresh)


def _first_id(payload: Payload) -> bytes:
    return bytes.fromhex(payload.pieces[0].id)
