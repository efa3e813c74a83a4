"""What residents see of a campaign: at its address, in their list of questions, on its questions, at sharing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from flask import Flask
from sqlalchemy import update

from consult.packs.model import Pack
from consult.store import plans
from consult.store.campaign_plan import Plan, State
from consult.store.database import writing
from consult.store.mixing.mix import BATCH
from consult.store.models import TallyRow
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post, share
from tests.store.people import answers, crowd

SLUG = "deptford"
AT = f"/c/{SLUG}"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 30)
HOSTILE = '=cmd|"/c" <script>alert(1)</script> {{ 7*7 }} https://evil.example'
PLAN = Plan(
    title="Deptford answers",
    organiser="Deptford Neighbours",
    contact="deptford@example.org",
    introduction=f"We live here.\n\n{HOSTILE}",
    guides=("q1",),
    route=("q6", "q8"),
    opens_on=FIRST,
    closes_on=LAST,
)

Opened = Callable[..., None]


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with time_machine.travel("2026-03-15T12:00:00Z", tick=False):
        yield


@pytest.fixture
def opened(app: Flask, pack: Pack) -> Opened:
    """Give a way to have a campaign in a state."""

    def make(plan: Plan = PLAN, *states: State) -> None:
        with app.app_context():
            plans.begin(SLUG, pack.id, plan)
            for state in states or (State.OPEN,):
                plans.move(SLUG, state)

    return make


def move(app: Flask, state: State) -> None:
    with app.app_context():
        plans.move(SLUG, state)


def main_of(client: InspectingClient, address: str) -> str:
    return text_of(soup(client.get(address)).main)


def test_the_short_address_shows_what_the_organiser_says_as_theirs(
    client: InspectingClient, opened: Opened
) -> None:
    opened()
    page = soup(client.get(AT))
    theirs = page.select_one(".app-theirs")
    said = text_of(theirs)
    assert "From the organiser: Deptford Neighbours" in said
    assert "deptford@example.org" in said
    assert "These are their words, not ours, and not the Government's." in said
    assert HOSTILE in said
    assert theirs is not None
    assert not theirs.select("script, a")
    assert "You can share until 30 March 2026." in text_of(page.main)


def test_their_words_are_marked_in_their_language(client: InspectingClient, opened: Opened) -> None:
    opened(replace(PLAN, language="cy"))
    assert all(tag["lang"] == "cy" for tag in soup(client.get(AT)).select(".app-theirs .app-words"))
    assert all(tag["lang"] == "cy" for tag in soup(client.get(f"/cy{AT}")).select(".app-theirs .app-words"))


def test_the_longer_address_of_before_leads_to_the_short_one(client: InspectingClient, opened: Opened) -> None:
    opened()
    answered = client.get(f"/cy/{PACK}/for/{SLUG}")
    assert (answered.status_code, answered.location) == (301, f"/cy{AT}")


@pytest.mark.parametrize("address", [AT, f"{AT}/privacy", "/c/nobody", "/c/nobody/privacy", "/c/No-Body"])
def test_a_draft_and_a_campaign_that_is_not_there_are_alike(
    app: Flask, client: InspectingClient, pack: Pack, address: str
) -> None:
    with app.app_context():
        plans.begin(SLUG, pack.id, PLAN)
    assert client.get(address).status_code == 404


def test_a_campaign_on_questions_that_went_is_not_found(app: Flask, client: InspectingClient) -> None:
    with app.app_context():
        plans.begin("orphan", "a-pack-that-went", PLAN)
        plans.move("orphan", State.OPEN)
    assert client.get("/c/orphan").status_code == 404


def test_the_privacy_notice_is_ours_from_the_facts_or_theirs_and_marked(
    app: Flask, client: InspectingClient, opened: Opened
) -> None:
    opened()
    assert "Deptford Neighbours asks for your view" in main_of(client, f"{AT}/privacy")
    assert "deleted after 30 days" in main_of(client, f"{AT}/privacy")
    client.application.config["DRAFT_DAYS"] = 60
    assert "deleted after 60 days" in main_of(client, f"{AT}/privacy")
    with app.app_context():
        plans.change(SLUG, replace(PLAN, privacy=f"Ours.\n\n{HOSTILE}"), version=1)
    page = soup(client.get(f"{AT}/privacy"))
    assert "These are their words, not ours" in text_of(page.main)
    assert [text_of(each) for each in page.select("p.app-words")] == ["Ours.", HOSTILE]


def test_the_list_has_the_chosen_questions_first_and_the_rest_one_click_away(
    client: InspectingClient, opened: Opened
) -> None:
    opened()
    client.get(AT)
    page = soup(client.get(f"/{PACK}/tasks"))
    numbers = [text_of(link).split(".")[0] for link in page.select("a.govuk-task-list__link")][:17]
    assert numbers == ["6", "8", *(str(each) for each in range(1, 18) if each not in {6, 8})]
    rest = page.select_one("details#rest")
    assert rest is not None
    assert len(rest.select("li")) == 15
    assert rest.get("open") is None
    assert "The choice is theirs, not ours" in text_of(page.main)


def test_the_rest_stays_open_once_there_is_an_answer_in_it(client: InspectingClient, opened: Opened) -> None:
    opened()
    client.get(AT)
    answer(client, 1, choice="agree")
    rest = soup(client.get(f"/{PACK}/tasks")).select_one("details#rest")
    assert rest is not None
    assert rest.has_attr("open")


def test_saving_leads_along_the_route_then_to_the_rest(client: InspectingClient, opened: Opened) -> None:
    opened()
    client.get(AT)
    assert answer(client, 6, text="One.").location == f"/{PACK}/question/8"
    assert answer(client, 8, choice="agree").location == f"/{PACK}/tasks"
    assert "the end of the questions that the organiser chose" in main_of(client, f"/{PACK}/tasks")
    assert answer(client, 5, choice="agree").location == f"/{PACK}/question/7"
    assert answer(client, 17, text="Two.").location == f"/{PACK}/check#q17"
    back = soup(client.get(f"/{PACK}/question/8")).select_one(".govuk-back-link")
    assert back is not None
    assert back["href"] == f"/{PACK}/question/6"


def test_questions_keep_their_official_numbers(client: InspectingClient, opened: Opened) -> None:
    opened()
    client.get(AT)
    assert text_of(soup(client.get(f"/{PACK}/question/6")).h1) == "Question 6 of 17"


def test_points_of_both_sides_are_shown_where_the_organiser_chose(client: InspectingClient, opened: Opened) -> None:
    opened()
    before = soup(client.get(f"/{PACK}/question/2"))
    client.get(AT)
    for number, sides in ((1, 2), (2, 0)):
        assert len(soup(client.get(f"/{PACK}/question/{number}")).select(".app-sides section")) == sides
    assert len(before.select(".app-sides section")) == 2


def test_a_page_with_a_fault_shows_what_the_campaign_chose_too(client: InspectingClient, opened: Opened) -> None:
    opened()
    client.get(AT)
    again = answer(client, 8, choice="never", text="Kept.")
    assert again.status_code == 422
    page = soup(again)
    assert not page.select(".app-sides")
    back = page.select_one(".govuk-back-link")
    assert back is not None
    assert back["href"] == f"/{PACK}/question/6"


def test_answers_stay_with_the_campaign_where_they_began(client: InspectingClient, opened: Opened) -> None:
    answer(client, 1, choice="agree")
    opened()
    assert "They count where you began them." in main_of(client, AT)
    assert "Questions that the organiser chose" not in main_of(client, f"/{PACK}/tasks")


def test_before_it_opens_one_can_write_and_not_share(client: InspectingClient, opened: Opened) -> None:
    opened(replace(PLAN, opens_on=date(2026, 3, 20)))
    assert "You can share from 20 March 2026 on." in main_of(client, AT)
    answer(client, 6, text="One.")
    assert "You can share from 20 March 2026 on." in main_of(client, f"/{PACK}/share")


def test_a_campaign_that_ended_stays_to_be_seen_while_its_tallies_cannot_be_opened(
    app: Flask, client: InspectingClient, opened: Opened
) -> None:
    opened()
    with app.app_context():
        crowd(BATCH + 1, answers(campaign=SLUG))
        with writing() as connection:
            connection.execute(update(TallyRow).values(sealed=b"under another secret"))
    with time_machine.travel("2026-04-02T12:00:00Z", tick=False):
        assert "This campaign has closed" in main_of(client, AT)


def test_while_paused_one_can_write_and_take_away_and_not_share(
    app: Flask, client: InspectingClient, opened: Opened
) -> None:
    opened()
    client.get(AT)
    answer(client, 6, text="One.")
    token = text_of(soup(client.get(f"/{PACK}/share")).h1)
    assert token == "Share your answers, or not"
    page = client.get(f"/{PACK}/share")
    move(app, State.PAUSED)
    for address in (AT, f"/{PACK}/tasks", f"/{PACK}/share", f"/{PACK}/share/words"):
        assert "The organiser has paused sharing for now." in main_of(client, address)
    guard = soup(page).select_one("input[name=csrf_token]")
    assert guard is not None
    refused = client.post(f"/{PACK}/share", data={"csrf_token": str(guard["value"]), "share": "counts"})
    assert refused.status_code == 409
    assert "has paused sharing" in text_of(soup(refused).main)
    assert post(client, "download", name="", face="docx").status_code == 200
    move(app, State.OPEN)
    assert share(client).status_code == 303


def test_nothing_can_always_be_chosen(app: Flask, client: InspectingClient, opened: Opened) -> None:
    opened()
    client.get(AT)
    answer(client, 6, text="One.")
    assert share(client).status_code == 303
    token = soup(client.get(f"/{PACK}/delete")).select_one("input[name=csrf_token]")
    assert token is not None
    move(app, State.PAUSED)
    given = {"csrf_token": str(token["value"]), "share": "nothing"}
    assert client.post(f"/{PACK}/share", data=given).status_code == 303
    assert "What you shared is deleted" in main_of(client, f"/{PACK}/shared")


@pytest.mark.parametrize("path", ["share", "share/words"])
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_whoever_gets_the_answers_is_named_where_people_say_yes(
    client: InspectingClient, opened: Opened, path: str, prefix: str
) -> None:
    opened(
        replace(PLAN, organiser="=1+1 <script>alert(1)</script>", title="Deptford <b>answers</b>", language="cy")
    )
    client.get(AT)
    answer(client, 6, text="One.")
    page = soup(client.get(f"{prefix}/{PACK}/{path}"))
    theirs = page.select_one("main .app-theirs")
    assert theirs is not None
    words = [text_of(each) for each in theirs.select(".app-words[lang=cy]")]
    assert words == ["=1+1 <script>alert(1)</script>", "Deptford <b>answers</b>"]
    assert [str(link["href"]) for link in theirs.select("a")] == [f"{prefix}{AT}/privacy"]
    assert not theirs.select("script, b")
    if not prefix:
        assert "These are their words, not ours, and not the Government's." in text_of(theirs)


def test_a_campaign_without_an_organisers_name_is_named_by_its_own(
    client: InspectingClient, opened: Opened
) -> None:
    opened(replace(PLAN, organiser=""))
    client.get(AT)
    answer(client, 6, text="One.")
    assert "the organisers of the campaign Deptford answers" in main_of(client, f"/{PACK}/share")


def test_who_came_by_no_campaign_is_told_of_none(client: InspectingClient) -> None:
    answer(client, 6, text="One.")
    assert not soup(client.get(f"/{PACK}/share")).select(".app-theirs")
