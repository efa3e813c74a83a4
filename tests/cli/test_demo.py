"""The demo: plainly invented, always the same, on no side, and never among real answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from consult import create_app
from consult.answers.citing import sites
from consult.answers.path import options_of
from consult.cli.demo import EMAIL, share
from consult.cli.invented import PAPER, WELSH, Crowd, Invented
from consult.cli.invented_campaign import NEIGHBOURS, REASON, by_week
from consult.cli.invented_sites import OF_EACH_SIDE, sites_to_name
from consult.cli.invented_words import TEMPLATES
from consult.packs.model import Pack
from consult.results.protect import protect
from consult.results.tally import CITED, EVERYONE, RESPONSES
from consult.store import plans
from consult.store.campaign_plan import State
from consult.store.database import db
from consult.store.mixing import comments, filling, likenesses, releases, tallies
from consult.store.mixing.mix import week_of
from consult.store.mixing.submissions import Way
from consult.store.organisers import accounts, audit, sign_ins
from consult.store.organisers.roles import Role
from tests.conftest import settings_for
from tests.organiser.material import give_code, give_password
from tests.pages import InspectingClient, soup, text_of

HOW_MANY = 240


@dataclass(frozen=True)
class Shown:
    """A demo that was run twice, and what the two runs said."""

    app: Flask
    said: tuple[str, str]

    @property
    def passwords(self) -> list[str]:
        return [re.findall(r"with the password (\S+)", each)[0] for each in self.said]


def demo_app_in(folder: Path) -> Flask:
    app = create_app(settings_for(folder, DATABASE_URL=f"sqlite:///{folder / 'demo.db'}"))
    app.test_client_class = InspectingClient
    return app


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    app = demo_app_in(tmp_path_factory.mktemp("demo"))
    yield Shown(app, (run(app), run(app)))
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def organiser(shown: Shown) -> InspectingClient:
    """Whoever does what the demo says: gives the password, then the code."""
    client = shown.app.test_client()
    assert isinstance(client, InspectingClient)
    assert give_password(client, EMAIL, shown.passwords[1]).status_code == 303
    code = shown.app.test_cli_runner().invoke(args=["demo", "code"]).output.strip()
    assert give_code(client, code).status_code == 303
    return client


@pytest.fixture
def demo_app(tmp_path: Path) -> Iterator[Flask]:
    app = demo_app_in(tmp_path)
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


def test_every_response_is_counted_once_however_often_it_runs(shown: Shown, pack: Pack) -> None:
    first, second = shown.said
    assert f"{pack.id}: {HOW_MANY} invented responses added" in first
    assert f"{NEIGHBOURS}: {HOW_MANY // 2} invented responses added" in first
    assert second.count(": 0 invented responses added") == 2
    with shown.app.app_context():
        everyone = [tally for tally in tallies.tallies(pack.id) if tally.attribute == EVERYONE]
        assert tallies.verify(pack.id)
    # The last week has enough to move what is shown.
    assert [tally.count for tally in everyone if tally.question == RESPONSES] == [HOW_MANY]
    assert {tally.question for tally in everyone} == {RESPONSES, CITED, *(each.id for each in pack.questions)}


def test_all_that_people_say_is_plainly_invented(shown: Shown, pack: Pack) -> None:
    with shown.app.app_context():
        said = [comment.text for question in pack.questions for comment in comments.comments(pack.id, question.id)]
    assert len(said) > HOW_MANY
    assert all(re.search(r"(I|\bi)nvented\b", text) for text in said)
    assert all(said.count(template) > HOW_MANY / 10 for template in TEMPLATES)


def test_the_organiser_of_the_demo_can_sign_in_with_the_latest_password(
    shown: Shown, organiser: InspectingClient
) -> None:
    first, second = shown.passwords
    assert organiser.get("/organiser/").status_code == 200
    with shown.app.test_request_context():
        assert first != second
        assert sign_ins.opened_by(EMAIL, first) is None
        assert sign_ins.opened_by(EMAIL, second) is not None
        assert accounts.person_called(EMAIL).role is Role.ADMINISTRATOR
    assert re.search(r"authenticator app: ([A-Z2-7]{4} ?)+\n", shown.said[1])


def test_the_results_show_all_that_an_organiser_gets(organiser: InspectingClient, pack: Pack) -> None:
    page = soup(organiser.get(f"/organiser/campaigns/{pack.id}"))
    assert page.select_one("#weeks") is not None
    assert page.select_one("#cited") is not None
    ways = {str(option["value"]) for option in page.select("select[name=by] option")}
    assert {"region", "_language", "_way"} <= ways


def test_several_regions_are_large_enough_to_be_shown(shown: Shown, pack: Pack) -> None:
    with shown.app.app_context():
        by_region = protect(pack, tallies.tallies(pack.id)).by("region")
    assert by_region is not None
    sizes = [group.responses.value for group in by_region.groups if group.responses.value]
    # The two most common regions are always large enough; which others are is up to the noise.
    assert len(sizes) >= 2


def test_two_campaigns_can_be_compared(organiser: InspectingClient, pack: Pack) -> None:
    page = soup(organiser.get("/organiser/compare"))
    offered = {str(box["value"]) for box in page.select("input[name=campaign]")}
    assert offered == {pack.id, NEIGHBOURS}


def test_the_second_campaign_is_open_and_has_made_every_choice(shown: Shown, pack: Pack) -> None:
    with shown.app.app_context():
        found = plans.find(NEIGHBOURS)
        assert [each.action for each in audit.entries(NEIGHBOURS)] == [
            "hid-comment",
            "opened-campaign",
            "began-campaign",
        ]
    assert found is not None
    assert (found.state, found.pack_id) == (State.OPEN, pack.id)
    assert all((found.plan.organiser, found.plan.contact, found.plan.introduction, found.plan.privacy))
    questions = {question.id for question in pack.questions}
    assert questions > set(found.plan.route) > set()
    assert questions > set(found.plan.guides or ()) > set()


def test_texts_that_many_share_are_found(shown: Shown, organiser: InspectingClient, pack: Pack) -> None:
    with shown.app.app_context():
        numbers = [each.number for each in pack.questions if likenesses.alike(pack.id, each.id)]
    assert numbers
    page = text_of(soup(organiser.get(f"/organiser/campaigns/{pack.id}/comments/{numbers[0]}")).main)
    assert "Texts that many share" in page
    assert "Nearly alike: " in page


def test_one_comment_of_each_campaign_is_hidden_with_a_reason(shown: Shown, pack: Pack) -> None:
    with shown.app.app_context():
        for slug in (pack.id, NEIGHBOURS):
            written = [
                each
                for question in pack.questions
                for each in comments.page_of(slug, question.id, size=HOW_MANY, with_hidden=True).comments
            ]
            assert [each.hidden for each in written if each.hidden] == [REASON]


def test_responses_came_over_some_weeks_up_to_this_one(shown: Shown, pack: Pack) -> None:
    present = week_of(datetime.now(UTC).date())
    with shown.app.app_context():
        mondays = [week.monday for week in releases.weeks(pack.id)]
        assert mondays == [present - timedelta(weeks=ago) for ago in range(6, 0, -1)]
        assert releases.latest_week(pack.id) == present


def test_everybody_comes_in_one_week() -> None:
    found = list(by_week(501, date(2026, 2, 11)))
    assert [number for _monday, numbers in found for number in numbers] == list(range(501))
    assert [monday for monday, _numbers in found][-1] == date(2026, 2, 9)
    assert {monday.weekday() for monday, _numbers in found} == {0}


def test_real_answers_are_never_given_another_week(app: Flask, pack: Pack) -> None:
    with app.app_context():
        people = Invented(pack)
        shared = [(people.receipt(number), people.submission(number)) for number in range(12)]
        with pytest.raises(filling.NotForShowingError):
            filling.share_many(pack.id, shared, week=date(2026, 2, 9))
        assert tallies.tallies(pack.id) == []


def test_sites_of_both_sides_are_named_equally_often(pack: Pack) -> None:
    named = sites_to_name(pack)
    assert len(set(named)) == 2 * OF_EACH_SIDE
    assert set(named) <= {source.id for source in sites(pack).values()}
    people = [Invented(pack).submission(number) for number in range(300)]
    citing = [person for person in people if person.cited]
    assert 70 <= len(citing) <= 130
    assert all(person.comments and person.cited <= set(named) for person in citing)


def test_some_answer_in_welsh_and_some_on_paper(pack: Pack) -> None:
    people = [Invented(pack).submission(number) for number in range(300)]
    assert abs(sum(person.language == "cy" for person in people) / 300 - WELSH) < 0.06
    assert abs(sum(person.way is Way.PAPER for person in people) / 300 - PAPER) < 0.06


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


def test_the_bar_moves_twice_for_everybody_who_is_shared(demo_app: Flask, pack: Pack) -> None:
    run_fill = ["demo", "fill", "--responses", "30"]
    assert demo_app.test_cli_runner().invoke(args=run_fill).exit_code == 0
    steps: list[int] = []
    with demo_app.app_context():
        added = share(pack.id, Crowd(pack, write=20), range(20, 50), move=steps.append)
    assert (added, sum(steps)) == (20, 60)
    assert max(steps) <= 30


def test_very_many_are_not_added_among_real_answers(app: Flask) -> None:
    refused = app.test_cli_runner().invoke(args=["demo", "fill", "--responses", "20"])
    assert (refused.exit_code, "must end in 'demo'" in refused.output) == (1, True)
