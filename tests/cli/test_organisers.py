from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask
from flask_security import verify_password

from consult.store.accounts import user_datastore

CAMPAIGN = "home-office-facial-recognition"
PASSWORD = "correct horse battery staple"
Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    runner = app.test_cli_runner()

    def invoke(*words: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> Result:
        return runner.invoke(args=["organisers", *words], input=typed)

    return invoke


def password_of(app: Flask, email: str) -> str:
    with app.test_request_context():
        organiser = user_datastore.find_user(email=email)
        assert organiser is not None
        return str(organiser.password)


def test_an_organiser_without_named_campaigns_may_see_all(app: Flask, run: Run) -> None:
    result = run("add", "kit@example.org")
    assert result.exit_code == 0
    assert f"Added the organiser kit@example.org, who may see: {CAMPAIGN}." in result.output
    assert PASSWORD not in result.output
    with app.test_request_context():
        assert verify_password(PASSWORD, password_of(app, "kit@example.org"))
    assert run("list").output == f"kit@example.org: {CAMPAIGN}\n"


def test_the_password_may_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSULT_ORGANISER_PASSWORD", PASSWORD)
    assert run("add", "kit@example.org", typed="").exit_code == 0


def test_nobody_is_there_at_first(run: Run) -> None:
    assert run("list").output == "There are no organisers yet.\n"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("add", "kit"), "is not an email address"),
        (("add", "kit@example.org", "--campaign", "nowhere"), "There is no campaign 'nowhere'."),
        (("add", "kit@example.org", "--password", "short"), "The password must have at least"),
        (("remove", "kit@example.org"), "There is no account for kit@example.org."),
        (("password", "kit@example.org"), "There is no account for kit@example.org."),
    ],
)
def test_what_cannot_be_done_is_explained(run: Run, words: tuple[str, ...], fault: str) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert fault in result.output
    assert "Traceback" not in result.output


def test_a_second_account_for_an_address_is_refused(run: Run) -> None:
    run("add", "kit@example.org")
    result = run("add", "KIT@example.org")
    assert (result.exit_code, "already" in result.output) == (1, True)


def test_a_new_password_takes_the_place_of_the_old(app: Flask, run: Run) -> None:
    run("add", "kit@example.org")
    before = password_of(app, "kit@example.org")
    assert run("password", "kit@example.org").exit_code == 0
    assert password_of(app, "kit@example.org") != before


def test_a_removed_organiser_is_gone(run: Run) -> None:
    run("add", "kit@example.org")
    assert run("remove", "kit@example.org").output == "Removed the organiser kit@example.org.\n"
    assert run("list").output == "There are no organisers yet.\n"
