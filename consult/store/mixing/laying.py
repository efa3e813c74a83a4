"""Laying rows down so that neither where they lie nor which transaction wrote them tells which came together.

A database shows more than its columns. PostgreSQL notes with each row the transaction that wrote it, and keeps rows
where they were put; in a page of either database, the newest row lies on top. So new rows never go in alone: rows
that lie near them, by their random ids, are taken out in the same transaction, and all of them are put back in the
order of their ids. Those others are rows of anybody.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from consult.store.inserting import insert_many
from consult.store.models import CommentRow, RecordRow
from consult.store.models.base import table_of

AMONG = 10_000
"""Among how many rows, about, new ones are laid. A table that has no more is laid anew as a whole."""

PLACES = 250
"""Around how many new rows others are taken out. A release with more rows than that is a crowd by itself, and one
with `AMONG` rows takes out no others."""

_ID_BITS = 128

_random = secrets.SystemRandom()

Laid = Mapping[str, Any]


def alone(connection: Connection) -> None:
    """Let no other transaction change what was released until this one ends. To be called before any other lock.

    A row that is laid anew is another row to PostgreSQL: whoever was about to delete the old one would miss it.
    Reading goes on. On SQLite a writing transaction is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        names = ", ".join(table_of(model).name for model in (RecordRow, CommentRow))
        connection.exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def lay(connection: Connection, table: Table, rows: Sequence[Laid]) -> None:
    """Insert rows with 16-byte random ids in a column `id`, among others. The transaction must be `alone`."""
    if rows:
        others = _taken_out(connection, table, [row["id"] for row in rows])
        insert_many(connection, table, sorted([*rows, *others], key=itemgetter("id")))


def _taken_out(connection: Connection, table: Table, ids: list[bytes]) -> list[Laid]:
    beyond = select(table.c.id).order_by(table.c.id).limit(1).offset(AMONG)
    last = connection.execute(beyond).scalar_one_or_none()
    if last is None:
        return _deleted(connection, table, None)
    wanted = AMONG if len(ids) <= PLACES else AMONG - len(ids)
    if wanted <= 0:
        return []
    # As ids are random, how far the first ones reach tells how many there are.
    expected = (AMONG << _ID_BITS) // max(int.from_bytes(last, "big"), 1)
    places = ids if len(ids) <= PLACES else _random.sample(ids, PLACES)
    taken: list[Laid] = []
    for low, high in _stretches(places, expected * len(places) // wanted):
        taken += _deleted(connection, table, (low, high))
    return taken


def _stretches(places: Sequence[bytes], parts: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the first and the last id of those of `parts` equal parts of all ids in which there are places."""
    parts = max(parts, 1)
    for part in sorted({int.from_bytes(place, "big") * parts >> _ID_BITS for place in places}):
        low, beyond = (-(-(edge << _ID_BITS) // parts) for edge in (part, part + 1))
        yield low.to_bytes(16, "big"), (beyond - 1).to_bytes(16, "big")


def _deleted(connection: Connection, table: Table, between: tuple[bytes, bytes] | None) -> list[Laid]:
    gone = delete(table).returning(*table.c)
    if between:
        gone = gone.where(table.c.id.between(bindparam("low"), bindparam("high")))
    edges = dict(zip(("low", "high"), between or (), strict=False))
    names = table.columns.keys()
    return [dict(zip(names, row, strict=True)) for row in connection.execute(gone, edges).all()]
