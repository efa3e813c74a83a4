from __future__ import annotations

from datetime import date

import pytest

from consult.store.campaign_plan import Plan, Stage, State, days_fit, stage_of

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 30)
BEFORE, DURING, AFTER = date(2026, 3, 1), date(2026, 3, 15), date(2026, 3, 31)


@pytest.mark.parametrize(
    ("state", "today", "stage"),
    [
        (State.DRAFT, DURING, Stage.DRAFT),
        (State.DRAFT, AFTER, Stage.DRAFT),
        (State.OPEN, BEFORE, Stage.COMING),
        (State.OPEN, FIRST, Stage.OPEN),
        (State.OPEN, LAST, Stage.OPEN),
        (State.OPEN, AFTER, Stage.CLOSED),
        (State.PAUSED, BEFORE, Stage.PAUSED),
        (State.PAUSED, DURING, Stage.PAUSED),
        (State.PAUSED, AFTER, Stage.CLOSED),
        (State.CLOSED, BEFORE, Stage.CLOSED),
        (State.CLOSED, DURING, Stage.CLOSED),
    ],
)
def test_how_a_campaign_stands_follows_from_its_state_and_its_days(state: State, today: date, stage: Stage) -> None:
    assert stage_of(state, FIRST, LAST, today) is stage


def test_a_campaign_without_days_is_open_until_someone_closes_it() -> None:
    assert stage_of(State.OPEN, None, None, date.max) is Stage.OPEN
    assert stage_of(State.OPEN, None, LAST, date.min) is Stage.OPEN
    assert stage_of(State.OPEN, FIRST, None, date.max) is Stage.OPEN


def test_a_campaign_may_last_a_day_and_never_less() -> None:
    assert days_fit(FIRST, FIRST)
    assert days_fit(None, FIRST)
    assert days_fit(FIRST, None)
    assert not days_fit(LAST, FIRST)


def test_points_are_shown_for_all_questions_or_for_those_chosen() -> None:
    assert Plan("Title").shows_guide("one")
    assert Plan("Title", guides=("one",)).shows_guide("one")
    assert not Plan("Title", guides=("one",)).shows_guide("two")
    assert not Plan("Title", guides=()).shows_guide("one")
