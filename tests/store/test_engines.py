from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import create_engine

from consult.store.database import StoreUnavailable, begin_with_own_connections, db, reading, snapshot, writing
from consult.store.engines import PATIENCE_SECONDS, options_for, prepare, read_url
from consult.store.forgetting import scrubbing
from consult.store.mixing.mix import BATCH
from consult.store.mixing.tallies import verify
from consult.store.models import RecordRow
from tests.store.people import CAMPAIGN, crowd


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://user@host/name", "postgresql+psycopg"),
        ("postgresql://user@host/name", "postgresql+psycopg"),
        ("postgresql+psycopg://user@host/name", "postgresql+psycopg"),
        ("sqlite:///store.db", "sqlite"),
    ],
)
def test_addresses_get_our_driver(given: str, driver: str) -> None:
    assert read_url(given).drivername == driver


def test_parameters_are_never_in_errors() -> None:
    for uri in ("sqlite:///store.db", "sqlite://", "postgresql://user@host/name"):
        assert options_for(read_url(uri))["hide_parameters"] is True


def test_two_may_turn_on_the_log_of_a_new_file_at_the_same_moment(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    engine = create_engine(f"sqlite:///{file}")
    prepare(engine)
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as first:
        first.execute("BEGIN IMMEDIATE")
        ends = Timer(0.3, first.rollback)
        ends.start()
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        ends.join()
    engine.dispose()


@pytest.mark.usefixtures("store")
class TestSetUp:
    def test_a_connection_gives_up_in_time_and_sqlite_overwrites_what_it_deletes(self) -> None:
        self.check()

    def check(self) -> None:
        if db.engine.dialect.name != "sqlite":
            assert self.setting("SHOW lock_timeout") == f"{PATIENCE_SECONDS}s"
            assert self.setting("SHOW statement_timeout") == f"{4 * PATIENCE_SECONDS}s"
            return
        assert self.setting("PRAGMA journal_mode") == "wal"
        assert self.setting("PRAGMA foreign_keys") == 1
        assert self.setting("PRAGMA secure_delete") == 1
        assert self.setting("PRAGMA busy_timeout") == PATIENCE_SECONDS * 1000

    def test_scrubbing_leaves_a_connection_as_it_was(self) -> None:
        scrubbing.scrub(RecordRow)
        scrubbing.write_anew()
        self.check()

    def test_a_forked_process_has_connections_of_its_own_and_leaves_its_parents_open(self) -> None:
        with reading() as connection:
            parents = connection.connection.dbapi_connection
        begin_with_own_connections()
        with reading() as connection:
            assert connection.connection.dbapi_connection is not parents
        assert parents is not None
        assert parents.cursor().execute("SELECT 1").fetchone() is not None
        parents.close()

    def test_an_error_undoes_everything_in_its_block(self) -> None:
        def half() -> None:
            with writing() as connection:
                connection.exec_driver_sql("DELETE FROM campaigns")
                connection.exec_driver_sql("SELECT nothing FROM nowhere")

        with pytest.raises(StoreUnavailable):
            half()
        assert self.setting("SELECT count(*) FROM campaigns") == 1

    def test_a_snapshot_does_not_see_what_is_written_meanwhile(self) -> None:
        with snapshot() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one() == 0
            crowd(1)
            assert connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one() == 0
        assert self.setting("SELECT count(*) FROM inbox") == 1

    @staticmethod
    def setting(statement: str) -> object:
        with reading() as connection:
            return connection.exec_driver_sql(statement).scalar_one()


@pytest.mark.usefixtures("store")
def test_what_was_released_can_be_put_in_random_order() -> None:
    crowd(2 * BATCH)
    scrubbing.write_anew()
    with reading() as connection:
        ids = [bytes(row[0]) for row in connection.exec_driver_sql("SELECT id FROM records")]
    assert ids == sorted(ids)
    assert verify(CAMPAIGN)
