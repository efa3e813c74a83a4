"""What becomes of those who wait when a campaign ends."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from sqlalchemy import func, select, update

from consult.store.campaign_plan import Leftover
from consult.store.database import reading, writing
from consult.store.mixing import inbox, mix, submissions
from consult.store.mixing.mix import BATCH, Closed
from consult.store.mixing.submissions import Standing
from consult.store.mixing.tallies import tallies, verify
from consult.store.models import CommentRow, RecordRow, ReleaseRow, Waiting
from consult.store.models.base import Base, table_of
from tests.store.people import CAMPAIGN, answers, crowd, ledger, responses

pytestmark = pytest.mark.usefixtures("store")


def count(model: type[Base]) -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(table_of(model))).scalar_one()


def waiting(size: int) -> list[str]:
    """Let people wait, however many they are."""
    with patch.object(mix, "BATCH", size + 1):
        return crowd(size, answers(words="My street"))


@pytest.mark.parametrize("leftover", Leftover)
def test_enough_are_released_whatever_was_chosen(leftover: Leftover) -> None:
    waiting(BATCH + 2)
    assert mix.close(CAMPAIGN, leftover=leftover) == Closed(BATCH + 2, 0)
    assert (count(Waiting), count(CommentRow), responses()) == (0, BATCH + 2, BATCH + 2)


def test_too_few_are_discarded() -> None:
    crowd(BATCH)
    receipts = waiting(3)
    assert mix.close(CAMPAIGN, leftover=Leftover.DISCARD) == Closed(0, 3)
    assert {submissions.find(receipt) for receipt in receipts} == {Standing.NOTHING}
    assert (count(Waiting), count(CommentRow), responses()) == (0, 0, BATCH)


def test_too_few_are_counted_among_enough_and_their_words_go() -> None:
    crowd(BATCH)
    shown = tallies(CAMPAIGN)
    receipts = waiting(3)
    assert mix.close(CAMPAIGN, leftover=Leftover.RELEASE) == Closed(3, 0)
    assert {submissions.find(receipt) for receipt in receipts} == {Standing.RELEASED}
    assert (count(Waiting), count(CommentRow), responses()) == (0, 0, BATCH + 3)
    # They are seen when ten have come or gone, and in no week.
    assert tallies(CAMPAIGN) == shown
    with reading() as connection:
        assert connection.execute(select(ReleaseRow.how_many)).scalar_one() == BATCH
    assert verify(CAMPAIGN)
    assert submissions.withdraw(receipts[0])
    assert responses() == BATCH + 2
    assert verify(CAMPAIGN)


def test_too_few_are_discarded_where_nobody_was_counted_before() -> None:
    waiting(BATCH - 1)
    assert mix.close(CAMPAIGN, leftover=Leftover.RELEASE) == Closed(0, BATCH - 1)
    assert (count(RecordRow), count(Waiting)) == (0, 0)


def test_what_nobody_can_open_is_discarded_too() -> None:
    waiting(2)
    with writing() as connection:
        connection.execute(update(Waiting).values(payload=b"broken"))
    assert mix.close(CAMPAIGN, leftover=Leftover.RELEASE) == Closed(0, 2)
    assert count(Waiting) == 0


def test_a_closed_campaign_moves_its_figures_with_every_ten() -> None:
    receipts = crowd(6 * BATCH)
    mix.close(CAMPAIGN, leftover=Leftover.DISCARD)
    assert ledger().closed
    for receipt in receipts[:BATCH]:
        submissions.withdraw(receipt)
    assert {tally.count for tally in tallies(CAMPAIGN)} == {5 * BATCH}


def test_ending_twice_is_ending_once_and_an_unknown_campaign_has_no_end() -> None:
    waiting(BATCH)
    assert mix.close(CAMPAIGN, leftover=Leftover.DISCARD) == Closed(BATCH, 0)
    assert mix.close(CAMPAIGN, leftover=Leftover.DISCARD) == Closed(0, 0)
    assert mix.close("nowhere", leftover=Leftover.DISCARD) == Closed(0, 0)


def test_many_who_wait_are_released_in_rounds() -> None:
    waiting(2 * BATCH + 5)
    assert mix.release(CAMPAIGN, at_once=BATCH) == 2 * BATCH
    assert (count(Waiting), responses()) == (5, 2 * BATCH)
    assert verify(CAMPAIGN)


def test_those_who_wait_are_shuffled_among_a_few_of_many() -> None:
    with patch.object(inbox, "SHUFFLED", 4):
        receipts = waiting(2 * BATCH)
    assert count(Waiting) == 2 * BATCH
    assert {submissions.find(receipt) for receipt in receipts} == {Standing.WAITING}
    assert mix.release(CAMPAIGN) == 2 * BATCH
