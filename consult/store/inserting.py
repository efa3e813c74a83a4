"""Inserting what may be there already: both databases know how, each in a dialect of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = sqlite.Insert | postgresql.Insert

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


def insert_unless_there(connection: Connection, table: Table, row: Mapping[str, object]) -> bool:
    """Insert a row, unless one that is unique in the same way is there. Returns whether it was inserted."""
    insert = _START[connection.dialect.name](table).on_conflict_do_nothing()
    return connection.execute(insert.values(row).returning(*table.primary_key)).first() is not None


def _changing(insert: Insert, table: Table, change: Callable[[Insert], dict[str, object]]) -> Insert:
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=change(insert))
