"""Everything that a thief of the database has: rows with their hidden columns, as they lie, and all bytes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sqlalchemy import Connection

from consult.store.database import db
from tests.postgres_server import PostgresServer

Row = Mapping[str, object]
_AS_THEY_LIE = {"records": "SELECT * FROM records", "comments": "SELECT * FROM comments"}
_HIDDEN = {
    table: read.replace("*", "ctid::text, xmin::text::bigint, xmax::text::bigint, cmin::text::bigint, *")
    for table, read in _AS_THEY_LIE.items()
}
_TALLIES = "SELECT * FROM plain_tallies"
_FILES = """
SELECT pg_relation_filepath(oid), relname FROM pg_class
WHERE relname ~ '(records|comments|inbox|tallies)' AND relkind IN ('r', 'i')
"""
_FOLDER = "SELECT oid FROM pg_database WHERE datname = current_database()"
_PREFIX = 3
"""How many bytes of an id are looked for before the rest is compared."""


@dataclass(frozen=True)
class Dump:
    """The rows of each table as they lie, and the content of every file by what it is."""

    rows: Mapping[str, list[Row]]
    tallies: list[Row]
    files: Mapping[str, bytes]
    page: int

    @staticmethod
    def id_of(row: Row) -> bytes:
        """Return the id of a row."""
        found = row["id"]
        assert isinstance(found, bytes)
        return found

    def places(self, ids: Iterable[bytes]) -> dict[str, dict[bytes, list[int]]]:
        """Return where each id stands in each file, by the file's name."""
        wanted = set(ids)
        return {name: _places(content, wanted) for name, content in self.files.items()}


def of_sqlite() -> Dump:
    """Read the database of the app and its files."""
    file = Path(str(db.engine.url.database))
    with db.engine.connect() as connection:
        rows = {table: _rows(connection, read) for table, read in _AS_THEY_LIE.items()}
        tallies = _tallies(connection, "SELECT name FROM sqlite_master")
    parts = {"the file": file, "the log": file.with_name(f"{file.name}-wal")}
    return Dump(rows, tallies, {name: part.read_bytes() for name, part in parts.items() if part.exists()}, 4096)


def of_postgresql(server: PostgresServer) -> Dump:
    """Read the database of the app, its files, and the server's log.

    The log is as the store left it. A checkpoint only writes the tables' files down, as one does by itself.
    """
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        rows = {table: _rows(connection, read) for table, read in _HIDDEN.items()}
        tallies = _tallies(connection, "SELECT relname FROM pg_class")
        known = {server.data / path: f"{name}" for path, name in connection.exec_driver_sql(_FILES)}
        folder = server.data / "base" / str(connection.exec_driver_sql(_FOLDER).scalar_one())
    files = {name: path.read_bytes() for path, name in known.items()}
    files["other files"] = _together(folder, known)
    return Dump(rows, tallies, files | {"the log": _together(server.data / "pg_wal")}, 8192)


def _together(folder: Path, but: Container[Path] = ()) -> bytes:
    parts = (part for part in sorted(folder.iterdir()) if part.is_file() and part not in but)
    return b"".join(part.read_bytes() for part in parts)


def _rows(connection: Connection, statement: str) -> list[Row]:
    return [row._asdict() for row in connection.exec_driver_sql(statement)]


def _tallies(connection: Connection, names: str) -> list[Row]:
    there = "plain_tallies" in {row[0] for row in connection.exec_driver_sql(names)}
    return _rows(connection, _TALLIES) if there else []


def _places(content: bytes, wanted: set[bytes]) -> dict[bytes, list[int]]:
    begins = np.zeros(1 << (8 * _PREFIX), dtype=bool)
    for each in wanted:
        begins[int.from_bytes(each[:_PREFIX], "big")] = True
    found: dict[bytes, list[int]] = {}
    data = np.frombuffer(content, dtype=np.uint8).astype(np.uint32)
    if len(data) < 16:
        return found
    starts = (data[:-15] << 16) | (data[1:-14] << 8) | data[2:-13]
    for offset in np.flatnonzero(begins[starts]).tolist():
        each = content[offset : offset + 16]
        if each in wanted:
            found.setdefault(each, []).append(offset)
    return found
