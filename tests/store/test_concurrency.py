"""Many people at the same moment, each in a thread with a connection of its own, as in a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from threading import Barrier
from typing import TypeVar

import pytest
from flask import Flask
from sqlalchemy import func, select

from consult.store import drafts
from consult.store.database import reading, upgrade
from consult.store.forgetting.retention import sweep_if_due
from consult.store.forgetting.scrubbing import write_anew
from consult.store.mixing import mix, submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.submissions import Outcome
from consult.store.mixing.tallies import tallies, verify
from consult.store.models import RecordRow, ReleaseRow, Waiting
from consult.store.phrases import new_phrase
from tests.databases import dispose, store_app_for
from tests.store.people import CAMPAIGN, QUESTIONS, answers, crowd, responses, share

THREADS = 20


Result = TypeVar("Result")


def at_once(app: Flask, act: Callable[[int], Result], times: int = THREADS) -> list[Result]:
    """Run `act` in many threads that all wait for each other before they begin."""
    barrier = Barrier(times)

    def one(number: int) -> Result:
        with app.app_context():
            barrier.wait(timeout=30)
            return act(number)

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(one, range(times)))


def waiting() -> int:
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(Waiting)).scalar_one()


def released() -> int:
    with reading() as connection:
        return connection.execute(select(func.coalesce(func.sum(ReleaseRow.how_many), 0))).scalar_one()


def test_everyone_who_shares_at_the_same_moment_is_counted_once(store: Flask) -> None:
    at_once(store, lambda _: share())
    assert responses() + waiting() == THREADS
    assert responses() == released() >= BATCH
    assert waiting() < BATCH
    with reading() as connection:
        records = connection.execute(select(func.count()).select_from(RecordRow)).scalar_one()
    assert records == responses() * (len(QUESTIONS) + 1)
    assert verify(CAMPAIGN)


def test_a_double_click_counts_once(store: Flask) -> None:
    receipt = submissions.receipt_for(new_phrase())
    outcomes = Counter(at_once(store, lambda _: submissions.submit(receipt, answers())))
    assert outcomes == {Outcome.WAITING: 1, Outcome.REPLACED: THREADS - 1}
    assert waiting() == 1


def test_a_double_click_that_brings_the_release_counts_once(store: Flask) -> None:
    crowd(BATCH - 1)
    receipt = submissions.receipt_for(new_phrase())
    outcomes = Counter(at_once(store, lambda _: submissions.submit(receipt, answers())))
    assert outcomes[Outcome.WAITING] == 1
    assert outcomes[Outcome.ALREADY_COUNTED] >= 1
    assert (responses(), waiting(), released()) == (BATCH, 0, BATCH)
    assert verify(CAMPAIGN)


def test_only_one_of_many_releases_happens(store: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(mix, "BATCH", BATCH + 1)
        crowd(BATCH)
    assert sorted(at_once(store, lambda _: mix.release(CAMPAIGN))) == [0] * (THREADS - 1) + [BATCH]
    assert (responses(), waiting(), released()) == (BATCH, 0, BATCH)
    assert verify(CAMPAIGN)


def test_sharing_and_withdrawing_at_the_same_moment_leave_the_tallies_right(store: Flask) -> None:
    receipts = crowd(BATCH + 5)

    def act(number: int) -> None:
        if number % 2:
            assert submissions.withdraw(receipts[number // 2])
        else:
            share()

    at_once(store, act)
    assert responses() + waiting() == BATCH + 5
    assert verify(CAMPAIGN)


def test_withdrawing_twice_at_the_same_moment_takes_off_once(store: Flask) -> None:
    receipt = crowd(BATCH)[0]
    assert sum(at_once(store, lambda _: submissions.withdraw(receipt))) == 1
    assert responses() == BATCH - 1
    assert verify(CAMPAIGN)


def test_drafts_saved_at_the_same_moment_do_not_mix(store: Flask) -> None:
    phrases = [new_phrase() for _ in range(THREADS)]

    def act(number: int) -> str | None:
        for turn in range(5):
            drafts.save(phrases[number], f"draft {number} turn {turn} " * 500)
        return drafts.load(phrases[number])

    assert at_once(store, act) == [f"draft {number} turn 4 " * 500 for number in range(THREADS)]


def test_two_windows_that_save_one_draft_leave_one_of_the_two(store: Flask) -> None:
    phrase = new_phrase()
    at_once(store, lambda number: drafts.save(phrase, f"window {number}"))
    assert drafts.load(phrase) in {f"window {number}" for number in range(THREADS)}


def test_two_windows_that_change_one_draft_lose_nothing_of_each_other(store: Flask) -> None:
    phrase = new_phrase()
    drafts.save(phrase, "")
    at_once(store, lambda number: drafts.change(phrase, lambda text: f"{text}{number} "))
    assert sorted(str(drafts.load(phrase)).split(), key=int) == [str(number) for number in range(THREADS)]


def test_what_is_deleted_while_others_change_it_does_not_come_back(store: Flask) -> None:
    phrase = new_phrase()
    drafts.save(phrase, "")

    def act(number: int) -> None:
        if number == THREADS // 2:
            drafts.delete(phrase)
        else:
            drafts.change(phrase, lambda text: f"{text}{number} ")

    at_once(store, act)
    assert drafts.load(phrase) is None


def test_one_of_many_workers_does_the_daily_sweep(database_uri: str) -> None:
    apps = [store_app_for(database_uri) for _ in range(4)]

    def act(number: int) -> bool:
        with apps[number].app_context():
            return sweep_if_due() is not None

    assert sum(at_once(apps[0], act, times=4)) == 1
    for app in apps:
        dispose(app)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_several_who_cut_the_log_at_the_same_moment_are_not_in_each_others_way(store: Flask) -> None:
    for _ in range(5):
        at_once(store, lambda number: drafts.save(new_phrase(), f"{number} " * 10_000), times=4)
        at_once(store, lambda _: write_anew(), times=6)


def start(uri: str) -> bool:
    """Do what a worker does when it starts."""
    app = store_app_for(uri)
    with app.app_context():
        upgrade()
    dispose(app)
    return True


def test_several_workers_may_start_at_the_same_moment(blank_database_uri: str) -> None:
    # Processes, as workers are: Alembic does not work in two threads at once.
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        assert all(workers.map(start, [blank_database_uri] * 2))
    app = store_app_for(blank_database_uri)
    with app.app_context():
        assert tallies(CAMPAIGN) == []
    dispose(app)
