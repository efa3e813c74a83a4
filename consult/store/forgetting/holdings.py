"""What is held: how many rows of each kind, how old, and what should be gone by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Date, Table, func, select

from consult.store.database import reading
from consult.store.forgetting.findings import Finding
from consult.store.forgetting.retention import DUTIES, Day
from consult.store.mixing.mix import BATCH
from consult.store.models import Base, CampaignRow, Waiting
from consult.store.models.base import table_of

_campaigns = table_of(CampaignRow)
_inbox = table_of(Waiting)


@dataclass(frozen=True)
class Held:
    """How many rows a table has, as it may be told, and the earliest and latest day in it, where it has any."""

    table: str
    rows: str
    earliest: date | None
    latest: date | None


def holdings() -> list[Held]:
    """Return what each table holds, by name. Raises `StoreUnavailable`."""
    with reading() as connection:
        return [
            _held(connection, table) for table in sorted(Base.metadata.sorted_tables, key=lambda each: each.name)
        ]


def overdue(day: Day) -> list[Finding]:
    """Return what the clean-up of the day before should have taken, and what waits for nothing.

    Raises `StoreUnavailable`.
    """
    before = Day(day.today - timedelta(days=1), day.closings)
    found = [
        Finding(
            f"The daily clean-up left something over: {due:,} {duty.what}.",
            "Run `flask retention run`, and see that the site is up.",
        )
        for duty in DUTIES
        if duty.ends and (due := duty.due(before))
    ]
    return found + _stranded(day.today) + _endless(day.closings)


def _held(connection: Connection, table: Table) -> Held:
    days = [column for column in table.columns if isinstance(column.type, Date)]
    ends = [each for column in days for each in (func.min(column), func.max(column))]
    rows, *found = connection.execute(select(func.count(), *ends).select_from(table)).one()
    seen = [each for each in found if each]
    return Held(table.name, _told(table, rows), min(seen, default=None), max(seen, default=None))


def _told(table: Table, rows: int) -> str:
    """Return a count. Of those who wait to be mixed, one more or less is one person, so they are told in steps."""
    if table is not _inbox:
        return f"{rows:,}"
    return f"{rows // BATCH * BATCH:,} or more" if rows >= BATCH else f"fewer than {BATCH}"


def _stranded(today: date) -> list[Finding]:
    over = _campaigns.c.erased_on.is_not(None) | (_campaigns.c.settled_on < today)
    query = select(_campaigns.c.slug).where(over, _campaigns.c.id.in_(select(_inbox.c.campaign_id)))
    with reading() as connection:
        slugs = connection.execute(query).scalars().all()
    return [
        Finding(f"Responses wait for the campaign {slug}, which is over.", "Run `flask retention run`.")
        for slug in slugs
    ]


def _endless(closings: Mapping[str, date]) -> list[Finding]:
    query = select(_campaigns.c.slug).where(_campaigns.c.pack_id.not_in(closings), _campaigns.c.erased_on.is_(None))
    with reading() as connection:
        slugs = connection.execute(query).scalars().all()
    return [
        Finding(
            f"Nobody knows when the answers of the campaign {slug} are to be erased: its pack is not here.",
            "Name the pack's folder in CONSULT_PACKS again, at least until the answers are erased.",
        )
        for slug in slugs
    ]
