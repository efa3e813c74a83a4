"""The answers to copy into the official form: the very text, its length, in order."""

from __future__ import annotations

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post

WORDS = "First line.\r\n  Second, set in.\r\n\r\nA second paragraph & <more>."
WHILE_OPEN = "2026-01-15T12:00:00Z"


def box(page: BeautifulSoup) -> str:
    field = page.select_one("textarea#words[readonly]")
    assert field is not None
    return field.get_text().removeprefix("\n")


def one(client: InspectingClient, number: int) -> BeautifulSoup:
    return soup(client.get(f"/{PACK}/paste/{number}"))


def test_the_box_has_the_very_words_and_the_choice_stands_above(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    page = one(client, 1)
    typed = WORDS.replace("\r\n", "\n")
    assert box(page) == typed
    assert "Choose this: Agree" in text_of(page.main)
    assert f"{len(typed)} characters." in text_of(page.select_one("#words-hint"))
    field = page.select_one("#words")
    assert field is not None
    assert field["dir"] == "auto"


def test_the_words_are_those_of_the_document(client: InspectingClient) -> None:
    answer(client, 1, text="one\x00 two\u202e three\r\nمرحبا\r\n\r\nfour")
    text = post(client, "download", face="txt").get_data(as_text=True)
    for line in box(one(client, 1)).splitlines():
        assert line in text


def test_one_leads_to_the_next_past_what_was_skipped(client: InspectingClient) -> None:
    for number in (2, 5, 9):
        answer(client, number, text="x")

    def links(number: int) -> list[str]:
        return [str(link["href"]) for link in one(client, number).select("nav.govuk-pagination a")]

    assert links(2) == [f"/{PACK}/paste/5"]
    assert links(5) == [f"/{PACK}/paste/2", f"/{PACK}/paste/9"]
    assert links(9) == [f"/{PACK}/paste/5"]
    assert "This is answer 2 of 3." in text_of(one(client, 5).main)
    assert "That was the last one." in text_of(one(client, 9).main)


def test_the_list_has_each_answer_with_its_length(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="🙂" * 1234)
    answer(client, 2, choice="disagree")
    answer(client, 6, text="x")
    page = soup(client.get(f"/{PACK}/paste"))
    values = [text_of(each) for each in page.select(".govuk-summary-list__value")]
    assert values == ["Agree 1,234 characters", "Disagree No words to copy", "1 character"]
    targets = [str(link["href"]) for link in page.select(".govuk-summary-list a")]
    assert targets == [f"/{PACK}/paste/{number}" for number in (1, 2, 6)]


def test_a_choice_without_words_has_no_box(client: InspectingClient) -> None:
    answer(client, 2, choice="disagree")
    page = one(client, 2)
    assert page.select("textarea") == []
    assert "Choose this: Disagree" in text_of(page.main)


def test_a_skipped_question_says_so(client: InspectingClient) -> None:
    assert "You have not answered this question" in text_of(one(client, 3).main)
    assert "nothing to copy yet" in text_of(soup(client.get(f"/{PACK}/paste")).main)


@pytest.mark.parametrize("number", ["0", "18", "x", "-1"])
def test_a_question_that_is_not_there_is_not_found(client: InspectingClient, number: str) -> None:
    assert client.get(f"/{PACK}/paste/{number}").status_code == 404


@pytest.mark.parametrize("path", ["paste", "paste/1"])
def test_the_official_form_is_linked_only_while_it_takes_answers(client: InspectingClient, path: str) -> None:
    with time_machine.travel(WHILE_OPEN, tick=False):
        answer(client, 1, text="x")
        page = soup(client.get(f"/{PACK}/{path}"))
    assert page.select("a[href^='https://www.homeofficesurveys']")
    assert "is closed" not in text_of(page.main)
    with time_machine.travel("2026-02-13T12:00:00Z", tick=False):
        answer(client, 1, text="x")
        page = soup(client.get(f"/{PACK}/{path}"))
    assert not page.select("a[href^='https://www.homeofficesurveys']")
    assert "This consultation is closed." in text_of(page.main)


@pytest.mark.parametrize("text", ["</textarea><script>", "{{ 7*7 }}", "&amp;", "\u05e9\u05dc\u05d5\u05dd <b>"])
def test_markup_comes_as_it_was_typed(client: InspectingClient, text: str) -> None:
    answer(client, 1, text=text)
    assert box(one(client, 1)) == text
