from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine

from consult.store.mix import BATCH
from consult.store.releases import latest_week, weeks
from tests.store.people import CAMPAIGN, crowd

pytestmark = pytest.mark.usefixtures("store")


def test_before_the_first_release_there_is_no_week() -> None:
    crowd(BATCH - 1)
    assert latest_week(CAMPAIGN) is None
    assert latest_week("nowhere") is None


def test_the_latest_week_is_named_by_its_monday() -> None:
    for day in (datetime(2026, 2, 3, tzinfo=UTC), datetime(2026, 2, 11, tzinfo=UTC)):
        with time_machine.travel(day, tick=False):
            crowd(BATCH)
    assert latest_week(CAMPAIGN) == date(2026, 2, 9)


def test_weeks_tell_how_many_with_a_key_that_stays_until_the_number_changes() -> None:
    for day in (datetime(2026, 2, 3, tzinfo=UTC), datetime(2026, 2, 11, tzinfo=UTC)):
        with time_machine.travel(day, tick=False):
            crowd(BATCH)
    found = weeks(CAMPAIGN)
    assert [(monday, how_many) for monday, how_many, _key in found] == [
        (date(2026, 2, 2), BATCH),
        (date(2026, 2, 9), BATCH),
    ]
    assert all(0 <= key < 256 for _monday, _how_many, key in found)
    assert weeks(CAMPAIGN) == found
    assert weeks("nowhere") == []
