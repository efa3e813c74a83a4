"""The server cleans up by itself: at the start, each hour, once a day among all its workers, and after an error."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from threading import Event

import pytest
import time_machine
from flask import Flask

from consult.store import drafts
from consult.store.database import reading
from consult.store.forgetting import retention
from consult.store.models import Draft
from consult.store.models.base import table_of
from consult.store.phrases import new_phrase
from consult.upkeep import Upkeep
from consult.web.shelf import closings

SOON = 0.01
LONG = 20.0


class Calls:
    """Stands where the day's clean-up is called, counts, and says when there were enough."""

    def __init__(self, enough: int, fault: Exception | None = None) -> None:
        self.given: list[object] = []
        self.done = Event()
        self._enough = enough
        self._fault = fault

    def __call__(self, given: object) -> None:
        self.given.append(given)
        if len(self.given) >= self._enough:
            self.done.set()
        if self._fault:
            raise self._fault


@pytest.fixture
def uncaught(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the kinds of the errors that threads did not catch."""
    kinds: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda given: kinds.append(given.exc_type.__name__))
    return kinds


def test_a_site_that_nobody_visits_forgets_what_is_old(app: Flask) -> None:
    with app.app_context(), time_machine.travel(date(2026, 1, 7), tick=False):
        drafts.save(new_phrase(), "old")
    swept = Event()
    sweep_if_due = retention.sweep_if_due

    def sweep_and_tell(closings: dict[str, date]) -> None:
        sweep_if_due(closings)
        swept.set()

    with (
        time_machine.travel(date(2026, 1, 7) + timedelta(days=40), tick=False),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(retention, "sweep_if_due", sweep_and_tell)
        keep = Upkeep(app)
        keep.start()
        assert swept.wait(LONG)
        keep.stop()
    with app.app_context(), reading() as connection:
        assert connection.execute(table_of(Draft).select()).all() == []


def test_it_looks_again_and_again_until_it_is_stopped(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(enough=3)
    monkeypatch.setattr(retention, "sweep_if_due", calls)
    keep = Upkeep(app, every=SOON)
    keep.start()
    assert calls.done.wait(LONG)
    keep.stop()
    after = len(calls.given)
    assert not any(thread.name.startswith("upkeep") for thread in threading.enumerate())
    with app.app_context():
        assert calls.given == [closings()] * after


def test_an_error_does_not_end_it(app: Flask, monkeypatch: pytest.MonkeyPatch, uncaught: list[str]) -> None:
    calls = Calls(enough=2, fault=RuntimeError("unforeseen"))
    monkeypatch.setattr(retention, "sweep_if_due", calls)
    keep = Upkeep(app, every=SOON)
    keep.start()
    assert calls.done.wait(LONG)
    keep.stop()
    assert set(uncaught) == {"RuntimeError"}
