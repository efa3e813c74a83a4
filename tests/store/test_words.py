"""Words wait until those of ten people are there, while their writers are counted with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from unittest.mock import patch

import pytest
from sqlalchemy import func, insert, select

from consult.store import campaigns
from consult.store.campaign_plan import Leftover
from consult.store.database import reading, writing
from consult.store.mixing import inbox, mix, sharing, submissions
from consult.store.mixing.mix import BATCH, Closed
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import Receipt, receipts_of
from consult.store.mixing.submissions import Comment, Outcome, Standing, Submission
from consult.store.mixing.tallies import verify
from consult.store.models import CommentRow, RecordRow, Waiting
from consult.store.models.base import Base, table_of
from consult.store.phrases import new_phrase
from tests.store.people import CAMPAIGN, QUESTIONS, answers, crowd, responses, share

pytestmark = pytest.mark.usefixtures("store")

FOUR = {f"q{number}": Comment(f"My words on {number}", "en") for number in range(4)}


def count(model: type[Base]) -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(table_of(model))).scalar_one()


def kept() -> tuple[int, int, int]:
    """Return how many rows wait, how many comments there are, and how many people are counted."""
    return count(Waiting), count(CommentRow), responses()


def writers(size: int) -> list[str]:
    return crowd(size, answers(words="My street"))


def opens(receipt: str) -> Receipt:
    return receipts_of(receipt)[0]


def waiting() -> Mapping[bytes, Payload]:
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, CAMPAIGN)
        assert campaign_id is not None
        return inbox.opened(connection, campaign_id, after=b"", at_most=100)[1]


def one_writer_among_ten() -> str:
    """Let nine people share counts, and one of them four comments as well; return the receipt of that one."""
    receipt = share(Submission(CAMPAIGN, dict.fromkeys(QUESTIONS, "agree"), FOUR))
    crowd(BATCH - 1)
    return receipt


def test_the_only_one_who_writes_is_counted_and_their_words_wait() -> None:
    receipt = one_writer_among_ten()
    assert kept() == (1, 0, BATCH)
    assert count(RecordRow) == BATCH * (len(QUESTIONS) + 1)
    assert submissions.find(receipt) is Standing.RELEASED
    assert verify(CAMPAIGN)


def test_words_wait_under_another_id_beside_nothing_else_of_their_writer() -> None:
    receipt = one_writer_among_ten()
    (row,) = waiting().items()
    assert row[0] == opens(receipt).words(CAMPAIGN) != opens(receipt).withdrawal(CAMPAIGN)
    assert (row[1].attributes, row[1].facts, row[1].pieces, row[1].apart) == ({}, "", (), "")
    assert [each.text for each in row[1].words] == [comment.text for comment in FOUR.values()]


def test_from_outside_a_row_of_words_is_a_row_like_any_other() -> None:
    one_writer_among_ten()
    crowd(2)
    with reading() as connection:
        rows = connection.execute(select(table_of(Waiting))).all()
    assert {(len(row.withdrawal), len(row.payload), row.campaign_id) for row in rows} == {
        (32, len(rows[0].payload), rows[0].campaign_id)
    }
    assert len(rows) == 3


def test_words_of_ten_people_come_out_together() -> None:
    receipts = writers(BATCH - 1)
    crowd(1)
    assert kept() == (BATCH - 1, 0, BATCH)
    # Nobody else is counted meanwhile: the tenth who writes waits for others first.
    receipts += writers(1)
    assert kept() == (BATCH, 0, BATCH)
    crowd(BATCH - 1)
    assert kept() == (0, BATCH, 2 * BATCH)
    assert verify(CAMPAIGN)
    for receipt in receipts:
        assert submissions.withdraw(receipt)
    assert kept() == (0, 0, BATCH)


def test_words_that_wait_on_are_sealed_and_laid_anew_with_each_release() -> None:
    one_writer_among_ten()
    with reading() as connection:
        before = connection.execute(select(Waiting.withdrawal, Waiting.payload)).one()
    with patch.object(inbox, "SHUFFLED", 0):
        crowd(BATCH)
    with reading() as connection:
        after = connection.execute(select(Waiting.withdrawal, Waiting.payload)).one()
    assert after.withdrawal == before.withdrawal
    assert after.payload != before.payload
    assert kept() == (1, 0, 2 * BATCH)


def test_whoever_withdraws_while_the_words_wait_takes_everything_back() -> None:
    receipt = one_writer_among_ten()
    assert submissions.withdraw(receipt)
    assert kept() == (0, 0, BATCH - 1)
    assert submissions.find(receipt) is Standing.NOTHING
    assert not submissions.withdraw(receipt)
    assert verify(CAMPAIGN)


def test_whoever_shares_again_while_the_words_wait_is_refused_and_the_words_stay_once() -> None:
    receipt = one_writer_among_ten()
    again = answers(words="Other words")
    assert submissions.submit(receipt, again) is Outcome.ALREADY_COUNTED
    assert kept() == (1, 0, BATCH)
    submissions.withdraw(receipt)
    assert submissions.submit(receipt, again) is Outcome.WAITING
    crowd(BATCH - 1)
    assert [each.text for payload in waiting().values() for each in payload.words] == ["Other words"]


@pytest.mark.parametrize("leftover", Leftover)
def test_words_of_too_few_are_erased_at_the_end(leftover: Leftover) -> None:
    receipt = one_writer_among_ten()
    assert mix.close(CAMPAIGN, leftover=leftover) == Closed(0, 0)
    assert kept() == (0, 0, BATCH)
    assert submissions.withdraw(receipt)


def test_words_of_ten_are_released_at_the_end_with_those_of_the_last_who_are_counted() -> None:
    writers(BATCH - 2)
    crowd(2)
    writers(2)
    assert mix.close(CAMPAIGN, leftover=Leftover.RELEASE) == Closed(2, 0)
    assert kept() == (0, BATCH, BATCH + 2)
    assert verify(CAMPAIGN)


def test_words_of_those_who_are_discarded_at_the_end_make_up_no_number() -> None:
    writers(BATCH - 2)
    crowd(2)
    writers(2)
    assert mix.close(CAMPAIGN, leftover=Leftover.DISCARD) == Closed(0, 2)
    assert kept() == (0, 0, BATCH)


def test_words_that_a_restored_backup_brings_back_are_not_shown_again() -> None:
    writers(BATCH - 1)
    crowd(1)
    with reading() as connection:
        backup = [row._asdict() for row in connection.execute(select(table_of(Waiting)))]
    writers(1)
    crowd(BATCH - 1)
    with writing() as connection:
        connection.execute(insert(table_of(Waiting)), backup)
    crowd(BATCH)
    assert kept() == (0, BATCH, 3 * BATCH)


def test_words_that_an_earlier_version_sealed_wait_under_the_id_that_they_had() -> None:
    def as_before(submission: Submission, receipt: Receipt) -> Payload:
        return replace(sharing.payload_of(submission, receipt), apart="")

    with patch.object(submissions, "payload_of", as_before):
        receipt = one_writer_among_ten()
    assert list(waiting()) == [opens(receipt).withdrawal(CAMPAIGN)]
    assert kept() == (1, 0, BATCH)
    assert submissions.withdraw(receipt)
    assert kept() == (0, 0, BATCH - 1)


def test_each_campaign_waits_for_words_of_its_own() -> None:
    campaigns.add("deptford", "Deptford answers", "faces")
    receipt = new_phrase()
    submissions.submit(receipt, answers(campaign="deptford", words="My street"))
    writers(BATCH - 1)
    crowd(BATCH - 1, answers(campaign="deptford"))
    assert (count(Waiting), count(CommentRow), responses("deptford")) == (BATCH, 0, BATCH)
