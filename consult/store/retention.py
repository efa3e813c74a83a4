"""How long things are kept, and their deletion.

Drafts go on the day that each row names. What organisers did is forgotten after a year. A campaign's answers are
erased a year after its consultation closed. What stays is its tallies, which are about nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from flask import current_app
from sqlalchemy import Connection, delete, select, update

from consult.store import campaigns
from consult.store.database import StoreUnavailable, reading, writing
from consult.store.inserting import insert_unless_there
from consult.store.models import AuditEntry, CampaignRow, Chore, CommentRow, Draft, RecordRow, Waiting
from consult.store.models.base import table_of
from consult.store.scrubbing import scrub

AUDIT_DAYS = 365

_SWEEP = "sweep"
_SEEN = "consult-store-swept-on"

_log = logging.getLogger(__name__)
_chores = table_of(Chore)
_campaigns = table_of(CampaignRow)


@dataclass(frozen=True)
class Swept:
    """How many drafts and audit entries a sweep deleted, and from which campaigns it erased the answers."""

    drafts: int
    audit: int
    campaigns: tuple[str, ...]


def sweep(today: date, closings: Mapping[str, date] | None = None) -> Swept:
    """Delete everything whose time is over. `closings` maps pack ids to the day on which their consultation closed.

    Raises `StoreUnavailable`.
    """
    with writing() as connection:
        drafts, audit = _delete_old(connection, today)
    erased = tuple(slug for slug in _over(today, closings or {}) if erase_campaign(slug, today))
    scrub(Waiting)
    return Swept(drafts, audit, erased)


def sweep_if_due(closings: Mapping[str, date] | None = None) -> Swept | None:
    """Sweep unless that was done today, by any process. Returns None when it was not due.

    It costs next to nothing when not due. When the store is unavailable, that is logged and left for tomorrow.
    """
    today = datetime.now(UTC).date()
    if current_app.extensions.get(_SEEN) == today:
        return None
    current_app.extensions[_SEEN] = today
    try:
        return sweep(today, closings) if _claim(today) else None
    except StoreUnavailable as error:
        _log.warning("The daily sweep has to wait until tomorrow: %s", error)
        return None


def erase_campaign(slug: str, today: date) -> bool:
    """Delete everything that anyone shared with a campaign. Its tallies stay, and it takes no more answers.

    Returns False when there is no such campaign or it was done before. Raises `StoreUnavailable`.
    """
    with writing(patiently=True) as connection:
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return False
        for table in map(table_of, (Waiting, RecordRow, CommentRow)):
            connection.execute(delete(table).where(table.c.campaign_id == campaign_id))
        connection.execute(update(_campaigns).where(_campaigns.c.id == campaign_id).values(erased_on=today))
    scrub(Waiting)
    return True


def is_over(closed_on: date, today: date) -> bool:
    """Say whether a year has passed since a consultation closed."""
    return (today.year - 1, today.month, today.day) >= (closed_on.year, closed_on.month, closed_on.day)


def _delete_old(connection: Connection, today: date) -> tuple[int, int]:
    drafts, audit = table_of(Draft), table_of(AuditEntry)
    expired = delete(drafts).where(drafts.c.expires_on <= today)
    forgotten = delete(audit).where(audit.c.day < today - timedelta(days=AUDIT_DAYS))
    return connection.execute(expired).rowcount, connection.execute(forgotten).rowcount


def _over(today: date, closings: Mapping[str, date]) -> list[str]:
    ended = [pack_id for pack_id, closed_on in closings.items() if is_over(closed_on, today)]
    query = select(_campaigns.c.slug).where(_campaigns.c.pack_id.in_(ended), _campaigns.c.erased_on.is_(None))
    with reading() as connection:
        return list(connection.execute(query).scalars())


def _claim(today: date) -> bool:
    with writing() as connection:
        if insert_unless_there(connection, _chores, {"name": _SWEEP, "done_on": today}):
            return True
        claim = update(_chores).where(_chores.c.name == _SWEEP, _chores.c.done_on < today)
        return connection.execute(claim.values(done_on=today)).rowcount == 1
