"""What the audit of the store sees, on both databases."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import insert, update

from consult.settings import ROOT
from consult.store import campaigns, drafts
from consult.store.database import db, writing
from consult.store.forgetting.columns import PURPOSES, strangers
from consult.store.forgetting.holdings import holdings, overdue
from consult.store.forgetting.retention import Day, sweep
from consult.store.forgetting.upholding import wrongly_set
from consult.store.mixing.mix import BATCH
from consult.store.models import AuditEntry, Base, CampaignRow
from consult.store.models.base import table_of
from consult.store.phrases import new_phrase
from tests.store.people import CAMPAIGN, PACK, share

TODAY = date(2026, 2, 11)
CLOSINGS = {PACK: TODAY}


def said(day: Day) -> list[str]:
    return [finding.says for finding in overdue(day)]


def run(statement: str) -> None:
    with writing() as connection:
        connection.exec_driver_sql(statement)


def test_every_column_of_the_models_has_a_purpose_and_no_other() -> None:
    models = {table.name: {column.name for column in table.columns} for table in Base.metadata.sorted_tables} | {
        "alembic_version": {"version_num"}
    }
    assert {table: set(columns) for table, columns in PURPOSES.items()} == models


def test_the_documents_name_every_table() -> None:
    told = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert [table for table in PURPOSES if f"`{table}`" not in told] == []


@pytest.mark.usefixtures("store")
class TestStrangers:
    def test_the_tables_of_the_migrations_are_none(self) -> None:
        assert strangers() == []

    def test_a_table_a_column_a_view_are_found(self) -> None:
        run("CREATE TABLE visitors (address text)")
        run("ALTER TABLE drafts ADD COLUMN saved_at text")
        run("CREATE VIEW seen AS SELECT id FROM comments")
        try:
            assert [finding.says.split(", which")[0] for finding in strangers()] == [
                "The database has the column drafts.saved_at",
                "The database has the table visitors",
                "The database has the view seen",
            ]
        finally:
            run("DROP VIEW seen")
            run("ALTER TABLE drafts DROP COLUMN saved_at")
            run("DROP TABLE visitors")

    def test_a_trigger_is_found(self) -> None:
        if db.engine.dialect.name == "sqlite":
            run("CREATE TRIGGER watch AFTER INSERT ON drafts BEGIN DELETE FROM chores; END")
        else:
            run("CREATE TRIGGER watch AFTER UPDATE ON drafts EXECUTE FUNCTION suppress_redundant_updates_trigger()")
        try:
            assert ["the trigger watch" in finding.says for finding in strangers()] == [True]
        finally:
            run("DROP TRIGGER watch" + ("" if db.engine.dialect.name == "sqlite" else " ON drafts"))


@pytest.mark.usefixtures("store")
class TestHoldings:
    def test_rows_and_days_are_told(self) -> None:
        with time_machine.travel(TODAY, tick=False):
            drafts.save(new_phrase(), "kept")
        held = {each.table: each for each in holdings()}
        assert (held["drafts"].rows, held["drafts"].earliest) == ("1", drafts.gone_on(TODAY))
        assert (held["releases"].rows, held["releases"].earliest) == ("0", None)
        assert set(held) | {"alembic_version"} == set(PURPOSES)

    def test_those_who_wait_are_told_in_steps(self) -> None:
        share()
        assert {each.table: each.rows for each in holdings()}["inbox"] == f"fewer than {BATCH}"


@pytest.mark.usefixtures("store")
class TestOverdue:
    def test_what_the_days_before_should_have_taken_is_a_breach_until_it_is_gone(self) -> None:
        with time_machine.travel(TODAY, tick=False):
            drafts.save(new_phrase(), "old")
        with writing() as connection:
            entry = {"action": "saw-results", "day": TODAY - timedelta(days=500)}
            connection.execute(insert(table_of(AuditEntry)).values(entry))
        gone = drafts.gone_on(TODAY)
        assert said(Day(gone, CLOSINGS)) == [
            "The daily clean-up left something over: 1 audit entries of more than a year ago."
        ]
        late = Day(gone + timedelta(days=1), CLOSINGS)
        assert "The daily clean-up left something over: 1 expired drafts." in said(late)
        sweep(late.today, CLOSINGS)
        assert said(late) == []

    def test_a_campaign_past_its_year_is_a_breach(self) -> None:
        assert said(Day(date(2027, 2, 11), CLOSINGS)) == []
        assert said(Day(date(2027, 2, 12), CLOSINGS)) == [
            "The daily clean-up left something over: 1 campaigns with answers of a year ago."
        ]

    def test_a_campaign_that_nobody_knows_the_end_of_is_a_breach(self) -> None:
        campaigns.add("other", "Another", "another-pack")
        assert said(Day(TODAY, CLOSINGS)) == [
            "Nobody knows when the answers of the campaign other are to be erased: its pack is not here."
        ]

    def test_a_response_that_waits_for_nothing_is_a_breach(self) -> None:
        share()
        with writing() as connection:
            connection.execute(update(table_of(CampaignRow)).values(settled_on=TODAY - timedelta(days=1)))
        assert said(Day(TODAY, CLOSINGS)) == [f"Responses wait for the campaign {CAMPAIGN}, which is over."]


@pytest.mark.usefixtures("store")
def test_the_database_of_the_tests_is_set_as_it_should_be() -> None:
    assert wrongly_set() == []


@pytest.mark.usefixtures("store")
def test_a_setting_that_remembers_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    is_sqlite = db.engine.dialect.name == "sqlite"
    change = "PRAGMA secure_delete = OFF" if is_sqlite else "SET log_min_duration_statement = 0"
    with db.engine.connect() as connection:
        connection.exec_driver_sql(change)
        connection.commit()
        monkeypatch.setattr(db.engine, "connect", lambda: connection)
        found = wrongly_set()
    assert [finding.breach for finding in found] == [True]
    assert ("secure_delete" if is_sqlite else "log_min_duration_statement") in found[0].says
    monkeypatch.undo()
    db.engine.dispose()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("database_kind", ["postgresql"])
class TestTheLogOfPostgresql:
    def test_whoever_is_fed_from_it_is_found(self) -> None:
        with db.engine.connect() as connection:
            connection.exec_driver_sql("SELECT pg_create_physical_replication_slot('copy')")
            connection.commit()
            found = wrongly_set()
            connection.exec_driver_sql("SELECT pg_drop_replication_slot('copy')")
            connection.commit()
        assert [(finding.says, finding.breach) for finding in found] == [
            ("PostgreSQL keeps its log for others (replication slots).", True)
        ]

    def test_an_account_that_may_not_clear_it_is_found(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with db.engine.connect() as connection:
            connection.exec_driver_sql("CREATE ROLE ordinary")
            connection.exec_driver_sql("SET LOCAL ROLE ordinary")
            monkeypatch.setattr(db.engine, "connect", lambda: nullcontext(connection))
            unseen, missing = wrongly_set()
            connection.rollback()
        assert (unseen.breach, missing.breach) == (False, True)
        assert "shared_preload_libraries" in unseen.says
        assert "GRANT EXECUTE ON FUNCTION pg_switch_wal() TO ordinary; GRANT pg_checkpoint" in missing.do
