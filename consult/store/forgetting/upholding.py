"""Whether the database is set up to forget what is deleted, and to write nothing down beside the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection

from consult.store.database import reading
from consult.store.forgetting import write_ahead
from consult.store.forgetting.findings import Finding

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
    ("log_duration", lambda value: value == "off", "writes down when somebody used it", _FILE),
    ("log_transaction_sample_rate", lambda value: value == "0", "writes some statements down, with answers", _FILE),
    ("log_parameter_max_length_on_error", lambda value: value == "0", "writes answers down with errors", _FILE),
    ("track_commit_timestamp", lambda value: value == "off", "keeps the time of each row", _FILE),
    (
        "archive_mode",
        lambda value: value == "off",
        "keeps when each row came",
        "Take dumps in place of an archive.",
    ),
    ("wal_recycle", lambda value: value == "off", "keeps old files of its log", _FILE),
    ("wal_keep_size", lambda value: value == "0", "keeps old files of its log", _FILE),
    ("shared_preload_libraries", lambda value: "auto_explain" not in value, "writes statements down", _FILE),
)


def wrongly_set() -> list[Finding]:
    """Return each setting of the database that lets it remember too much. Raises `StoreUnavailable`."""
    with reading() as connection:
        if connection.dialect.name == "sqlite":
            return _judged(SQLITE, {name: _pragma(connection, name) for name, *_ in SQLITE})
        rows = connection.exec_driver_sql("SELECT name, setting FROM pg_settings")
        values = {str(name): str(value) for name, value in rows}
        return [*_judged(POSTGRESQL, values), *_beside_settings(connection)]


def _judged(rules: Iterable[Rule], values: Mapping[str, str]) -> list[Finding]:
    found = [
        Finding(f"The database {does} ({name} is {values[name]!r}).", do)
        for name, is_fine, does, do in rules
        if name in values and not is_fine(values[name])
    ]
    if unseen := [name for name, *_ in rules if name not in values]:
        says = f"The site's account may not see how the database is set ({', '.join(unseen)})."
        found.append(Finding(says, "Look yourself, or as a superuser: GRANT pg_read_all_settings.", breach=False))
    return found


def _pragma(connection: Connection, name: str) -> str:
    return str(connection.exec_driver_sql(f"PRAGMA {name}").scalar())


def _beside_settings(connection: Connection) -> list[Finding]:
    found = [*_statistics(connection), *_slots(connection)]
    if missing := write_ahead.missing_rights(connection):
        says = "The site may not clear PostgreSQL's log, so that shows for long which answers came together."
        found.append(Finding(says, f"As a superuser in its database: {'; '.join(missing)};"))
    return found


def _slots(connection: Connection) -> list[Finding]:
    """Return a word on copies of the database that are fed from its log."""
    if not connection.exec_driver_sql("SELECT count(*) FROM pg_replication_slots").scalar():
        return []
    return [
        Finding("PostgreSQL keeps its log for others (replication slots).", "Drop them, and take dumps instead.")
    ]


def _statistics(connection: Connection) -> list[Finding]:
    """Return a word on the list of statements that PostgreSQL can keep: it tells how often each was used."""
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
