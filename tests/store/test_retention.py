from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date, timedelta
from multiprocessing import get_context
from multiprocessing.synchronize import Event

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from consult.store import campaigns, drafts
from consult.store.database import StoreUnavailable, db, reading, writing
from consult.store.forgetting import retention
from consult.store.forgetting.retention import (
    AUDIT_DAYS,
    DUTIES,
    PART,
    Day,
    Duty,
    Swept,
    campaigns_over,
    erase_campaign,
    is_over,
    sweep,
    sweep_if_due,
)
from consult.store.forgetting.turns import turn
from consult.store.mixing import submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.submissions import Outcome, Standing
from consult.store.mixing.tallies import tallies, verify
from consult.store.models import AuditEntry, CommentRow, Draft, Organiser, RecordRow, Waiting
from consult.store.models.base import Base, table_of
from consult.store.organisers import audit
from consult.store.phrases import new_phrase
from tests.databases import SECRET, store_app_for
from tests.store.people import CAMPAIGN, PACK, answers, crowd, share

TODAY = date(2026, 2, 11)
DRAFTS, AUDIT, CAMPAIGNS = (
    next(duty.what for duty in DUTIES if duty.what.startswith(start))
    for start in ("expired drafts", "audit", "campaigns")
)


def gone(swept: Swept | None) -> dict[str, int]:
    """Return what a sweep deleted anything of."""
    assert swept is not None
    return {what: count for what, count in swept.items() if count}


def count(model: type[Base]) -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(table_of(model))).scalar_one()


@pytest.mark.usefixtures("store")
class TestSweep:
    def test_it_deletes_expired_drafts_and_no_others(self) -> None:
        with time_machine.travel(TODAY, tick=False) as now:
            drafts.save(new_phrase(), "old")
            now.shift(timedelta(days=7))
            kept = new_phrase()
            drafts.save(kept, "kept")
            assert gone(sweep(drafts.gone_on(TODAY) - timedelta(days=1))) == {}
            assert gone(sweep(drafts.gone_on(TODAY))) == {DRAFTS: 1}
            assert drafts.load(kept) == "kept"
            assert count(Draft) == 1

    def test_it_forgets_what_organisers_did_after_a_year(self) -> None:
        organiser = Organiser(email="kit@example.org", active=True, fs_uniquifier="x")
        db.session.add(organiser)
        db.session.flush()
        number = organiser.id
        db.session.commit()
        with time_machine.travel(TODAY, tick=False):
            audit.record(number, audit.Action.SAW_RESULTS, CAMPAIGN)
        assert gone(sweep(TODAY + timedelta(days=AUDIT_DAYS))) == {}
        assert gone(sweep(TODAY + timedelta(days=AUDIT_DAYS + 1))) == {AUDIT: 1}
        assert count(AuditEntry) == 0

    def test_it_erases_campaigns_a_year_after_their_consultation_closed(self) -> None:
        campaigns.add("other", "Another pack's", "another-pack")
        crowd(BATCH)
        closings = {PACK: TODAY, "another-pack": TODAY + timedelta(days=1)}
        assert gone(sweep(date(2027, 2, 10), closings)) == {}
        assert gone(sweep(date(2027, 2, 11), closings)) == {CAMPAIGNS: 1}
        assert gone(sweep(date(2027, 2, 11), closings)) == {}


@pytest.mark.usefixtures("store")
class TestErasing:
    def test_answers_and_words_go_and_tallies_stay(self) -> None:
        receipt = crowd(BATCH, answers(words="My street"))[0]
        share()
        before = tallies(CAMPAIGN)
        assert erase_campaign(CAMPAIGN, TODAY)
        assert (count(Waiting), count(RecordRow), count(CommentRow)) == (0, 0, 0)
        assert tallies(CAMPAIGN) == before
        assert verify(CAMPAIGN)
        assert submissions.find(receipt) is Standing.NOTHING
        assert not submissions.withdraw(receipt)

    def test_an_erased_campaign_takes_no_more_answers(self) -> None:
        erase_campaign(CAMPAIGN, TODAY)
        assert submissions.submit(new_phrase(), answers()) is Outcome.UNKNOWN_CAMPAIGN
        assert campaigns.find(CAMPAIGN) is not None

    def test_it_is_done_once_and_only_to_what_is_there(self) -> None:
        assert erase_campaign(CAMPAIGN, TODAY)
        assert not erase_campaign(CAMPAIGN, TODAY)
        assert not erase_campaign("nowhere", TODAY)

    def test_a_mistaken_secret_on_the_day_costs_no_tallies(
        self, store: Flask, caplog: pytest.LogCaptureFixture
    ) -> None:
        campaigns.add("empty", "Nobody came", PACK)
        crowd(BATCH)
        before = tallies(CAMPAIGN)
        closings = {PACK: TODAY - timedelta(days=366)}
        store.config["SECRET_KEY"] = "another secret by mistake"
        with caplog.at_level(logging.WARNING):
            assert gone(sweep(TODAY, closings)) == {CAMPAIGNS: 1}
        assert "The answers of a campaign are not erased while its tallies cannot be opened" in caplog.messages
        assert campaigns_over(Day(TODAY, closings)) == [CAMPAIGN]
        store.config["SECRET_KEY"] = SECRET
        assert tallies(CAMPAIGN) == before
        assert gone(sweep(TODAY, closings)) == {CAMPAIGNS: 1}
        assert tallies(CAMPAIGN) == before

    def test_other_campaigns_keep_their_answers(self) -> None:
        campaigns.add("deptford", "Deptford answers", PACK)
        crowd(BATCH, answers(campaign="deptford"))
        erase_campaign(CAMPAIGN, TODAY)
        assert verify("deptford")
        assert count(RecordRow) > 0


