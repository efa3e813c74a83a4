"""What organisers did: who, what, on which campaign, on which day. Neither a time nor an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import insert, select

from consult.store import campaigns
from consult.store.database import reading, writing
from consult.store.models import AuditEntry, Organiser
from consult.store.models.base import table_of

LONGEST_ACTION = 60

_audit = table_of(AuditEntry)
_organisers = table_of(Organiser)


@dataclass(frozen=True)
class Entry:
    """One thing that an organiser did. `email` is empty when the account has been removed since."""

    day: date
    action: str
    email: str


def record(actor_id: int, action: str, campaign: str | None = None) -> None:
    """Note that an organiser did something, on a campaign (a slug) or on none.

    `action` is a short name of ours, never anything typed. Raises `ValueError` when it is too long, and
    `StoreUnavailable`.
    """
    if len(action) > LONGEST_ACTION:
        raise ValueError(f"an action's name has {LONGEST_ACTION} characters at most")
    with writing() as connection:
        campaign_id = campaigns.number_of(connection, campaign) if campaign else None
        day = datetime.now(UTC).date()
        row = {"organiser_id": actor_id, "campaign_id": campaign_id, "action": action, "day": day}
        connection.execute(insert(_audit), row)


def entries(campaign: str) -> list[Entry]:
    """Return what was done on a campaign, the latest first. Raises `StoreUnavailable`."""
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, campaign)
        if campaign_id is None:
            return []
        joined = _audit.outerjoin(_organisers, _audit.c.organiser_id == _organisers.c.id)
        query = select(_audit.c.day, _audit.c.action, _organisers.c.email).select_from(joined)
        rows = connection.execute(
            query.where(_audit.c.campaign_id == campaign_id).order_by(_audit.c.id.desc())
        ).all()
    return [Entry(row.day, row.action, row.email or "") for row in rows]
