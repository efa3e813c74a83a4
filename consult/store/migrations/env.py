"""How Alembic reaches the app's database. Its logging is left as the app has set it up."""

from __future__ import annotations

from alembic import context
from flask import current_app

from consult.store.engines import BEGINNING, LOCKS_FIRST
from consult.store.models import Base

OURS_ALONE = 0x636F6E73756C74
"""The number of the lock on PostgreSQL that a migration holds: any number that nothing else uses."""


def run() -> None:
    """Run the migrations that were asked for, in one transaction, while no other process runs any."""
    engine = current_app.extensions["sqlalchemy"].engine
    with engine.connect().execution_options(**{BEGINNING: LOCKS_FIRST}) as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            # Alembic takes SQLite's driver to begin transactions too late for this; ours does not.
            transactional_ddl=True,
        )
        with context.begin_transaction():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({OURS_ALONE})")
            context.run_migrations()


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
