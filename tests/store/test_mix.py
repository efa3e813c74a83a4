from __future__ import annotations

import logging
from datetime import date
from itertools import pairwise

import pytest
import time_machine
from sqlalchemy import func, select, update

from consult.store.database import reading, writing
from consult.store.mixing import mix, submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.receipts import receipts_of
from consult.store.mixing.submissions import Submission
from consult.store.mixing.tallies import tallies, verify
from consult.store.models import CommentRow, RecordRow, ReleaseRow, Waiting
from consult.store.models.base import Base, table_of
from consult.store.phrases import new_phrase
from tests.store.people import CAMPAIGN, QUESTIONS, answers, crowd, share

pytestmark = pytest.mark.usefixtures("store")


def count(model: type[Base]) -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(table_of(model))).scalar_one()


def records() -> list[dict[str, object]]:
    with reading() as connection:
        return [row._asdict() for row in connection.execute(select(table_of(RecordRow)))]


def test_nobody_is_released_until_there_are_enough() -> None:
    crowd(BATCH - 1)
    assert mix.release(CAMPAIGN) == 0
    assert (count(Waiting), count(RecordRow), tallies(CAMPAIGN)) == (BATCH - 1, 0, [])


def test_enough_people_are_released_together_and_the_inbox_is_empty() -> None:
    crowd(BATCH, answers(words="My street"))
    assert count(Waiting) == 0
    assert count(RecordRow) == BATCH * (len(QUESTIONS) + 1)
    assert count(CommentRow) == BATCH
    assert mix.release(CAMPAIGN) == 0


def test_an_unknown_campaign_has_nothing_to_release() -> None:
    assert mix.release("nowhere") == 0


def test_a_release_keeps_its_week_and_no_more() -> None:
    with time_machine.travel(date(2026, 2, 12), tick=False) as now:
        crowd(BATCH)
        now.move_to(date(2026, 2, 15))
        crowd(BATCH)
        now.move_to(date(2026, 2, 16))
        crowd(BATCH)
    with reading() as connection:
        kept = connection.execute(select(ReleaseRow.week, ReleaseRow.how_many).order_by(ReleaseRow.week)).all()
    assert [tuple(row) for row in kept] == [(date(2026, 2, 9), 2 * BATCH), (date(2026, 2, 16), BATCH)]


def test_records_of_one_person_share_only_what_the_design_allows() -> None:
    answered = Submission(
        CAMPAIGN, {"trust": "agree", "police": "disagree", "shops": "unsure"}, {}, {"age": "over-60"}
    )
    receipts = crowd(BATCH, answered)
    rows = {row["id"]: row for row in records()}
    for receipt in receipts:
        [opens] = receipts_of(receipt)
        mine = [rows[opens.record(CAMPAIGN, number)] for number in range(4)]
        alike = {name for name in mine[0] if len({row[name] for row in mine[1:]}) == 1}
        assert alike == {"campaign_id", "sealed"}
        assert [row["sealed"] for row in mine[1:]] == [None] * 3
    # And the sealed facts of whole responses differ in nothing that can be seen.
    whole = [row["sealed"] for row in rows.values() if row["question"] == ""]
    assert len({len(each) for each in whole if isinstance(each, bytes)}) == 1
    assert len(set(whole)) == BATCH


def test_comments_say_nothing_of_their_writer() -> None:
    crowd(BATCH, answers(words="My street", attributes={"age": "over-60"}))
    with reading() as connection:
        rows = connection.execute(select(table_of(CommentRow))).all()
    assert set(rows[0]._asdict()) == {"id", "campaign_id", "question", "text"}
    assert {row.id for row in rows}.isdisjoint(row["id"] for row in records())


def test_the_order_of_arrival_is_lost() -> None:
    for number in range(BATCH * 2):
        share(answers(f"option-{number:02}"))
    arrived = [f"option-{number:02}" for number in range(BATCH * 2) for _ in QUESTIONS]
    lying = [row["option"] for row in records() if row["question"]]
    assert sorted(map(str, lying)) == arrived
    assert lying != arrived
    neighbours = sum(one == other for one, other in pairwise(lying))
    # Left together, each person's three records would make 40 pairs of neighbours; shuffled, there are about two.
    assert neighbours < 15


def test_those_who_wait_lie_in_no_order_of_arrival() -> None:
    orders = []
    for _ in range(4):
        receipts = crowd(BATCH - 1)
        with reading() as connection:
            lying = list(connection.execute(select(Waiting.withdrawal)).scalars())
        arrived = [receipts_of(receipt)[0].withdrawal(CAMPAIGN) for receipt in receipts]
        assert sorted(lying) == sorted(arrived)
        orders.append(lying == arrived)
        for receipt in receipts:
            submissions.withdraw(receipt)
    assert not all(orders)
    assert sum(orders) <= 1


def test_a_row_that_cannot_be_opened_holds_nobody_up(caplog: pytest.LogCaptureFixture) -> None:
    share()
    with writing() as connection:
        connection.execute(update(Waiting).values(payload=b"broken"))
    with caplog.at_level(logging.ERROR):
        crowd(BATCH)
    assert "could not be opened" in caplog.text
    assert count(Waiting) == 1
    assert sum(t.count for t in tallies(CAMPAIGN) if not t.question and not t.attribute) == BATCH


def test_what_a_restored_backup_brings_back_is_not_counted_again() -> None:
    crowd(BATCH - 1)
    with reading() as connection:
        backup = [row._asdict() for row in connection.execute(select(table_of(Waiting)))]
    share()
    before = tallies(CAMPAIGN)
    with writing() as connection:
        connection.execute(table_of(Waiting).insert(), backup)
    assert mix.release(CAMPAIGN) == 0
    crowd(1)
    assert tallies(CAMPAIGN) == before
    crowd(BATCH - 1)
    assert sum(t.count for t in tallies(CAMPAIGN) if not t.question and not t.attribute) == 2 * BATCH
    assert count(Waiting) == 0
    assert verify(CAMPAIGN)


def test_a_receipt_can_be_found_before_and_after_its_release() -> None:
    receipt = submissions.receipt_for(new_phrase())
    submissions.submit(receipt, answers())
    crowd(BATCH - 1)
    assert submissions.find(receipt) is submissions.Standing.RELEASED
