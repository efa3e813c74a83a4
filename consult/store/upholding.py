"""Whether the database is set up to forget what is deleted, and to write nothing down beside the tables."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from consult.store.database import db, reading
from consult.store.findings import Finding

Rule = tuple[str, Callable[[str], bool], str, str]
"""The name of a setting, whether its value is fine, what a wrong one does, and what to do."""

SQLITE: tuple[Rule, ...] = (
    (
        "secure_delete",
        lambda value: value == "1",
        "keeps what was deleted",
        "Use the SQLite that comes with Python.",
    ),
    ("journal_mode", lambda value: value == "wal", "makes readers wait", "Keep the database on a local disk."),
    (
        "journal_size_limit",
        lambda value: value == "0",
        "keeps old pages in its log",
        "Report it: the site sets this.",
    ),
)

_FILE = "Change it in postgresql.conf, and delete what was written so far."

POSTGRESQL: tuple[Rule, ...] = (
    ("log_statement", lambda value: value == "none", "writes statements down, with their time", _FILE),
    ("log_min_duration_statement", lambda value: value == "-1", "writes slow statements down, with answers", _FILE),
    ("log_min_duration_sample", lambda value: value == "-1", "writes some statements down, with answers", _FILE),
    ("log_parameter_max_length_on_error", lambda value: value == "0", "writes answers down with errors", _FILE),
    ("track_commit_timestamp", lambda value: value == "off", "keeps the time of each row", _FILE),
    (
        "archive_mode",
        lambda value: value == "off",
        "keeps when each row came",
        "Take dumps in place of an archive.",
    ),
    ("shared_preload_libraries", lambda value: "auto_explain" not in value, "writes statements down", _FILE),
)


def wrongly_set() -> list[Finding]:
    """Return each setting of the database that lets it remember too much. Raises `StoreUnavailable`."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    rules, ask = (SQLITE, "PRAGMA") if is_sqlite else (POSTGRESQL, "SHOW")
    with reading() as connection:
        values = {name: _value(connection, f"{ask} {name}") for name, *_ in rules}
        return [
            Finding(f"The database {does} ({name} is {values[name]!r}).", do)
            for name, is_fine, does, do in rules
            if not is_fine(values[name])
        ] + _statistics(connection)


def _value(connection: Connection, question: str) -> str:
    return str(connection.exec_driver_sql(question).scalar())


def _statistics(connection: Connection) -> list[Finding]:
    """Return a word on the list of statements that PostgreSQL can keep: it tells how often each was used."""
    if connection.dialect.name == "sqlite":
        return []
    query = "SELECT count(*) FROM pg_extension WHERE extname = 'pg_stat_statements'"
    if not connection.exec_driver_sql(query).scalar():
        return []
    return [
        Finding(
            "PostgreSQL counts how often each statement runs (pg_stat_statements).",
            "Drop the extension unless you need it: it tells when somebody shared to whoever looks often.",
            breach=False,
        )
    ]
