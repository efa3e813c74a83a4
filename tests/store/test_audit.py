from __future__ import annotations

from datetime import date

import pytest
import time_machine

from consult.store.database import db
from consult.store.models import Organiser
from consult.store.organisers import audit
from consult.store.organisers.audit import Action, Entry
from tests.store.people import CAMPAIGN

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def actor() -> int:
    organiser = Organiser(email="kit@example.org", active=True, fs_uniquifier="x")
    db.session.add(organiser)
    db.session.commit()
    return organiser.id


def test_what_was_done_is_listed_with_its_day_the_latest_first(actor: int) -> None:
    with time_machine.travel("2026-02-10 23:59:59Z", tick=False) as now:
        audit.record(actor, Action.SIGNED_IN)
        audit.record(actor, Action.SAW_RESULTS, CAMPAIGN)
        now.shift(2)
        audit.record(actor, Action.TOOK_RESULTS, CAMPAIGN, kind="csv")
    assert audit.entries(CAMPAIGN) == [
        Entry(date(2026, 2, 11), "took-results-csv", "kit@example.org", CAMPAIGN),
        Entry(date(2026, 2, 10), "saw-results", "kit@example.org", CAMPAIGN),
    ]


def test_an_unknown_campaign_has_no_entries(actor: int) -> None:
    audit.record(actor, Action.SAW_RESULTS, "nowhere")
    assert audit.entries("nowhere") == []


def test_an_action_is_a_short_name(actor: int) -> None:
    with pytest.raises(ValueError, match="60 characters"):
        audit.record(actor, Action.TOOK_RESULTS, kind="x" * 48)


def test_an_object_session_that_has_read_can_still_write_after_another_connection_wrote(actor: int) -> None:
    organiser = db.session.get(Organiser, actor)
    assert organiser is not None
    audit.record(actor, Action.SAW_RESULTS, CAMPAIGN)
    organiser.email = "kit@example.com"
    db.session.commit()
    audit.record(actor, Action.SAW_RESULTS, CAMPAIGN)
    assert [entry.email for entry in audit.entries(CAMPAIGN)] == ["kit@example.com", "kit@example.org"]
