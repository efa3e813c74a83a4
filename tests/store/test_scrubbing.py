"""Deleted rows leave the places where databases keep them, and what was missed is made up for."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest
import time_machine
from psycopg import Cursor
from sqlalchemy import Connection, event

from consult.store import drafts
from consult.store.database import StoreUnavailable, db, reading, snapshot, writing
from consult.store.forgetting import scrubbing, write_ahead
from consult.store.forgetting.retention import sweep, sweep_if_due
from consult.store.mixing import submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.tallies import verify
from consult.store.models import Base, CommentRow, RecordRow, Waiting
from consult.store.phrases import new_phrase
from tests.postgres_server import PostgresServer
from tests.store.people import CAMPAIGN, crowd, share

pytestmark = pytest.mark.usefixtures("store")

TODAY = date(2026, 2, 11)
IN_THE_WAY = "Deleted rows could not be scrubbed yet: somebody is reading"


@pytest.fixture(autouse=True)
def nothing_missed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scrubbing, "_missed", set())


def log_size() -> int:
    """Return how many bytes SQLite's log has."""
    return Path(f"{db.engine.url.database}-wal").stat().st_size


def files() -> dict[str, int]:
    """Return the number of the file of each of PostgreSQL's tables."""
    with reading() as connection:
        found = connection.exec_driver_sql("SELECT relname, pg_relation_filenode(oid) FROM pg_class").all()
    names = {table.name for table in Base.metadata.sorted_tables}
    return {name: number for name, number in found if name in names}


def log_file() -> str:
    """Return the name of the file of PostgreSQL's log that is written to."""
    with reading() as connection:
        return str(connection.exec_driver_sql("SELECT pg_walfile_name(pg_current_wal_insert_lsn())").scalar_one())


