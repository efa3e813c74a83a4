"""Inserting what may be there already: both databases know how, each in a dialect of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy import insert as inserted
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY

Insert = sqlite.Insert | postgresql.Insert

_AT_A_TIME = 5000

_START: dict[str, Callable[[Table], Insert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class InsertOrChange:
    """Inserts rows; a row whose primary key is there already gets new values instead.

    `change` maps the insert's `excluded` row to the new values. The statements are made once, as building one takes
    longer than running it.
    """

    def __init__(self, table: Table, change: Callable[[Insert], dict[str, object]]) -> None:
        self._statements = {dialect: _changing(start(table), table, change) for dialect, start in _START.items()}

    def on(self, connection: Connection) -> Insert:
        """Return the statement in the dialect of this connection."""
        return self._statements[connection.dialect.name]


def insert_many(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that have every column of the table, some thousands in a statement.

    One row at a time, or with each value looked at on its way, this takes several times as long.
    """
    names = table.columns.keys()
    rows = iter(rows)
    while part := list(islice(rows, _AT_A_TIME)):
        if connection.dialect.name == "postgresql":
            arrays = [
                bindparam(each.name, [row[each.name] for row in part], ARRAY(each.type)) for each in table.columns
            ]
            unnested = func.unnest(*arrays).table_valued(*names).render_derived()
            connection.execute(inserted(table).from_select(names, select(unnested)))
        else:
            # SQLite's driver takes the values of our columns as they are: bytes, texts and numbers.
            statement = str(inserted(table).compile(dialect=connection.dialect))
            connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in part])


def insert_unless_there(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert a row, unless one that is unique in the same way is there. Returns whether it was inserted."""
    insert = _START[connection.dialect.name](table).on_conflict_do_nothing()
    return connection.execute(insert.values(row).returning(*table.primary_key)).first() is not None


def _changing(insert: Insert, table: Table, change: Callable[[Insert], dict[str, object]]) -> Insert:
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=change(insert))
