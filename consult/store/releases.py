"""When a campaign's answers were released, as far as that is kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from consult.store import campaigns
from consult.store.database import reading
from consult.store.models import ReleaseRow
from consult.store.models.base import table_of

_releases = table_of(ReleaseRow)


def latest_week(slug: str) -> date | None:
    """Return the Monday of the week of a campaign's latest release; None before the first.

    Raises `StoreUnavailable`.
    """
    with reading() as connection:
        of_campaign = _releases.c.campaign_id == campaigns.number_of(connection, slug)
        return connection.execute(select(func.max(_releases.c.week)).where(of_campaign)).scalar_one_or_none()
