"""What every test of the running app stands on: an app of its own on a database of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from consult import create_app
from consult.cli.starting import make_ready
from consult.packs.loading import load_pack, pack_folder
from consult.packs.model import Pack
from consult.settings import Settings
from consult.store.database import db
from consult.web.limits import limiter
from tests.pages import InspectingClient

pytest_plugins = ["tests.databases"]

# The same examples at each run, so that a red run is about the change; `HYPOTHESIS=search` looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=True)
hypothesis.settings.register_profile("search")
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS", "steady"))

PACK = "home-office-facial-recognition"


def settings_for(folder: Path, **others: str) -> Settings:
    """Return settings that keep everything in a folder of the test's own."""
    environment = {"INSTANCE": str(folder), "SECRET_KEY": "a secret for tests only", "HTTPS": "no"} | others
    return Settings.from_environment({f"CONSULT_{name}": value for name, value in environment.items()})


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(pack_folder(PACK))


@pytest.fixture(scope="session")
def ready_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all its tables and the open campaign, to copy."""
    folder = tmp_path_factory.mktemp("ready")
    app = create_app(settings_for(folder))
    make_ready(app)
    with app.app_context():
        db.engine.dispose()
    return folder / "consult.db"


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """The templates, compiled once for all apps: each by itself would take longer than most tests."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))


@pytest.fixture
def app(tmp_path: Path, ready_database: Path, compiled: FileSystemBytecodeCache) -> Iterator[Flask]:
    for part in ready_database.parent.glob("consult.db*"):
        shutil.copy(part, tmp_path / part.name)
    app = create_app(settings_for(tmp_path))
    app.test_client_class = InspectingClient
    app.jinja_env.bytecode_cache = compiled
    limiter.enabled = False
    yield app
    limiter.enabled = True
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> InspectingClient:
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    return client
