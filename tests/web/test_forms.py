"""What the guards of forms leave in memory, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import time_machine
from flask import Flask, session

from consult.web import forms
from consult.web.forms import GUARD, GUARDS_KEPT

PRIVACY = Path(__file__).parents[2] / "docs" / "privacy.md"


def test_a_guard_is_signed_once_for_a_visit(app: Flask) -> None:
    signed = set()
    with time_machine.travel("2026-02-10 12:00Z", tick=False) as now:
        for _page in range(2):
            with app.test_request_context():
                session[GUARD] = "one visit's random value"
                signed.add(forms.guard())
            now.shift(60)
    assert len(signed) == 1


def test_the_guards_of_the_latest_visits_are_held_as_the_notice_says(app: Flask) -> None:
    with app.test_request_context():
        for visit in range(GUARDS_KEPT + 10):
            session[GUARD] = str(visit)
            forms.guard()
    assert forms._signed.cache_info().currsize == GUARDS_KEPT
    memory = next(line for line in PRIVACY.read_text().splitlines() if line.startswith("| The server's memory |"))
    assert f"the latest {GUARDS_KEPT} visits" in memory
