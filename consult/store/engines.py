"""How each database is set up: what makes SQLite safe under many workers, and PostgreSQL quick to give up."""

from __future__ import annotations

import time
from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url

PATIENCE_SECONDS = 5
"""How long a request waits for a lock or a connection before the store counts as unavailable."""

AGAIN_SECONDS = 0.02
"""How long to wait before asking SQLite again what it refused at once."""

BEGINNING = "consult_beginning"
"""The execution option that says with which statement a transaction begins on SQLite: one of the two below."""

READS_ONE_STATE = "BEGIN"
LOCKS_FIRST = "BEGIN IMMEDIATE"

UNLIMITED = "SET LOCAL statement_timeout = 0"
"""Lets the statements of one PostgreSQL transaction take their time."""

SQLITE_PRAGMAS = {
    "journal_mode": "WAL",  # readers and the writer do not wait for each other
    "synchronous": "NORMAL",  # with WAL: a power cut can undo the last moments, never damage the file
    "foreign_keys": "ON",
    "busy_timeout": PATIENCE_SECONDS * 1000,
    "secure_delete": "ON",  # what is deleted is overwritten with zeros
    "journal_size_limit": 0,  # and does not live on in the log once the log has been written back
    "temp_store": "MEMORY",
}

_POSTGRESQL_DRIVER = "postgresql+psycopg"
_POSTGRESQL_NAMES = frozenset({"postgres", "postgresql"})


def read_url(text: str) -> URL:
    """Return a database address, with our driver for the short names of PostgreSQL."""
    url = make_url(text)
    return url.set(drivername=_POSTGRESQL_DRIVER) if url.drivername in _POSTGRESQL_NAMES else url


def options_for(url: URL) -> dict[str, Any]:
    """Return the engine options for a database address.

    Parameters never appear in errors: they are people's answers.
    """
    shared: dict[str, Any] = {"hide_parameters": True}
    if url.get_backend_name() == "postgresql":
        return shared | {
            "pool_pre_ping": True,
            "pool_timeout": PATIENCE_SECONDS,
            "connect_args": {"connect_timeout": PATIENCE_SECONDS, "options": _postgresql_limits()},
        }
    if url.database in {None, "", ":memory:"}:
        return shared
    return shared | {"pool_timeout": PATIENCE_SECONDS}


def prepare(engine: Engine) -> None:
    """Make every connection of an SQLite engine ready. Does nothing for another database."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _postgresql_limits() -> str:
    limits = {
        "lock_timeout": PATIENCE_SECONDS,
        "statement_timeout": 4 * PATIENCE_SECONDS,
        "idle_in_transaction_session_timeout": 4 * PATIENCE_SECONDS,
    }
    return " ".join(f"-c {name}={seconds}s" for name, seconds in limits.items())


def _set_up_sqlite(connection: SqliteConnection, _record: object) -> None:
    # Where nothing else is asked for, reading begins no transaction, and the first change takes the lock at once.
    # That lets an object session that has read something still write after another connection wrote.
    connection.isolation_level = "IMMEDIATE"
    for name, value in SQLITE_PRAGMAS.items():
        _patiently(connection, f"PRAGMA {name} = {value}")


def _patiently(connection: SqliteConnection, statement: str) -> None:
    """Ask again where SQLite refuses at once: when two turn on the log of a new file at the same moment."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute(statement)
        except OperationalError as error:
            if error.sqlite_errorcode != SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(AGAIN_SECONDS)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    beginning = connection.get_execution_options().get(BEGINNING)
    if beginning:
        connection.exec_driver_sql(beginning)
