"""Fixtures that give each test a fresh database of each kind, with or without its tables."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from flask import Flask

from consult.store.database import db, init_store, upgrade
from consult.store.engines import SQLITE_PRAGMAS
from consult.store.models import Base
from tests.postgres_server import PostgresServer

KINDS = ("sqlite", "postgresql")
SECRET = "a secret for the tests, long enough to be one"

SHARED = "shared"
_numbers = count()


def store_app_for(uri: str, **config: object) -> Flask:
    """Return the smallest app that has a store."""
    app = Flask("consult")
    app.config.update(SQLALCHEMY_DATABASE_URI=uri, SECRET_KEY=SECRET, TESTING=True, **config)
    init_store(app)
    return app


def dispose(app: Flask) -> None:
    """Close all connections of an app."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Let SQLite not wait until the disk has what it wrote: no test's data is to outlive a power cut."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(SQLITE_PRAGMAS, "synchronous", "OFF")
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresServer]:
    """Give a running PostgreSQL server. Each test process has its own, with one database that its tests share.

    Emptying a database between tests takes a tenth of the time of making one.
    """
    with PostgresServer() as server:
        server.create(SHARED)
        _make_tables(server.uri(SHARED))
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file that has the tables."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    _make_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Give the name of each kind of database in turn."""
    return str(request.param)


@pytest.fixture
def database_uri(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database with the tables and nothing in them."""
    if database_kind == "sqlite":
        file = tmp_path / "store.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
    else:
        server: PostgresServer = request.getfixturevalue("postgresql_server")
        yield server.uri(SHARED)
        server.empty(SHARED, [table.name for table in reversed(Base.metadata.sorted_tables)])


@pytest.fixture
def blank_database_uri(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a fresh database without any tables."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'blank.db'}"
    else:
        server: PostgresServer = request.getfixturevalue("postgresql_server")
        name = f"blank_{next(_numbers)}"
        server.create(name)
        yield server.uri(name)
        server.drop(name)


@pytest.fixture
def store_app(database_uri: str) -> Iterator[Flask]:
    """Give the smallest app that has a store, in its context."""
    app = store_app_for(database_uri)
    with app.app_context():
        yield app
    dispose(app)


def _make_tables(uri: str) -> None:
    app = store_app_for(uri)
    with app.app_context():
        upgrade()
    dispose(app)
