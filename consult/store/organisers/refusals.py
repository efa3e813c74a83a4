"""How many sign-ins were refused on each day.

Neither who tried nor from where: only that somebody may be trying.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select, update

from consult.store.database import reading, writing
from consult.store.inserting import insert_unless_there
from consult.store.models import RefusedSignIns
from consult.store.models.base import table_of

_refused = table_of(RefusedSignIns)


@dataclass(frozen=True)
class Refusals:
    """How many sign-ins were refused on a day."""

    day: date
    how_many: int


def count() -> None:
    """Count one more refused sign-in. Raises `StoreUnavailable`."""
    today = datetime.now(UTC).date()
    with writing() as connection:
        if not insert_unless_there(connection, _refused, {"day": today, "how_many": 1}):
            more = update(_refused).where(_refused.c.day == today)
            connection.execute(more.values(how_many=_refused.c.how_many + 1))


def latest(at_most: int) -> list[Refusals]:
    """Return the latest days on which sign-ins were refused, the latest first. Raises `StoreUnavailable`."""
    query = select(_refused.c.day, _refused.c.how_many).order_by(_refused.c.day.desc()).limit(at_most)
    with reading() as connection:
        return [Refusals(*row) for row in connection.execute(query).all()]
