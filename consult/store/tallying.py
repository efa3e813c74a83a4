"""Keeping the tallies equal to the records, by adding and taking off rather than by counting again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, select

from consult.results.tally import EVERYONE, Tally
from consult.store.inserting import InsertOrChange
from consult.store.models import RecordRow, TallyRow
from consult.store.models.base import table_of

_tallies = table_of(TallyRow)
_records = table_of(RecordRow)
_ADD = InsertOrChange(
    _tallies,
    lambda insert: {
        "count": _tallies.c.count + insert.excluded["count"],
        "key_sum": _tallies.c.key_sum + insert.excluded.key_sum,
    },
)


class Counted(NamedTuple):
    """What a tally needs to know of a record; the names are those of the columns."""

    question: str
    option: str
    attributes: str
    record_key: int


class Cell(NamedTuple):
    """What the records of one tally have in common; the names are those of the columns."""

    question: str
    option: str
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Sum:
    """How many records there are, and the sum of their record keys."""

    count: int = 0
    key_sum: int = 0

    def plus(self, count: int, key_sum: int) -> Sum:
        """Return the sum with more records; negative numbers take some off."""
        return Sum(self.count + count, self.key_sum + key_sum)


def add(connection: Connection, campaign_id: int, records: Iterable[Counted]) -> None:
    """Count these records in. The campaign must be locked."""
    _change(connection, campaign_id, records, 1)


def take_off(connection: Connection, campaign_id: int, records: Iterable[Counted]) -> None:
    """Count these records out. The campaign must be locked."""
    _change(connection, campaign_id, records, -1)
    connection.execute(delete(_tallies).where(_tallies.c.campaign_id == campaign_id, _tallies.c.count == 0))


def kept(connection: Connection, campaign_id: int) -> list[Tally]:
    """Return the tallies as they are kept, in the order of their names."""
    cells = [_tallies.c[name] for name in Cell._fields]
    query = select(*cells, _tallies.c.count, _tallies.c.key_sum).where(_tallies.c.campaign_id == campaign_id)
    return [Tally(**row._asdict()) for row in connection.execute(query.order_by(*cells))]


def recounted(connection: Connection, campaign_id: int) -> list[Tally]:
    """Return the tallies as the records give them, in the order of their names. Reads every record."""
    alike = (_records.c.question, _records.c.option, _records.c.attributes)
    totals = (func.count(), func.sum(_records.c.record_key))
    query = select(*alike, *totals).where(_records.c.campaign_id == campaign_id)
    sums: dict[Cell, Sum] = defaultdict(Sum)
    for question, option, attributes, how_many, key_sum in connection.execute(query.group_by(*alike)):
        for cell in _cells(question, option, attributes):
            sums[cell] = sums[cell].plus(how_many, int(key_sum))
    return [Tally(**cell._asdict(), **asdict(sums[cell])) for cell in sorted(sums)]


def replace(connection: Connection, campaign_id: int, tallies: Iterable[Tally]) -> None:
    """Keep these tallies in place of all that a campaign has. The campaign must be locked."""
    connection.execute(delete(_tallies).where(_tallies.c.campaign_id == campaign_id))
    rows = [{"campaign_id": campaign_id, **asdict(tally)} for tally in tallies]
    if rows:
        connection.execute(_ADD.on(connection), rows)


def _change(connection: Connection, campaign_id: int, records: Iterable[Counted], sign: int) -> None:
    sums: dict[Cell, Sum] = defaultdict(Sum)
    for record in records:
        for cell in _cells(record.question, record.option, record.attributes):
            sums[cell] = sums[cell].plus(sign, sign * record.record_key)
    if sums:
        connection.execute(_ADD.on(connection), [_row(campaign_id, *item) for item in sums.items()])


def _cells(question: str, option: str, attributes: str) -> Iterator[Cell]:
    yield Cell(question, option, EVERYONE, EVERYONE)
    for attribute, value in json.loads(attributes).items():
        yield Cell(question, option, attribute, value)


def _row(campaign_id: int, cell: Cell, total: Sum) -> dict[str, Any]:
    return {"campaign_id": campaign_id, **cell._asdict(), **asdict(total)}
