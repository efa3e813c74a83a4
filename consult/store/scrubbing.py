"""Taking deleted rows out of the places where databases keep them for a while longer.

SQLite overwrites deleted rows with zeros (`secure_delete`), but its log holds the old pages until it is written
back and cut. PostgreSQL keeps dead rows until a table is vacuumed. Both are best done now, and it does no harm to miss
them once: the next time does it as well.
"""

from __future__ import annotations

import logging
from contextlib import closing

from sqlalchemy.exc import DBAPIError

from consult.store.database import available, db
from consult.store.engines import PATIENCE_SECONDS
from consult.store.models.base import Base, table_of

_log = logging.getLogger(__name__)

_SHORT_WAIT_MS = 200


def scrub(*models: type[Base]) -> None:
    """Remove what earlier deletions from these tables left behind, unless another connection is in the way."""
    with available():
        try:
            _cut_log() if db.engine.dialect.name == "sqlite" else _vacuum(*models)
        except DBAPIError as error:
            _log.warning("Deleted rows could not be scrubbed yet: %s", type(error.orig).__name__)


def _cut_log() -> None:
    with closing(db.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_SHORT_WAIT_MS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000}")


def _vacuum(*models: type[Base]) -> None:
    names = ", ".join(table_of(model).name for model in models)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"VACUUM (SKIP_LOCKED) {names}")
