"""Taking deleted rows out of the places where databases keep them for a while longer.

SQLite overwrites deleted rows with zeros (`secure_delete`), but its log holds the old pages until it is written
back and cut. PostgreSQL keeps dead rows until a table is written anew, and in its log all that was written. Both
are best seen to now. What is missed because somebody is in the way is made up for within the hour.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from consult.store.database import StoreUnavailable, available, db
from consult.store.engines import PATIENCE_SECONDS
from consult.store.forgetting import write_ahead
from consult.store.models import CommentRow, RecordRow
from consult.store.models.base import Base, table_of

_log = logging.getLogger(__name__)

_SHORT_WAIT_MS = 200

WAIT_MS = 1500
"""How long PostgreSQL waits for those who are in the way of a table. Whoever comes meanwhile waits, too.

After a second (`deadlock_timeout`) it stops a clean-up of its own that is in the way.
"""

DAILY_WAIT_MS = 2000
"""How long the daily clean-up waits."""

_AGAIN_SECONDS = 0.02

SMALL = 16 * 1024 * 1024
"""How many bytes a table of PostgreSQL may have, with its indexes, to be written anew after each deletion."""

_SIZE = "SELECT pg_total_relation_size(%s::regclass)"
_IN_RANDOM_ORDER = frozenset({table_of(RecordRow).name, table_of(CommentRow).name})

_LOG = "the log"

_missed: set[str] = set()
"""The tables of PostgreSQL that this process could not write anew, and the log where it could not be cleared."""


def scrub(*models: type[Base]) -> None:
    """Remove what earlier deletions left behind, unless another connection is in the way.

    On PostgreSQL this goes for the tables that are named. A small one gets a new file, as the pages of the old one
    still hold the bytes of what was deleted. A large one is left to `write_anew` for that. Where released rows came
    or went, the log is cleared. What was missed before is seen to as well.
    """
    _scrub(models, anew=True)


def tidy(*models: type[Base]) -> None:
    """Do what `scrub` does where nothing was deleted that anybody could read: a table keeps its file."""
    _scrub(models, anew=False)


def write_anew() -> None:
    """Remove what deletions left behind from every table and the log: for the daily clean-up.

    On PostgreSQL each table gets a new file, but for large ones of what is sealed or about organisers. What was
    released is laid down in the order of its random ids meanwhile; SQLite keeps this order by itself. Nobody can
    read or write a table while that goes on.

    Raises `StoreUnavailable` when somebody was in the way. The rest was done then.
    """
    with available():
        missed = _cut_log(DAILY_WAIT_MS) if _is_sqlite() else _all_anew()
    if missed:
        raise StoreUnavailable(f"somebody is in the way of {', '.join(missed)}")


def _scrub(models: tuple[type[Base], ...], *, anew: bool) -> None:
    with available():
        try:
            missed = _cut_log(_SHORT_WAIT_MS) if _is_sqlite() else _vacuum(models, anew=anew)
        except DBAPIError as error:
            _log.warning("Deleted rows could not be scrubbed yet: %s", type(error.orig).__name__)
        else:
            if missed:
                _log.warning("Deleted rows could not be scrubbed yet: somebody is reading")


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _outside_transactions() -> Connection:
    return db.engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def _cut_log(wait_ms: int) -> list[str]:
    """Write SQLite's log back and cut it; return what could not be done.

    SQLite waits for readers and writers. Where another connection is at the same work it refuses at once, so it is
    asked again.
    """
    until = time.monotonic() + wait_ms / 1000
    with db.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait_ms}")
        try:
            while (is_busy := _cut(connection)) and time.monotonic() < until:
                time.sleep(_AGAIN_SECONDS)
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")
    return [_LOG] if is_busy else []


def _cut(connection: Connection) -> bool:
    is_busy, *_pages = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return bool(is_busy)


def _vacuum(models: tuple[type[Base], ...], *, anew: bool) -> list[str]:
    """Vacuum tables of PostgreSQL; return what has to be written anew and could not be. It is tried again."""
    names = {table_of(model).name for model in models}
    if anew:
        return _made_up_for(names)
    with _outside_transactions() as connection:
        for name in sorted(names):
            connection.exec_driver_sql(f"VACUUM (SKIP_LOCKED) {name}")
    return []


def _made_up_for(names: set[str]) -> list[str]:
    """Write tables anew, and those that were missed before. What is not done for any reason counts as missed."""
    left = names | _missed
    if table_of(RecordRow).name in left:
        left.add(_LOG)
    # Whoever misses one of these while this goes on adds it again.
    _missed.difference_update(left)
    try:
        with _outside_transactions() as connection, _waiting(connection, WAIT_MS):
            for name in _log_last(left):
                if _is_anew(connection, name):
                    left.remove(name)
    finally:
        _missed.update(left)
    return _log_last(left)


def _all_anew() -> list[str]:
    """Write every table of PostgreSQL anew, and clear its log; return what could not be done."""
    names = [*(table.name for table in Base.metadata.sorted_tables), _LOG]
    with _outside_transactions() as connection, _waiting(connection, DAILY_WAIT_MS):
        return [name for name in names if not _is_anew(connection, name, in_order=name in _IN_RANDOM_ORDER)]


def _log_last(names: Iterable[str]) -> list[str]:
    """Return names in order. Clearing the log takes away what writing the tables left in it."""
    return sorted(names, key=lambda name: (name == _LOG, name))


@contextmanager
def _waiting(connection: Connection, wait_ms: int) -> Iterator[None]:
    """Wait no longer than that for a table, but as long as it takes to write one."""
    connection.exec_driver_sql("SET statement_timeout = 0")
    connection.exec_driver_sql(f"SET lock_timeout = {wait_ms}")
    try:
        yield
    finally:
        # A connection that was lost is not used again.
        if not connection.invalidated:
            connection.exec_driver_sql("RESET lock_timeout")
            connection.exec_driver_sql("RESET statement_timeout")


def _is_anew(connection: Connection, name: str, *, in_order: bool = False) -> bool:
    """Write a table of PostgreSQL anew, or clear the log. False if somebody is in the way, or it went wrong.

    A table is written `in_order` of its ids or if it is small. Raises `DBAPIError` when the connection is lost.
    """
    try:
        if name == _LOG:
            write_ahead.clear(connection)
        elif in_order:
            connection.exec_driver_sql(f"CLUSTER {name} USING {Base.metadata.tables[name].primary_key.name}")
        else:
            # Asking for the size, too, waits for whoever has the table to itself.
            connection.exec_driver_sql(f"VACUUM {'FULL ' if _is_small(connection, name) else ''}{name}")
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        return False
    return True


def _is_small(connection: Connection, name: str) -> bool:
    return bool(connection.exec_driver_sql(_SIZE, (name,)).scalar_one() <= SMALL)
