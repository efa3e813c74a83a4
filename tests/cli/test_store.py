from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import delete, update

from consult.store.database import db, writing
from consult.store.mixing import tallies
from consult.store.mixing.mix import BATCH
from consult.store.models import RecordRow, TallyRow
from tests.store.people import answers, crowd

CAMPAIGN = "home-office-facial-recognition"
Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    runner = app.test_cli_runner()
    return lambda *words, said="": runner.invoke(args=["store", *words], input=said)


def test_upgrading_says_that_it_is_done(run: Run) -> None:
    result = run("upgrade")
    assert (result.exit_code, result.output) == (0, "The database is up to date.\n")


def test_a_release_says_how_many_or_why_not(app: Flask, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with app.app_context(), monkeypatch.context() as patched:
        patched.setattr("consult.store.mixing.mix.BATCH", BATCH + 1)
        crowd(BATCH, answers(campaign=CAMPAIGN))
        waiting = run("release")
    done = run("release", CAMPAIGN)
    assert waiting.output == f"{CAMPAIGN}: nothing released, as fewer than {BATCH + 1} responses wait.\n"
    assert done.output == f"{CAMPAIGN}: released {BATCH} responses.\n"


@pytest.mark.parametrize("command", ["release", "verify"])
def test_an_unknown_campaign_is_said_to_be_unknown(run: Run, command: str) -> None:
    result = run(command, "nowhere")
    assert (result.exit_code, result.output) == (1, "Error: There is no campaign 'nowhere'.\n")


def test_verifying_finds_wrong_tallies_and_mends_them(app: Flask, run: Run) -> None:
    with app.app_context():
        crowd(BATCH, answers(campaign=CAMPAIGN))
        assert run("verify").output == f"{CAMPAIGN}: the tallies are right.\n"
        with writing() as connection:
            connection.execute(delete(RecordRow))
    found = run("verify")
    assert found.exit_code == 1
    assert f"{CAMPAIGN}: the tallies are WRONG." in found.output
    assert "--mend" in found.output
    mended = run("verify", "--mend")
    assert (mended.exit_code, mended.output) == (
        0,
        f"{CAMPAIGN}: the tallies were wrong, and have been put right.\n",
    )
    assert run("verify").exit_code == 0


def test_tallies_that_cannot_be_opened_are_begun_anew_only_on_a_clear_word(app: Flask, run: Run) -> None:
    with app.app_context():
        crowd(BATCH, answers(campaign=CAMPAIGN))
        with writing() as connection:
            connection.execute(update(TallyRow).values(sealed=b"under another secret"))
    assert "cannot be opened with this secret" in run("verify").output
    for said in ("", "n\n"):
        refused = run("verify", "--mend", said=said)
        assert refused.exit_code == 1
        with app.app_context():
            assert not tallies.can_be_opened(CAMPAIGN)
    assert "were begun anew" in run("verify", "--mend", said="y\n").output
    assert run("verify").exit_code == 0


@pytest.mark.parametrize("command", ["upgrade", "release", "verify"])
def test_a_database_that_is_away_is_one_plain_line(app: Flask, run: Run, command: str) -> None:
    with app.app_context():
        db.engine.dispose()
        file = db.engine.url.database
    assert file is not None
    Path(file).write_bytes(b"This is not a database. " * 1000)
    result = run(command)
    assert result.exit_code == 1
    assert result.output.startswith("Error: The database could not be used")
    assert "Traceback" not in result.output
