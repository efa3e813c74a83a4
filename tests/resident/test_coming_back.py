"""How long the answer to a phrase takes says nothing about the phrase: right, wrong, or no phrase at all."""

from __future__ import annotations

import gc
import statistics
import time
from collections import Counter

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from consult.resident import later
from consult.store import drafts, phrases
from consult.store.database import db
from consult.store.mixing import receipts, submissions
from consult.store.phrases import new_phrase
from consult.store.quick_reading import RowByKey
from tests.conftest import PACK
from tests.pages import InspectingClient, guard
from tests.resident.journey import answer

ROUNDS = 60
MOST_APART = 0.2
"""The medians may differ by so much of the median."""

STATUSES = {"right": 303, "wrong": 404, "unreadable": 422}


class Guesser:
    """A browser that posts phrases of each kind."""

    def __init__(self, app: Flask) -> None:
        writing = app.test_client()
        assert isinstance(writing, InspectingClient)
        for number in range(1, 18):
            answer(writing, number, text="My own words. " * 100)
        cookie = writing.get_cookie(f"answers-{PACK}")
        assert cookie is not None
        self._right = cookie.value
        # Not the inspecting one: it would take its time for the pages and none for the redirects.
        self._client = FlaskClient(app, app.response_class)
        found = self._client.get("/come-back")
        self._guard = guard(found)

    def guess(self, kind: str) -> float:
        """Post a phrase, and return how many seconds of work the answer took: other programs' do not count."""
        phrase = {"right": self._right, "wrong": new_phrase(), "unreadable": new_phrase() + "-zoo"}[kind]
        before = time.thread_time()
        reply = self._client.post("/come-back", data={"csrf_token": self._guard, "phrase": phrase})
        spent = time.thread_time() - before
        assert reply.status_code == STATUSES[kind]
        return spent


@pytest.fixture
def guesser(app: Flask) -> Guesser:
    return Guesser(app)


@pytest.fixture
def work(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count keys derived, rows looked for, texts opened, pages made and statements run."""
    done: Counter[str] = Counter()

    def counted(owner: object, name: str) -> None:
        real = getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *args: (done.update([name]), real(*args))[1])

    for owner in (drafts, submissions, receipts):
        counted(owner, "derive")
    counted(drafts, "unseal")
    counted(RowByKey, "find")
    counted(later, "_page")
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: done.update([f"{args[2]}"[:30]]))
    return done


def test_the_same_work_is_done_for_every_phrase(guesser: Guesser, work: Counter[str]) -> None:
    seen = {}
    for kind in STATUSES:
        work.clear()
        guesser.guess(kind)
        seen[kind] = dict(work)
    assert seen["right"] == seen["wrong"] == seen["unreadable"]
    assert seen["right"]["derive"] >= 4
    assert seen["right"]["_page"] == seen["right"]["unseal"] == 1


def test_the_answers_take_equally_long(guesser: Guesser) -> None:
    spent: dict[str, list[float]] = {kind: [] for kind in STATUSES}
    for kind in STATUSES:
        guesser.guess(kind)
    gc.disable()
    try:
        for _ in range(ROUNDS):
            for kind in STATUSES:
                spent[kind].append(guesser.guess(kind))
    finally:
        gc.enable()
    medians = {kind: statistics.median(each) for kind, each in spent.items()}
    apart = max(medians.values()) - min(medians.values())
    assert apart < MOST_APART * statistics.median(medians.values()), medians


def test_a_phrase_is_not_read_differently_where_it_is_nearly_right(app: Flask) -> None:
    """Only whole hashes are compared, by the database: one word that is right leaves no trace in them."""
    with app.app_context():
        phrase = new_phrase()
        nearly = "-".join([*phrase.split("-")[:-1], "zoo" if not phrase.endswith("zoo") else "act"])
        first, second = (phrases.derive(each, "draft lookup", b"secret") for each in (phrase, nearly))
    assert sum(one == other for one, other in zip(first, second, strict=True)) < 8
