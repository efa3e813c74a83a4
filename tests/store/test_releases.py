from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine

from consult.store.mixing.mix import BATCH
from consult.store.mixing.releases import latest_week, weeks
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


def test_weeks_have_protected_numbers_that_stay() -> None:
    for day in (datetime(2026, 2, 3, tzinfo=UTC), datetime(2026, 2, 11, tzinfo=UTC)):
        with time_machine.travel(day, tick=False):
            crowd(BATCH)
    found = weeks(CAMPAIGN)
    assert [week.monday for week in found] == [date(2026, 2, 2), date(2026, 2, 9)]
    assert all(week.responses.value in {None, 10, 15, 20} for week in found)
    assert weeks(CAMPAIGN) == found
    assert weeks("nowhere") == []
