"""Taking deleted rows out of the places where databases keep them for a while longer.

SQLite overwrites deleted rows with zeros (`secure_delete`), but its log holds the old pages until it is written
back and cut. PostgreSQL keeps dead rows until a table is vacuumed. Both are best done now. When one is missed, the
next does its work as well.
"""

from __future__ import annotations

import logging
from contextlib import closing

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from consult.store.database import available, db
from consult.store.engines import PATIENCE_SECONDS
from consult.store.models import CommentRow, RecordRow
from consult.store.models.base import Base, table_of

_log = logging.getLogger(__name__)

_SHORT_WAIT_MS = 200

SMALL = 16 * 1024 * 1024
"""How many bytes a table of PostgreSQL may have, with its indexes, to be written anew after each deletion."""

_SIZE = "SELECT pg_total_relation_size(%s::regclass)"


def scrub(*models: type[Base]) -> None:
    """Remove what earlier deletions left behind, unless another connection is in the way.

    On PostgreSQL this goes for the tables that are named. A small one gets a new file, as the pages of the old one
    still hold the bytes of what was deleted. A large one is left to `put_in_random_order` for that.
    """
    with available():
        try:
            _cut_log() if db.engine.dialect.name == "sqlite" else _vacuum(*models)
        except DBAPIError as error:
            _log.warning("Deleted rows could not be scrubbed yet: %s", type(error.orig).__name__)


def tidy(*models: type[Base]) -> None:
    """Do what `scrub` does where nothing was deleted that anybody could read: a table keeps its file."""
    with available():
        try:
            _cut_log() if db.engine.dialect.name == "sqlite" else _vacuum(*models, anew=False)
        except DBAPIError as error:
            _log.warning("Deleted rows could not be scrubbed yet: %s", type(error.orig).__name__)


def put_in_random_order() -> None:
    """Rewrite what was released in the order of its random ids, on PostgreSQL, which else shows what came together.

    For the operator: nobody can read or write those tables meanwhile. Raises `StoreUnavailable` when somebody is in
    the way for too long. SQLite keeps this order by itself.
    """
    if db.engine.dialect.name == "sqlite":
        return
    with available(), _outside_transactions() as connection:
        connection.exec_driver_sql("SET statement_timeout = 0")
        try:
            for model in (RecordRow, CommentRow):
                table = table_of(model)
                connection.exec_driver_sql(f"CLUSTER {table.name} USING {table.primary_key.name}")
        finally:
            connection.exec_driver_sql("RESET statement_timeout")


def _outside_transactions() -> Connection:
    return db.engine.connect().execution_options(isolation_level="AUTOCOMMIT")


def _cut_log() -> None:
    with closing(db.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_SHORT_WAIT_MS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")


def _vacuum(*models: type[Base], anew: bool = True) -> None:
    with _outside_transactions() as connection:
        for name in (table_of(model).name for model in models):
            small = anew and connection.exec_driver_sql(_SIZE, (name,)).scalar_one() <= SMALL
            how = "FULL, SKIP_LOCKED" if small else "SKIP_LOCKED"
            connection.exec_driver_sql(f"VACUUM ({how}) {name}")
