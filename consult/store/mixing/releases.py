"""When a campaign's answers were released, as far as that is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import func, select

from consult.results.weeks import Week, protected
from consult.store import campaigns
from consult.store.database import reading
from consult.store.keys import made_up, sealing_key, server_secrets
from consult.store.mixing.mix import week_of
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


def weeks(slug: str) -> list[Week]:
    """Return the weeks before this one with a release, with numbers that may be shown. Raises `StoreUnavailable`.

    A week's number would move with each release, so it is shown once, when the week is over.

    A release keeps no record keys, so their sum is made up: the same each time, new with each number, and known to
    nobody without the server's secret.
    """
    with reading() as connection:
        of_campaign = _releases.c.campaign_id == campaigns.number_of(connection, slug)
        over = _releases.c.week < week_of(datetime.now(UTC).date())
        rows = connection.execute(select(_releases.c.week, _releases.c.how_many).where(of_campaign, over)).all()
    key = sealing_key(server_secrets()[0], "weeks")
    return protected(
        (week, how_many, made_up(key, f"{slug}|{week}|{how_many}".encode())) for week, how_many in rows
    )