@pytest.mark.parametrize("database_kind", ["sqlite"])
class TestSqlite:
    def test_somebody_who_reads_keeps_the_log_and_that_is_said(self, caplog: pytest.LogCaptureFixture) -> None:
        with snapshot() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one()
            with caplog.at_level(logging.WARNING):
                crowd(1)
            assert log_size() > 0
        assert [record.getMessage() for record in caplog.records] == [IN_THE_WAY]
        caplog.clear()
        scrubbing.scrub(RecordRow)
        assert (log_size(), caplog.records) == (0, [])

    def test_the_next_hour_makes_up_for_it(self) -> None:
        with time_machine.travel(TODAY, tick=False):
            assert sweep_if_due() is not None
            with snapshot() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one()
                crowd(1)
            assert log_size() > 0
            assert sweep_if_due() is None
        assert log_size() == 0

    def test_a_day_on_which_somebody_reads_stays_due(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(scrubbing, "DAILY_WAIT_MS", 10)
        with time_machine.travel(TODAY, tick=False):
            with snapshot() as connection, caplog.at_level(logging.WARNING):
                connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one()
                drafts.save(new_phrase(), "a draft")
                assert sweep_if_due() is None
            assert "The daily clean-up has to wait: somebody is in the way of the log" in caplog.messages
            assert sweep_if_due() is not None
        assert log_size() == 0


@pytest.mark.parametrize("database_kind", ["postgresql"])
class TestPostgresql:
    def test_a_sweep_gives_every_table_a_new_file(self) -> None:
        crowd(BATCH)
        before = files()
        sweep(TODAY)
        after = files()
        assert {name for name in after if after[name] == before[name]} == set()
        assert verify(CAMPAIGN)

    def test_a_sweep_lays_large_tables_of_what_was_released_anew(self, monkeypatch: pytest.MonkeyPatch) -> None:
        crowd(BATCH)
        monkeypatch.setattr(scrubbing, "SMALL", 0)
        before = files()
        sweep(TODAY)
        after = files()
        assert {name for name in after if after[name] != before[name]} == {"records", "comments"}
        with reading() as connection:
            ids = [bytes(row[0]) for row in connection.exec_driver_sql("SELECT id FROM records")]
        assert ids == sorted(ids)

    def test_a_day_on_which_somebody_holds_a_table_stays_due_and_the_others_are_done(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(scrubbing, "DAILY_WAIT_MS", 10)
        before = files()
        with time_machine.travel(TODAY, tick=False):
            with snapshot() as connection, caplog.at_level(logging.WARNING):
                connection.exec_driver_sql("SELECT count(*) FROM records").scalar_one()
                assert sweep_if_due() is None
            between = files()
            assert sweep_if_due() is not None
        assert "The daily clean-up has to wait: somebody is in the way of records" in caplog.messages
        assert {name for name in between if between[name] == before[name]} == {"records"}
        assert files()["records"] != before["records"]

    def test_a_table_that_somebody_reads_is_seen_to_within_the_hour(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(scrubbing, "WAIT_MS", 10)
        with time_machine.travel(TODAY, tick=False):
            assert sweep_if_due() is not None
            before = files()
            with snapshot() as connection, caplog.at_level(logging.WARNING):
                connection.exec_driver_sql("SELECT count(*) FROM comments").scalar_one()
                scrubbing.scrub(RecordRow, CommentRow)
            between = files()
            assert sweep_if_due() is None
        assert caplog.messages == [IN_THE_WAY]
        assert {name for name in between if between[name] != before[name]} == {"records"}
        assert {name for name, number in files().items() if number != between[name]} == {"comments"}

    def test_a_table_that_somebody_has_alone_keeps_nothing_else_from_being_done(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(scrubbing, "WAIT_MS", 10)
        monkeypatch.setattr(scrubbing, "DAILY_WAIT_MS", 10)
        before = files()
        with writing() as connection:
            connection.exec_driver_sql("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
            with caplog.at_level(logging.WARNING):
                scrubbing.scrub(Waiting, RecordRow)
            between = files()
            with pytest.raises(StoreUnavailable, match=r"in the way of inbox$"):
                scrubbing.write_anew()
            after = files()
        assert caplog.messages == [IN_THE_WAY]
        assert {name for name in before if between[name] != before[name]} == {"records"}
        assert {name for name in before if after[name] == between[name]} == {"inbox"}
        scrubbing.scrub()
        assert {name for name, number in files().items() if number != after[name]} == {"inbox"}

    def test_a_connection_that_is_lost_leaves_the_rest_for_the_next_hour(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        before = files()
        ended: list[str] = []

        def end(connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
            if statement.endswith("inbox") and not ended:
                ended.append(statement)
                with db.engine.connect() as other:
                    number = connection.connection.info["number"]
                    other.exec_driver_sql("SELECT pg_terminate_backend(%s, 5000)", (number,))

        def know(connection: Connection, cursor: Cursor[tuple[int]], statement: str, *_rest: object) -> None:
            if statement.startswith("SET lock_timeout"):
                [[connection.connection.info["number"]]] = cursor.execute("SELECT pg_backend_pid()").fetchall()

        event.listen(db.engine, "before_cursor_execute", know)
        event.listen(db.engine, "before_cursor_execute", end)
        with caplog.at_level(logging.WARNING):
            scrubbing.scrub(CommentRow, Waiting, RecordRow)
        assert caplog.messages == ["Deleted rows could not be scrubbed yet: AdminShutdown"]
        between = files()
        assert {name for name in between if between[name] != before[name]} == {"comments"}
        scrubbing.scrub()
        assert {name for name, number in files().items() if number != between[name]} == {"inbox", "records"}

    def test_a_checkpoint_has_all_the_time_it_takes_and_is_asked_for_again(
        self, postgresql_server: PostgresServer, caplog: pytest.LogCaptureFixture
    ) -> None:
        limits: list[tuple[str]] = []

        def fail(
            _connection: Connection, cursor: Cursor[tuple[str]], statement: str, *rest: object
        ) -> tuple[str, object]:
            if statement != "CHECKPOINT" or limits:
                return statement, rest[0]
            limits.extend(cursor.execute("SHOW statement_timeout").fetchall())
            return "SELECT 1 / 0", rest[0]

        written_to = postgresql_server.data / "pg_wal" / log_file()
        crowd(1)
        event.listen(db.engine, "before_cursor_execute", fail, retval=True)
        with caplog.at_level(logging.WARNING):
            scrubbing.scrub(RecordRow)
        assert limits == [("0",)]
        assert caplog.messages == [IN_THE_WAY]
        assert written_to.exists()
        scrubbing.scrub()
        assert not written_to.exists()

    def test_somebody_who_writes_is_waited_for_and_no_longer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scrubbing, "DAILY_WAIT_MS", 10)
        with writing() as connection:
            connection.exec_driver_sql("LOCK TABLE comments, drafts IN ROW EXCLUSIVE MODE")
            with pytest.raises(StoreUnavailable, match=r"comments.*drafts|drafts.*comments"):
                scrubbing.write_anew()

    def test_a_release_and_a_withdrawal_leave_no_file_of_the_log(self, postgresql_server: PostgresServer) -> None:
        receipts = crowd(BATCH - 1)
        for act in (share, lambda: submissions.withdraw(receipts[0])):
            written_to = postgresql_server.data / "pg_wal" / log_file()
            assert written_to.exists()
            assert act()
            assert not written_to.exists()

    def test_an_account_without_the_rights_leaves_the_log_alone_and_is_told_what_it_lacks(self) -> None:
        with db.engine.connect() as connection:
            connection.exec_driver_sql("CREATE ROLE ordinary")
            connection.exec_driver_sql("SET ROLE ordinary")
            missing = write_ahead.missing_rights(connection)
            assert missing == [
                "GRANT EXECUTE ON FUNCTION pg_switch_wal() TO ordinary",
                "GRANT pg_checkpoint TO ordinary",
            ]
            before = log_file()
            write_ahead.clear(connection)
            assert log_file() == before
            connection.exec_driver_sql("RESET ROLE")
            for grant in missing:
                connection.exec_driver_sql(grant)
            connection.exec_driver_sql("SET ROLE ordinary")
            assert write_ahead.missing_rights(connection) == []
            connection.rollback()
