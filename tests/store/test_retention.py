from __future__ import annotations

import logging
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from consult.store import audit, campaigns, drafts, submissions
from consult.store.database import db, reading
from consult.store.mix import BATCH
from consult.store.models import AuditEntry, CommentRow, Draft, Organiser, RecordRow, Waiting
from consult.store.models.base import Base, table_of
from consult.store.phrases import new_phrase
from consult.store.retention import AUDIT_DAYS, Swept, erase_campaign, is_over, sweep, sweep_if_due
from consult.store.submissions import Outcome, Standing
from consult.store.tallies import tallies, verify
from tests.databases import store_app_for
from tests.store.people import CAMPAIGN, PACK, answers, crowd, share

TODAY = date(2026, 2, 11)
NOTHING = Swept(drafts=0, audit=0, campaigns=())


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
            assert sweep(drafts.gone_on(TODAY) - timedelta(days=1)) == NOTHING
            assert sweep(drafts.gone_on(TODAY)) == Swept(drafts=1, audit=0, campaigns=())
            assert drafts.load(kept) == "kept"
            assert count(Draft) == 1

    def test_it_forgets_what_organisers_did_after_a_year(self) -> None:
        organiser = Organiser(email="kit@example.org", active=True, fs_uniquifier="x")
        db.session.add(organiser)
        db.session.commit()
        with time_machine.travel(TODAY, tick=False):
            audit.record(organiser.id, "saw-results", CAMPAIGN)
        assert sweep(TODAY + timedelta(days=AUDIT_DAYS)) == NOTHING
        assert sweep(TODAY + timedelta(days=AUDIT_DAYS + 1)) == Swept(drafts=0, audit=1, campaigns=())
        assert count(AuditEntry) == 0

    def test_it_erases_campaigns_a_year_after_their_consultation_closed(self) -> None:
        campaigns.add("other", "Another pack's", "another-pack")
        crowd(BATCH)
        closings = {PACK: TODAY, "another-pack": TODAY + timedelta(days=1)}
        assert sweep(date(2027, 2, 10), closings) == NOTHING
        assert sweep(date(2027, 2, 11), closings) == Swept(drafts=0, audit=0, campaigns=(CAMPAIGN,))
        assert sweep(date(2027, 2, 11), closings) == NOTHING


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
            assert sweep_if_due() == NOTHING
            assert sweep_if_due() is None
            now.shift(timedelta(days=40))
            assert sweep_if_due() == Swept(drafts=1, audit=0, campaigns=())
            assert sweep_if_due() is None

    @pytest.mark.usefixtures("store")
    def test_another_process_that_was_first_spares_this_one_the_work(self, database_uri: str) -> None:
        with time_machine.travel(TODAY, tick=False):
            assert sweep_if_due() == NOTHING
            other = store_app_for(database_uri)
            with other.app_context():
                assert sweep_if_due() is None
                db.engine.dispose()

    def test_a_store_that_is_away_is_no_error(self, tmp_path: object, caplog: pytest.LogCaptureFixture) -> None:
        app = store_app_for(f"sqlite:///{tmp_path}/no/such/folder.db")
        with app.app_context(), caplog.at_level(logging.WARNING):
            assert sweep_if_due() is None
            assert "has to wait" in caplog.text
            assert sweep_if_due() is None
        assert len(caplog.records) == 1
