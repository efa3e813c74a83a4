"""The way to the database: one handle, two kinds of transaction, and one error when it cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.util import CommandError
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from consult.store.engines import (
    BEGINNING,
    LOCKS_FIRST,
    READS_ONE_STATE,
    UNLIMITED,
    options_for,
    prepare,
    read_url,
)
from consult.store.models import Base

MIGRATIONS = Path(__file__).parent / "migrations"

db = SQLAlchemy(metadata=Base.metadata)
_migrate = Migrate()


class StoreUnavailable(Exception):  # noqa: N818 - a state of the store rather than a mistake
    """Raised by every function of the store when the database is away, locked, full or not set up."""


def init_store(app: Flask) -> None:
    """Tie the store to an app.

    Reads `SQLALCHEMY_DATABASE_URI`; options in `SQLALCHEMY_ENGINE_OPTIONS` win over ours.
    """
    url = read_url(app.config["SQLALCHEMY_DATABASE_URI"])
    chosen = app.config.get("SQLALCHEMY_ENGINE_OPTIONS", {})
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = options_for(url) | chosen
    db.init_app(app)
    _migrate.init_app(app, db, directory=str(MIGRATIONS))
    with app.app_context():
        prepare(db.engine)


def upgrade() -> None:
    """Bring the database to the newest version of the tables; makes it when there is none.

    Safe to run in several processes at once: one does the work, the others wait. Raises `StoreUnavailable`.
    """
    try:
        with available():
            command.upgrade(_migrate.get_config(), "head")
    except CommandError as error:
        raise StoreUnavailable(f"its tables are not of a version that this program knows: {error}") from error
    # Workers are forked after this in some set-ups, and a connection must not be shared with a child.
    db.engine.dispose()


def begin_with_own_connections() -> None:
    """Forget the connections that a process has from the one that it was forked from, and leave them open there.

    Two processes on one connection to PostgreSQL would read each other's answers.
    """
    db.engine.dispose(close=False)


@contextmanager
def available() -> Iterator[None]:
    """Turn the database's ways of being away into `StoreUnavailable`."""
    try:
        yield
    except (IntegrityError, DataError):
        raise
    except DBAPIError as error:
        raise StoreUnavailable(type(error.orig).__name__) from error
    except NoConnectionFree as error:
        raise StoreUnavailable("no connection is free") from error


@contextmanager
def reading() -> Iterator[Connection]:
    """Give a connection for reading. Each statement sees what is there at its own moment."""
    with available(), db.engine.connect() as connection:
        yield connection


@contextmanager
def snapshot() -> Iterator[Connection]:
    """Give a connection for reading as much as it takes, all of it as it is now, while others write."""
    with available(), db.engine.connect().execution_options(**{BEGINNING: READS_ONE_STATE}) as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
            connection.exec_driver_sql(UNLIMITED)
        yield connection


@contextmanager
def writing(*, patiently: bool = False) -> Iterator[Connection]:
    """Give a connection inside a transaction that is kept whole, or not at all when an error leaves the block.

    `patiently` is for an operator's long work: no statement is cut off for taking its time.
    """
    locking = {BEGINNING: LOCKS_FIRST}
    with available(), db.engine.connect().execution_options(**locking) as connection, connection.begin():
        if patiently and connection.dialect.name == "postgresql":
            connection.exec_driver_sql(UNLIMITED)
        yield connection