@pytest.mark.parametrize(
    ("closed_on", "today", "over"),
    [
        (date(2026, 2, 12), date(2027, 2, 11), False),
        (date(2026, 2, 12), date(2027, 2, 12), True),
        (date(2026, 2, 12), date(2030, 1, 1), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 12, 31), date(2027, 1, 1), False),
    ],
)
def test_a_consultation_is_over_a_year_after_it_closed(closed_on: date, today: date, *, over: bool) -> None:
    assert is_over(closed_on, today) is over


class TestSweepIfDue:
    @pytest.mark.usefixtures("store")
    def test_it_sweeps_once_a_day(self) -> None:
        with time_machine.travel(TODAY, tick=False) as now:
            drafts.save(new_phrase(), "old")
            assert gone(sweep_if_due()) == {}
            assert sweep_if_due() is None
            now.shift(timedelta(days=40))
            assert gone(sweep_if_due()) == {DRAFTS: 1}
            assert sweep_if_due() is None

    @pytest.mark.usefixtures("store")
    def test_another_process_that_was_first_spares_this_one_the_work(self, database_uri: str) -> None:
        with time_machine.travel(TODAY, tick=False):
            assert gone(sweep_if_due()) == {}
            other = store_app_for(database_uri)
            with other.app_context():
                assert sweep_if_due() is None
                db.engine.dispose()

    def test_a_store_that_is_away_is_no_error_and_the_day_stays_due(
        self, tmp_path: object, caplog: pytest.LogCaptureFixture
    ) -> None:
        app = store_app_for(f"sqlite:///{tmp_path}/no/such/folder.db")
        with app.app_context(), caplog.at_level(logging.WARNING):
            assert sweep_if_due() is None
            assert sweep_if_due() is None
        assert [record.getMessage() for record in caplog.records] == [
            "The daily clean-up has to wait: OperationalError"
        ] * 2

    @pytest.mark.usefixtures("store")
    @pytest.mark.parametrize("fault", [StoreUnavailable("full"), RuntimeError("unforeseen")])
    def test_a_part_that_fails_keeps_no_other_from_being_done_and_the_day_stays_due(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
    ) -> None:
        def fail(_day: Day) -> Iterator[int]:
            yield 0
            raise fault

        with time_machine.travel(TODAY, tick=False) as now:
            drafts.save(new_phrase(), "old")
            now.shift(timedelta(days=40))
            with monkeypatch.context() as patched, caplog.at_level(logging.WARNING):
                patched.setattr(retention, "DUTIES", (Duty("x", lambda _day: 0, fail), *DUTIES))
                with nullcontext() if isinstance(fault, StoreUnavailable) else pytest.raises(RuntimeError):
                    assert sweep_if_due() is None
            assert count(Draft) == 0
            assert f"A part of the daily clean-up failed: {type(fault).__name__}" in caplog.messages
            assert sweep_if_due() is not None
            assert sweep_if_due() is None

    @pytest.mark.usefixtures("store")
    def test_a_process_that_is_killed_in_the_middle_leaves_the_day_to_the_others(self, database_uri: str) -> None:
        with time_machine.travel(TODAY, tick=False):
            at_it, end = (get_context("spawn").Event() for _ in range(2))
            other = get_context("spawn").Process(target=hold_turn, args=(database_uri, at_it, end))
            other.start()
            try:
                assert at_it.wait(60)
                assert sweep_if_due() is None
            finally:
                other.kill()
                other.join()
            # The database lets go of what a killed process held a moment later.
            until = time.perf_counter() + 20
            while (swept := sweep_if_due()) is None and time.perf_counter() < until:
                time.sleep(0.05)
            assert swept is not None


def hold_turn(database_uri: str, at_it: Event, end: Event) -> None:
    """Begin the day's clean-up in a process of its own, and go on until it ends."""
    with store_app_for(database_uri).app_context(), turn(TODAY) as is_mine:
        if is_mine:
            at_it.set()
            end.wait()


@pytest.mark.usefixtures("store")
def test_many_rows_go_in_parts_and_each_is_counted() -> None:
    rows = [{"lookup": n.to_bytes(32), "ciphertext": b"", "expires_on": TODAY} for n in range(2 * PART + 1)]
    with writing() as connection:
        connection.execute(table_of(Draft).insert(), rows)
    expired = DUTIES[0]
    assert expired.due(Day(TODAY)) == 2 * PART + 1
    assert list(expired.do(Day(TODAY))) == [PART, PART, 1]
    assert expired.due(Day(TODAY)) == 0
