from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask
from flask_security import verify_password

from consult.store.organisers import audit, joining, recovery_codes, second_factor
from consult.store.organisers.accounts import user_datastore
from consult.store.organisers.audit import Wanted
from consult.store.organisers.people import person_called

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
    assert run("list").output == (f"kit@example.org: organiser (has not set up the second step yet): {CAMPAIGN}\n")


def test_the_password_may_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSULT_ORGANISER_PASSWORD", PASSWORD)
    assert run("add", "kit@example.org", typed="").exit_code == 0


def test_nobody_is_there_at_first(run: Run) -> None:
    assert run("list").output == "There are no organisers yet.\n"


def test_somebody_invited_joins_with_the_link(app: Flask, run: Run) -> None:
    said = run("invite", "kit@example.org", "--role", "viewer", "--site", "https://answers.example.org/").output
    (token,) = re.findall(r"^https://answers\.example\.org/organiser/join/(\S{40,})$", said, re.MULTILINE)
    assert run("list").output.startswith("kit@example.org: viewer (invited, has not joined yet)")
    with app.test_request_context():
        assert joining.join(token, PASSWORD) is not None
        assert joining.join(token, PASSWORD) is None


def test_a_role_is_changed_and_campaigns_stay(run: Run) -> None:
    run("add", "kit@example.org")
    assert run("role", "kit@example.org", "administrator").output == "kit@example.org is now: administrator.\n"
    assert CAMPAIGN in run("list").output


def test_a_lost_app_is_reset(app: Flask, run: Run) -> None:
    run("add", "kit@example.org")
    with app.app_context():
        kit = person_called("kit@example.org").id
        second_factor.install(kit, second_factor.new_secret())
        assert recovery_codes.make(kit)
    assert "sets up an authenticator app anew" in run("reset-two-factor", "kit@example.org").output
    with app.app_context():
        assert not person_called("kit@example.org").has_second_factor
        assert recovery_codes.left(kit) == 0


def test_what_commands_did_is_in_the_record(app: Flask, run: Run) -> None:
    run("add", "kit@example.org")
    run("remove", "kit@example.org")
    with app.app_context():
        found = [(entry.action, entry.email, entry.about) for entry in audit.found(Wanted())]
    assert found == [("remove", "", "kit@example.org"), ("added", "", "kit@example.org")]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("add", "kit"), "is not an email address"),
        (("add", "kit@example.org", "--campaign", "nowhere"), "There is no campaign 'nowhere'."),
        (("add", "kit@example.org", "--password", "short"), "The password must have at least"),
        (("add", "kit@example.org", "--password", "password12345"), "others try early"),
        (("invite", "kit"), "is not an email address"),
        (("role", "kit@example.org", "viewer"), "There is no account for kit@example.org."),
        (("reset-two-factor", "kit@example.org"), "There is no account for kit@example.org."),
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
