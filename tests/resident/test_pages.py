"""Every page of the resident's site, in both languages, held to the rules by the inspecting client."""

from __future__ import annotations

import pytest
from werkzeug.test import TestResponse

from consult.packs.model import Pack
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post, share

PAGES = (
    f"/{PACK}/",
    f"/{PACK}/questions",
    f"/{PACK}/background",
    f"/{PACK}/tasks",
    *(f"/{PACK}/question/{number}" for number in range(1, 18)),
    f"/{PACK}/about-you",
    f"/{PACK}/check",
    f"/{PACK}/preview",
    f"/{PACK}/download",
    f"/{PACK}/paste",
    f"/{PACK}/paste/1",
    f"/{PACK}/paste/2",
    f"/{PACK}/paste/6",
    f"/{PACK}/blank-form",
    f"/{PACK}/share",
    f"/{PACK}/share/words",
    f"/{PACK}/shared",
    f"/{PACK}/later",
    f"/{PACK}/delete",
    f"/c/{PACK}",
    f"/c/{PACK}/privacy",
    "/type-in",
    "/come-back",
    "/take-back",
    "/privacy",
    "/accessibility",
)


@pytest.mark.parametrize("language", ["", "/cy"])
def test_every_page_opens_before_and_after_answering(client: InspectingClient, language: str) -> None:
    for path in PAGES:
        assert client.get(language + path).status_code == 200, path
    answer(client, 1, choice="agree", text="One.\r\n\r\nTwo.")
    answer(client, 6, text="Three.")
    for path in PAGES:
        assert client.get(language + path).status_code == 200, path
    share(client, "words")
    for path in PAGES:
        assert client.get(language + path, follow_redirects=True).status_code == 200, path


def test_the_first_address_leads_to_the_one_consultation(client: InspectingClient) -> None:
    assert client.get("/").location == f"/{PACK}/"
    assert client.get("/cy/").location == f"/cy/{PACK}/"


def test_the_landing_page_says_that_it_is_closed_and_what_a_response_can_still_do(
    client: InspectingClient, pack: Pack
) -> None:
    words = text_of(soup(client.get(f"/{PACK}/")).main)
    assert "This consultation is closed. It ran from 4 December 2025 to 12 February 2026." in words
    assert all(use in words for use in pack.still_useful)
    assert "had not published its response" in words


def test_the_whole_list_has_every_question_in_full(client: InspectingClient, pack: Pack) -> None:
    words = text_of(soup(client.get(f"/{PACK}/questions")).main)
    assert all(" ".join(question.wording.text.split()) in words for question in pack.questions)


def test_the_task_list_shows_what_is_done(client: InspectingClient) -> None:
    answer(client, 8, choice="dont-know")
    tasks = soup(client.get(f"/{PACK}/tasks"))
    done = [text_of(item) for item in tasks.select(".govuk-task-list__item") if "Answered" in text_of(item)]
    assert len(done) == 1
    assert done[0].startswith("8. ")
    assert "answered 1 question out of 17" in text_of(tasks)


def test_the_check_page_names_what_was_skipped_and_links_to_it(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="One.\r\n\r\nTwo.")
    page = soup(client.get(f"/{PACK}/check"))
    assert [text_of(each) for each in page.select("#q1 .govuk-summary-list__value p")] == ["Agree", "One.", "Two."]
    assert text_of(page.select_one("#q2 .govuk-summary-list__value")) == "Skipped"
    link = page.select_one("#q2 a")
    assert link is not None
    assert link["href"] == f"/{PACK}/question/2?return=check"
    assert text_of(link) == "Answer question 2"


def told(response: TestResponse) -> list[str]:
    return [str(each["value"]) for each in soup(response).select("option[selected], input[checked]")]


def test_about_you_is_kept_and_a_borough_tells_the_region(client: InspectingClient) -> None:
    post(client, "about-you", region="wales", capacity="individual")
    assert told(client.get(f"/{PACK}/about-you")) == ["individual", "wales"]
    post(client, "about-you", borough="camden")
    assert told(client.get(f"/{PACK}/about-you")) == ["london", "camden"]


def test_a_borough_in_another_region_is_asked_about_and_not_dropped(client: InspectingClient) -> None:
    refused = post(client, "about-you", region="wales", borough="camden", capacity="individual")
    assert refused.status_code == 422
    assert told(refused) == ["individual", "wales", "camden"]
    assert "This goes with “London” above only" in text_of(soup(refused).select_one(".govuk-error-summary"))


def test_about_you_refuses_an_option_that_is_not_there(client: InspectingClient) -> None:
    assert post(client, "about-you", region="atlantis").status_code == 422


def test_a_welsh_page_marks_what_is_in_english(client: InspectingClient) -> None:
    page = soup(client.get(f"/cy/{PACK}/question/1"))
    wording = page.select_one("#wording")
    assert wording is not None
    assert wording["lang"] == "en"
    assert page.html is not None
    assert page.html["lang"] == "cy"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere", 308), ("/nowhere/", 404), ("/fr/", 404), (f"/{PACK}/nowhere", 404), (f"/{PACK}/for/nobody", 404)],
)
def test_an_unknown_address_is_a_clear_page(client: InspectingClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_the_language_of_an_error_page_follows_the_address(client: InspectingClient) -> None:
    page = soup(client.get(f"/cy/{PACK}/nowhere"))
    assert page.html is not None
    assert page.html["lang"] == "cy"
