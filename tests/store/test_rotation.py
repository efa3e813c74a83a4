"""What happens to drafts, receipts and what waits when the server's secret changes."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from consult.store import drafts
from consult.store.database import reading
from consult.store.keys import server_secrets
from consult.store.mixing import mix, submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.submissions import Outcome, Standing
from consult.store.mixing.tallies import tallies, verify
from consult.store.models import Draft
from consult.store.phrases import new_phrase
from tests.databases import SECRET
from tests.store.people import CAMPAIGN, answers, crowd
from tests.store.test_concurrency import at_once

NEW = "the secret after the change"
Rotate = Callable[..., None]


@pytest.fixture
def rotate(store: Flask) -> Rotate:
    """Give a way to change the secret, with the older ones kept or not."""

    def change(current: str, *older: str) -> None:
        store.config.update(SECRET_KEY=current, SECRET_KEY_FALLBACKS=list(older))

    return change


def how_many_drafts() -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(Draft)).scalar_one()


def test_a_draft_from_before_opens_and_moves_to_the_new_secret_when_saved(rotate: Rotate) -> None:
    phrase = new_phrase()
    drafts.save(phrase, "before")
    rotate(NEW, SECRET)
    assert drafts.load(phrase) == "before"
    drafts.save(phrase, "after")
    assert how_many_drafts() == 1
    rotate(NEW)
    assert drafts.load(phrase) == "after"


def test_two_windows_that_save_a_draft_from_before_lose_nothing_of_each_other(store: Flask, rotate: Rotate) -> None:
    phrase = new_phrase()
    drafts.save(phrase, "")
    rotate(NEW, SECRET)
    at_once(store, lambda number: drafts.change(phrase, lambda text: f"{text}{number} "), times=6)
    assert sorted(str(drafts.load(phrase)).split()) == list("012345")


def test_a_draft_from_before_can_be_deleted(rotate: Rotate) -> None:
    phrase = new_phrase()
    drafts.save(phrase, "before")
    rotate(NEW, SECRET)
    drafts.delete(phrase)
    assert how_many_drafts() == 0


def test_without_the_old_secret_a_draft_is_not_found(rotate: Rotate) -> None:
    phrase = new_phrase()
    drafts.save(phrase, "before")
    rotate(NEW)
    assert drafts.load(phrase) is None
    drafts.save(phrase, "after")
    assert drafts.load(phrase) == "after"


@pytest.mark.parametrize("others", [0, BATCH - 1])
def test_sharing_again_after_the_change_counts_once(rotate: Rotate, others: int) -> None:
    phrase = new_phrase()
    receipt = submissions.receipt_for(phrase)
    submissions.submit(receipt, answers())
    crowd(others)
    rotate(NEW, SECRET)
    assert submissions.receipt_for(phrase) == receipt
    again = submissions.submit(receipt, answers("disagree"))
    assert again is (Outcome.ALREADY_COUNTED if others else Outcome.REPLACED)


def test_a_receipt_from_before_withdraws(rotate: Rotate) -> None:
    receipts = crowd(BATCH + 1)
    rotate(NEW, "one in between", SECRET)
    for receipt in receipts:
        assert submissions.withdraw(receipt)
        assert submissions.find(receipt) is Standing.NOTHING
    assert tallies(CAMPAIGN) == []


def test_a_new_person_gets_a_receipt_under_the_new_secret(rotate: Rotate) -> None:
    phrase = new_phrase()
    before = submissions.receipt_for(phrase)
    rotate(NEW, SECRET)
    assert submissions.receipt_for(phrase) != before


def test_what_waited_before_the_change_is_released_after_it(rotate: Rotate) -> None:
    crowd(BATCH // 2)
    rotate(NEW, SECRET)
    crowd(BATCH // 2)
    assert sum(t.count for t in tallies(CAMPAIGN) if not t.question and not t.attribute) == BATCH
    assert verify(CAMPAIGN)


def test_without_the_old_secret_what_waited_stays_closed_and_harms_nobody(
    rotate: Rotate, caplog: pytest.LogCaptureFixture
) -> None:
    crowd(BATCH - 1)
    rotate(NEW)
    with caplog.at_level(logging.ERROR):
        crowd(1)
    assert "SECRET_KEY" in caplog.text
    assert tallies(CAMPAIGN) == []
    rotate(NEW, SECRET)
    assert mix.release(CAMPAIGN) == BATCH


def test_a_secret_may_be_bytes_and_must_be_there(store: Flask) -> None:
    store.config["SECRET_KEY"] = b"\xff bytes"
    assert server_secrets() == [b"\xff bytes"]
    store.config["SECRET_KEY"] = ""
    with pytest.raises(RuntimeError, match="SECRET_KEY is not set"):
        server_secrets()
