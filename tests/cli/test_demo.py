"""The demo: plainly invented, always the same, on no side, and never among real answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from consult import create_app
from consult.answers.path import options_of
from consult.cli.demo import EMAIL
from consult.cli.invented import Invented
from consult.packs.model import Pack
from consult.results.tally import EVERYONE, RESPONSES
from consult.store import accounts, comments, second_factor, sign_ins, tallies
from consult.store.database import db
from consult.store.roles import Role
from tests.conftest import settings_for

HOW_MANY = 60


@pytest.fixture
def demo_app(tmp_path: Path) -> Iterator[Flask]:
    app = create_app(settings_for(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path / 'demo.db'}"))
    yield app
    with app.app_context():
        db.engine.dispose()


def run(app: Flask) -> str:
    result = app.test_cli_runner().invoke(args=["demo", "--responses", str(HOW_MANY)])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_database_for_real_answers_is_refused(app: Flask, pack: Pack) -> None:
    result = app.test_cli_runner().invoke(args=["demo", "--responses", "20"])
    assert result.exit_code == 1
    assert "must end in 'demo'" in result.output
    with app.app_context():
        assert tallies.tallies(pack.id) == []


def test_every_response_is_counted_once_however_often_it_runs(demo_app: Flask, pack: Pack) -> None:
    assert f"{HOW_MANY} invented responses added" in run(demo_app)
    assert "0 invented responses added" in run(demo_app)
    with demo_app.app_context():
        everyone = [tally for tally in tallies.tallies(pack.id) if tally.attribute == EVERYONE]
        said = [comment.text for question in pack.questions for comment in comments.comments(pack.id, question.id)]
    # What is shown moves only when ten or more have come since.
    (shown,) = [tally.count for tally in everyone if tally.question == RESPONSES]
    assert HOW_MANY - 20 <= shown <= HOW_MANY
    assert {tally.question for tally in everyone} == {RESPONSES, *(question.id for question in pack.questions)}
    assert said
    assert all(re.fullmatch(r"Invented answer \d+ to question \d+: nobody wrote this\.", text) for text in said)


def test_the_organiser_of_the_demo_can_sign_in_with_the_latest_password(demo_app: Flask) -> None:
    first, second = (re.findall(r"with the password (\S+)", run(demo_app))[0] for _run in range(2))
    with demo_app.test_request_context():
        assert first != second
        assert sign_ins.opened_by(EMAIL, first) is None
        assert sign_ins.opened_by(EMAIL, second) is not None


def test_the_demo_shows_the_code_for_its_second_step(demo_app: Flask) -> None:
    said = run(demo_app)
    code = demo_app.test_cli_runner().invoke(args=["demo", "code"]).output.strip()
    (key,) = re.findall(r"authenticator app: ([A-Z2-7 ]+)\n", said)
    with demo_app.app_context():
        assert code == second_factor.code_now(key.replace(" ", ""))
        demo = accounts.person_called(EMAIL)
        assert demo.role is Role.ADMINISTRATOR
        assert second_factor.accept(demo.id, code) is second_factor.Outcome.RIGHT


def test_the_same_number_is_the_same_person_every_time(pack: Pack, app: Flask) -> None:
    with app.app_context():
        assert Invented(pack).submission(3) == Invented(pack).submission(3)
        assert Invented(pack).receipt(3) == Invented(pack).receipt(3)
        assert len({Invented(pack).receipt(number) for number in range(50)}) == 50


def test_no_option_gets_more_than_another(pack: Pack) -> None:
    people = [Invented(pack).submission(number) for number in range(240)]
    for question in pack.questions:
        chosen = Counter(person.choices.get(question.id) for person in people)
        counts = [chosen[option.id] for option in options_of(pack, question)]
        assert not counts or max(counts) - min(counts) <= 1


def test_people_say_only_what_they_are_asked(pack: Pack) -> None:
    for number in range(200):
        told = Invented(pack).submission(number).attributes
        for question in pack.about_you:
            if question.id in told and question.only_if:
                assert told[question.only_if[0]] == question.only_if[1]


def test_very_many_are_added_quickly_and_only_once(demo_app: Flask, pack: Pack) -> None:
    asked = ["demo", "fill", "--responses", "50", "--comments", "100"]
    first, second = (demo_app.test_cli_runner().invoke(args=asked) for _run in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert "50 invented responses added" in first.output
    assert "0 invented responses added" in second.output
    with demo_app.app_context():
        assert 80 <= comments.how_many(pack.id) <= 100


def test_very_many_are_not_added_among_real_answers(app: Flask) -> None:
    refused = app.test_cli_runner().invoke(args=["demo", "fill", "--responses", "20"])
    assert (refused.exit_code, "must end in 'demo'" in refused.output) == (1, True)
