"""How Alembic reaches the app's database. Its logging is left as the app has set it up."""

from __future__ import annotations

from alembic import context
from flask import current_app

from consult.store.models import Base


def run() -> None:
    """Run the migrations that were asked for, in one transaction."""
    engine = current_app.extensions["sqlalchemy"].engine
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
        with context.begin_transaction():
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
