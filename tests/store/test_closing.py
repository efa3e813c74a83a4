"""The end of a campaign, by hand and by its day."""

from __future__ import annotations

from datetime import date

import pytest

from consult.store import closing, plans
from consult.store.campaign_plan import Leftover, Plan, State
from consult.store.forgetting.retention import sweep
from consult.store.mixing import mix, submissions
from consult.store.mixing.submissions import Standing, Submission
from consult.store.mixing.tallying import TalliesClosedError
from consult.store.phrases import new_phrase
from tests.store.people import PACK

pytestmark = pytest.mark.usefixtures("store")

SLUG = "deptford"
LAST = date(2199, 3, 30)
AFTER = date(2199, 3, 31)


def opened(leftover: Leftover = Leftover.DISCARD) -> None:
    plans.begin(SLUG, PACK, Plan("Deptford answers", closes_on=LAST, leftover=leftover))
    plans.move(SLUG, State.OPEN)


def shared(how_many: int) -> list[str]:
    receipts = [new_phrase() for _ in range(how_many)]
    for receipt in receipts:
        submissions.submit(receipt, Submission(SLUG, {"q1": "agree"}))
    return receipts


def standings(receipts: list[str]) -> set[Standing]:
    return {submissions.find(receipt) for receipt in receipts}


def state() -> tuple[State, date | None]:
    kept = plans.find(SLUG)
    assert kept is not None
    return kept.state, kept.settled_on


def test_closing_discards_fewer_than_ten() -> None:
    opened()
    receipts = shared(3)
    assert standings(receipts) == {Standing.WAITING}
    closing.close(SLUG, date(2199, 3, 1))
    assert state() == (State.CLOSED, date(2199, 3, 1))
    assert standings(receipts) == {Standing.NOTHING}


def test_closing_counts_the_last_ones_with_the_earlier_if_that_was_chosen() -> None:
    opened(Leftover.RELEASE)
    receipts = shared(13)
    closing.close(SLUG, LAST)
    assert standings(receipts) == {Standing.RELEASED}


def test_closing_twice_is_closing_once() -> None:
    opened()
    closing.close(SLUG, date(2199, 3, 1))
    closing.close(SLUG, date(2199, 3, 2))
    assert state() == (State.CLOSED, date(2199, 3, 1))


def test_the_day_closes_a_campaign_once() -> None:
    opened()
    receipts = shared(2)
    assert closing.close_due(LAST) == []
    assert closing.close_due(AFTER) == [SLUG]
    assert closing.close_due(AFTER) == []
    assert state() == (State.CLOSED, AFTER)
    assert standings(receipts) == {Standing.NOTHING}


def test_tallies_that_cannot_be_opened_keep_no_other_campaign_from_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened()
    shared(2)

    def closed(slug: str, *, leftover: str) -> None:
        raise TalliesClosedError(f"{slug} {leftover}")

    with monkeypatch.context() as patched:
        patched.setattr(mix, "close", closed)
        assert closing.close_due(AFTER) == []
    assert closing.close_due(AFTER) == [SLUG]


def test_the_daily_clean_up_sees_to_it() -> None:
    opened()
    assert sweep(LAST)["ended campaigns with answers that wait"] == 0
    assert sweep(AFTER)["ended campaigns with answers that wait"] == 1
    assert state() == (State.CLOSED, AFTER)


def test_a_closed_campaign_can_be_taken_back_from() -> None:
    opened(Leftover.RELEASE)
    receipts = shared(10)
    closing.close(SLUG, LAST)
    assert submissions.withdraw(receipts[0])
    assert submissions.find(receipts[0]) is Standing.NOTHING
