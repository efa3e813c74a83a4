from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import time_machine
from click.testing import Result
from flask import Flask

from consult.store import drafts
from consult.store.database import db
from consult.store.mixing.mix import BATCH
from consult.store.mixing.tallies import tallies
from consult.store.phrases import new_phrase
from tests.conftest import PACK
from tests.store.people import answers, crowd


def run(app: Flask) -> Result:
    return app.test_cli_runner().invoke(args=["retention", "run"])


def test_it_says_what_it_deleted_and_what_not(app: Flask) -> None:
    with app.app_context(), time_machine.travel("2026-01-07", tick=False) as now:
        drafts.save(new_phrase(), "old")
        now.shift(timedelta(days=40))
        result = run(app)
        again = run(app)
    assert result.exit_code == again.exit_code == 0
    assert "       1 expired drafts\n" in result.output
    assert "       – audit entries of more than a year ago: none\n" in result.output
    assert "Clearing up: expired drafts" in result.output
    assert "       – expired drafts: none\n" in again.output


def test_it_erases_what_was_shared_a_year_after_the_closing_day(app: Flask) -> None:
    with app.app_context():
        crowd(BATCH, answers(campaign=PACK))
        with time_machine.travel("2040-01-01", tick=False):
            result = run(app)
        assert "       1 campaigns with answers of a year ago" in result.output
        assert tallies(PACK)


def test_a_database_that_is_away_is_one_plain_line(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()
        file = db.engine.url.database
    assert file is not None
    Path(file).write_bytes(b"This is not a database. " * 1000)
    result = run(app)
    assert result.exit_code == 1
    assert "Error: The database could not be used" in result.output
    assert "Traceback" not in result.output
