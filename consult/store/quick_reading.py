"""One row by its key, read straight through the driver.

Every page of a visit reads one draft. SQLAlchemy's execution of a statement costs several times what the databases
take to answer it, so this one query keeps the pool and the compiled words of SQLAlchemy and leaves out the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, Select

from consult.store.database import StoreUnavailable, available, db


@contextmanager
def _driver_errors(engine: Engine) -> Iterator[None]:
    """Turn what the driver itself raises into `StoreUnavailable`."""
    try:
        yield
    except engine.dialect.loaded_dbapi.Error as error:
        raise StoreUnavailable(type(error).__name__) from error


class RowByKey:
    """A query for one row by one bound parameter."""

    def __init__(self, query: Select[Any], parameter: str) -> None:
        self._query = query
        self._parameter = parameter
        self._words: dict[str, tuple[str, bool]] = {}

    def find(self, key: bytes | str) -> tuple[Any, ...] | None:
        """Return the row's values as the driver gives them, or None. Raises `StoreUnavailable`."""
        engine = db.engine
        with available(), _driver_errors(engine):
            connection = engine.raw_connection()
            try:
                cursor = connection.cursor()
                self._ask(engine, cursor, key)
                row: tuple[Any, ...] | None = cursor.fetchone()
                cursor.close()
            except Exception:
                connection.invalidate()
                raise
            finally:
                connection.close()
        return row

    def _ask(self, engine: Engine, cursor: Any, key: bytes | str) -> None:  # noqa: ANN401 - each driver has its own
        name = engine.dialect.name
        if name not in self._words:
            compiled = self._query.compile(dialect=engine.dialect)
            self._words[name] = (str(compiled), bool(compiled.positional))
        words, positional = self._words[name]
        cursor.execute(words, (key,) if positional else {self._parameter: key})
