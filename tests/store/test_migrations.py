from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Timer

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import Migrate
from sqlalchemy import inspect, text

from consult.store import campaigns
from consult.store.database import MIGRATIONS, StoreUnavailable, db, upgrade
from consult.store.engines import SQLITE_PRAGMAS
from consult.store.models import Base
from tests.databases import dispose, store_app_for
from tests.store.people import CAMPAIGN, PACK

REVISIONS = [script.revision for script in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))]
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
RESIDENTS = ("drafts", "inbox", "records", "comments", "tallies", "releases")


@pytest.fixture
def blank(blank_database_uri: str) -> Iterator[Flask]:
    app = store_app_for(blank_database_uri)
    with app.app_context():
        yield app
    dispose(app)


def config() -> Config:
    found = Migrate(db=db, directory=str(MIGRATIONS)).get_config(str(MIGRATIONS))
    assert isinstance(found, Config)
    return found


def shape() -> dict[str, list[str]]:
    """Return every table with its columns, in a form that compares."""
    inspector = inspect(db.engine)
    return {
        table: sorted(
            f"{part}"
            for part in (
                *inspector.get_columns(table),
                *inspector.get_indexes(table),
                *inspector.get_foreign_keys(table),
            )
        )
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def differences() -> list[object]:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, Base.metadata))


@pytest.mark.usefixtures("blank")
class TestVersions:
    def test_the_newest_version_is_what_the_models_say(self) -> None:
        upgrade()
        assert differences() == []

    @pytest.mark.parametrize("revision", REVISIONS)
    def test_each_version_can_be_left_again(self, revision: str) -> None:
        script = ScriptDirectory(str(MIGRATIONS)).get_revision(revision)
        assert script is not None
        before = str(script.down_revision or "base")
        command.upgrade(config(), before)
        left = shape()
        command.upgrade(config(), revision)
        reached = shape()
        command.downgrade(config(), before)
        assert shape() == left
        command.upgrade(config(), revision)
        assert shape() == reached != left

    def test_going_to_the_newest_version_twice_changes_nothing(self) -> None:
        upgrade()
        campaigns.add(CAMPAIGN, "Lewisham answers", PACK)
        upgrade()
        assert campaigns.find(CAMPAIGN) is not None

    def test_tables_of_a_newer_program_are_left_alone(self) -> None:
        upgrade()
        with db.engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = 'from-the-future'"))
        with pytest.raises(StoreUnavailable, match="not of a version that this program knows"):
            upgrade()

    def test_residents_rows_have_no_running_number(self) -> None:
        upgrade()
        with db.engine.connect() as connection:
            for table in RESIDENTS:
                if db.engine.dialect.name == "sqlite":
                    made = connection.scalar(
                        text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}
                    )
                    assert "WITHOUT ROWID" in str(made)
                assert not [
                    column
                    for column in inspect(connection).get_columns(table)
                    if "nextval" in str(column["default"])
                ]


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_start_waits_for_the_migrations_of_another_on_sqlite(
    blank: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade()
    monkeypatch.setitem(SQLITE_PRAGMAS, "busy_timeout", 1)
    other = sqlite3.connect(str(db.engine.url.database), isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    ending = Timer(0.5, other.rollback)
    ending.start()
    with blank.app_context():
        command.upgrade(config(), "head")
        assert not other.in_transaction
        with db.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 1
    ending.join()
    other.close()


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_start_waits_for_the_migrations_of_another_on_postgresql(blank_database_uri: str, blank: Flask) -> None:
    limits = "-c lock_timeout=1ms -c statement_timeout=500ms -c idle_in_transaction_session_timeout=500ms"
    hasty = store_app_for(blank_database_uri, SQLALCHEMY_ENGINE_OPTIONS={"connect_args": {"options": limits}})

    def start() -> None:
        with hasty.app_context():
            upgrade()

    with blank.app_context(), ThreadPoolExecutor(1) as threads:
        with db.engine.connect() as other, other.begin():
            other.exec_driver_sql(f"SELECT pg_advisory_xact_lock({0x636F6E73756C74})")
            started = threads.submit(start)
            waited_for = 0
            while waited_for < 80 and not started.done():
                other.exec_driver_sql("SELECT pg_sleep(0.01)")
                waited_for += other.exec_driver_sql(WAITING).scalar_one()
            assert not started.done()
        started.result()
    dispose(hasty)


def test_there_is_one_line_of_versions() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1
