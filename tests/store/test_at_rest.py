"""What somebody finds who takes the database away: the file of SQLite, or the files of the PostgreSQL server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import Date, DateTime, Time, select
from sqlalchemy.orm import InstrumentedAttribute

from consult.store import drafts
from consult.store.database import db, reading
from consult.store.forgetting import retention
from consult.store.mixing import submissions
from consult.store.mixing.mix import BATCH
from consult.store.models import Base, Draft, ReleaseRow, TallyRow, Waiting
from consult.store.phrases import new_phrase
from tests.databases import SECRET
from tests.postgres_server import PostgresServer
from tests.store.people import CAMPAIGN, answers, crowd, share

NOW = datetime.fromisoformat("2026-02-11 13:37:42+00:00")
DRAFTED = "Words that were only drafted"
WAITING = "Words that still wait"
RELEASED = "Words that were released"


@pytest.fixture
def on_disk(store: Flask, request: pytest.FixtureRequest) -> Callable[[], bytes]:
    """Give a way to everything that the database has written, including its log."""

    def sqlite() -> bytes:
        file = Path(str(db.engine.url.database))
        return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))

    def postgresql() -> bytes:
        server: PostgresServer = request.getfixturevalue("postgresql_server")
        with db.engine.connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
        folders = (server.data / "base", server.data / "pg_wal")
        return b"".join(file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file())

    return sqlite if store.config["SQLALCHEMY_DATABASE_URI"].get_backend_name() == "sqlite" else postgresql


def stored(column: InstrumentedAttribute[bytes]) -> list[bytes]:
    with reading() as connection:
        return list(connection.execute(select(column)).scalars())


def slices(sealed: bytes) -> list[bytes]:
    """Return pieces from all over a ciphertext, each long enough to be found nowhere else by chance."""
    return [sealed[start : start + 32] for start in range(0, len(sealed) - 32, 500)]


def test_neither_drafts_nor_waiting_words_nor_phrases_are_readable(on_disk: Callable[[], bytes]) -> None:
    phrase = new_phrase()
    drafts.save(phrase, DRAFTED * 50)
    crowd(BATCH, answers(words=RELEASED))
    receipt = share(answers(words=WAITING))
    found = on_disk()
    for secret in (DRAFTED, WAITING, phrase, receipt, SECRET):
        assert secret.encode() not in found
    # The search itself works: what was released can be read.
    assert RELEASED.encode() in found


def test_no_moment_is_written_down(on_disk: Callable[[], bytes]) -> None:
    with time_machine.travel(NOW, tick=False):
        drafts.save(new_phrase(), DRAFTED)
        crowd(BATCH + 1, answers(words=RELEASED))
    found = on_disk()
    for trace in ("13:37", "2026-02-11", "2026-02-12", f"{NOW.timestamp():.0f}"):
        assert trace.encode() not in found


@pytest.mark.usefixtures("store")
def test_every_date_about_residents_is_a_monday() -> None:
    with time_machine.travel(NOW, tick=False):
        drafts.save(new_phrase(), DRAFTED)
        crowd(BATCH)
    with reading() as connection:
        expiry = connection.execute(select(Draft.expires_on)).scalar_one()
        week = connection.execute(select(ReleaseRow.week)).scalar_one()
    assert (expiry.weekday(), week.weekday()) == (0, 0)


def test_no_column_can_hold_a_time_and_only_these_hold_a_day() -> None:
    columns = [column for table in Base.metadata.sorted_tables for column in table.columns]
    assert not [column for column in columns if isinstance(column.type, DateTime | Time)]
    assert {str(column) for column in columns if isinstance(column.type, Date)} == {
        "audit.day",
        "campaigns.closes_on",
        "campaigns.erased_on",
        "campaigns.opens_on",
        "campaigns.settled_on",
        "chores.done_on",
        "drafts.expires_on",
        "joining_links.expires_on",
        "refused_sign_ins.day",
        "releases.week",
        "sign_ins.began_on",
        "sign_ins.expires_on",
    }


@pytest.mark.parametrize("database_kind", ["sqlite"])
class TestAfterDeletingFromSqlite:
    def test_a_draft_leaves_nothing_behind(self, on_disk: Callable[[], bytes]) -> None:
        phrase = new_phrase()
        drafts.save(phrase, DRAFTED * 2000)
        [ciphertext] = stored(Draft.ciphertext)
        [lookup] = stored(Draft.lookup)
        assert all(piece in on_disk() for piece in (lookup, *slices(ciphertext)[:3]))
        drafts.delete(phrase)
        found = on_disk()
        assert lookup not in found
        assert not any(piece in found for piece in slices(ciphertext))

    def test_a_release_leaves_nothing_in_the_inbox(self, on_disk: Callable[[], bytes]) -> None:
        crowd(BATCH - 1, answers(words=RELEASED))
        payloads, ids = stored(Waiting.payload), stored(Waiting.withdrawal)
        share(answers(words=RELEASED))
        found = on_disk()
        assert not any(row in found for row in ids)
        assert not any(piece in found for payload in payloads for piece in slices(payload))

    def test_a_withdrawal_leaves_no_words_behind(self, on_disk: Callable[[], bytes]) -> None:
        receipt = share(answers(words=WAITING))
        crowd(BATCH, answers(words=RELEASED))
        assert WAITING.encode() in on_disk()
        submissions.withdraw(receipt)
        assert WAITING.encode() not in on_disk()

    def test_an_erased_campaign_leaves_no_words_behind(self, on_disk: Callable[[], bytes]) -> None:
        crowd(BATCH, answers(words=RELEASED * 20))
        retention.erase_campaign(CAMPAIGN, NOW.date())
        assert RELEASED.encode() not in on_disk()

    def test_an_expired_draft_leaves_nothing_behind(self, on_disk: Callable[[], bytes]) -> None:
        with time_machine.travel(NOW, tick=False):
            drafts.save(new_phrase(), DRAFTED)
        [ciphertext] = stored(Draft.ciphertext)
        retention.sweep(drafts.gone_on(NOW.date()))
        assert not any(piece in on_disk() for piece in slices(ciphertext))


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_deleted_draft_leaves_the_tables_of_postgresql(postgresql_server: PostgresServer) -> None:
    """Its log keeps the ciphertext until the server uses that part of it again: docs/decisions/store-drafts.md."""
    phrase = new_phrase()
    drafts.save(phrase, DRAFTED * 2000)
    [ciphertext] = stored(Draft.ciphertext)
    for _ in range(3):
        drafts.save(new_phrase(), DRAFTED)

    def left() -> list[bytes]:
        with db.engine.connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
        base = [file.read_bytes() for file in (postgresql_server.data / "base").rglob("*") if file.is_file()]
        return [piece for piece in slices(ciphertext) if any(piece in content for content in base)]

    assert len(left()) > len(ciphertext) // 500 // 2
    drafts.delete(phrase)
    assert left() == []


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("database_kind", ["postgresql"])
class TestAfterDeletingFromPostgresql:
    """The tables and all else but the log, which docs/decisions/store-mix.md speaks of."""

    @pytest.fixture
    def on_disk(self, postgresql_server: PostgresServer) -> Callable[[], bytes]:
        def read() -> bytes:
            with db.engine.connect() as connection:
                connection.exec_driver_sql("CHECKPOINT")
            return b"".join(
                part.read_bytes() for part in (postgresql_server.data / "base").rglob("*") if part.is_file()
            )

        return read

    def test_a_withdrawal_leaves_no_words_behind(self, on_disk: Callable[[], bytes]) -> None:
        receipt = share(answers(words=WAITING))
        crowd(BATCH, answers(words=RELEASED))
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            # The statistics of a column quote its words, and outlive them.
            connection.exec_driver_sql("ANALYZE comments, records")
        assert WAITING.encode() in on_disk()
        submissions.withdraw(receipt)
        assert WAITING.encode() not in on_disk()

    def test_a_release_leaves_nothing_in_the_inbox(self, on_disk: Callable[[], bytes]) -> None:
        crowd(BATCH - 1, answers(words=RELEASED))
        payloads, ids = stored(Waiting.payload), stored(Waiting.withdrawal)
        assert all(row in on_disk() for row in ids)
        share(answers(words=RELEASED))
        found = on_disk()
        assert not any(row in found for row in ids)
        assert not any(piece in found for payload in payloads for piece in slices(payload))

    def test_old_tallies_are_gone(self, on_disk: Callable[[], bytes]) -> None:
        receipts = crowd(BATCH)
        [before] = stored(TallyRow.sealed)
        assert before[:32] in on_disk()
        submissions.withdraw(receipts[0])
        assert not any(piece in on_disk() for piece in slices(before))
