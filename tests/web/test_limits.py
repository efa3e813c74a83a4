"""What the limits hold in memory, and what they log."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from consult.web import limits
from consult.web.limits import FLOOD, Failures, limiter
from tests.pages import InspectingClient
from tests.resident.journey import post

ADDRESS = "198.51.100.77"


@pytest.fixture
def counting(app: Flask) -> Iterator[None]:
    limiter.enabled = True
    with app.app_context():
        limiter.reset()
    yield
    limits.failures.reset()


@pytest.mark.usefixtures("counting")
def test_no_address_is_held_or_logged(client: InspectingClient, caplog: pytest.LogCaptureFixture) -> None:
    client.environ_base["REMOTE_ADDR"] = ADDRESS
    with caplog.at_level(logging.DEBUG):
        statuses = [post(client, "/come-back", phrase="a").status_code for _ in range(21)]
    assert statuses[-1] == 429
    held = repr(limiter.storage.__dict__)
    assert "come-back" in held or "resume_with" in held
    assert ADDRESS not in held
    assert ADDRESS not in caplog.text


@pytest.mark.usefixtures("counting")
def test_each_address_is_counted_for_itself(client: InspectingClient) -> None:
    for address, status in ((ADDRESS, 429), ("198.51.100.78", 422)):
        client.environ_base["REMOTE_ADDR"] = address
        for _ in range(21 if status == 429 else 1):
            found = post(client, "/come-back", phrase="a").status_code
        assert found == status


def test_failures_are_a_flood_when_there_are_very_many_in_one_minute() -> None:
    failed = Failures()
    with time_machine.travel("2026-02-11 12:00:00+00:00", tick=False) as now:
        for _ in range(FLOOD - 1):
            failed.note()
        assert not failed.are_a_flood()
        failed.note()
        assert failed.are_a_flood()
        now.shift(60)
        assert not failed.are_a_flood()
