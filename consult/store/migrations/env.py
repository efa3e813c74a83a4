"""How Alembic reaches the app's database. Its logging is left as the app has set it up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from consult.store.engines import BEGINNING, LOCKS_FIRST, PATIENCE_SECONDS, UNLIMITED
from consult.store.models import Base

OURS_ALONE = 0x636F6E73756C74
"""The number of the lock on PostgreSQL that a migration holds: any number that nothing else uses."""


SQLITE_WAIT_MS = 5 * 60 * 1000
"""How long one start waits for another's migrations on SQLite, which cannot wait for ever."""

PATIENTLY = (
    UNLIMITED,
    "SET LOCAL lock_timeout = 0",
    "SET LOCAL idle_in_transaction_session_timeout = 0",
    f"SELECT pg_advisory_xact_lock({OURS_ALONE})",
    f"SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'",
)
"""How migrations begin on PostgreSQL: limits that keep pages quick would cut off long ones, and those who wait.

For a table that somebody reads they do not wait for longer than a page does: every page would queue behind them.
"""


def run() -> None:
    """Run the migrations that were asked for, in one transaction, while no other process runs any.

    Others wait until it is done.
    """
    engine = current_app.extensions["sqlalchemy"].engine
    with engine.connect().execution_options(**{BEGINNING: LOCKS_FIRST}) as connection, patient(connection):
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            # Alembic takes SQLite's driver to begin transactions too late for this; ours does not.
            transactional_ddl=True,
        )
        with context.begin_transaction():
            if connection.dialect.name == "postgresql":
                for statement in PATIENTLY:
                    connection.exec_driver_sql(statement)
            context.run_migrations()


@contextmanager
def patient(connection: Connection) -> Iterator[None]:
    """Let a connection to SQLite wait for long to begin. This is set past SQLAlchemy, which would begin with it."""
    if connection.dialect.name != "sqlite":
        yield
        return
    cursor = connection.connection.cursor()
    [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
    cursor.execute(f"PRAGMA busy_timeout = {SQLITE_WAIT_MS}")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {usual}")
        cursor.close()


def write() -> None:
    """Write the migrations as SQL text instead, for an operator who runs it by hand."""
    url = current_app.extensions["sqlalchemy"].engine.url
    context.configure(url=url, target_metadata=Base.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    write()
else:
    run()
