"""Two windows with the same question: neither loses the other's words, and nobody is told off."""

from __future__ import annotations

import pytest
from werkzeug.test import TestResponse

from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer

FIRST, SECOND = "What I wrote in one window.", "What I wrote in the other."


class Window:
    """A question as it was opened, to be saved later."""

    def __init__(self, client: InspectingClient, number: int) -> None:
        self._client, self._path = client, f"/{PACK}/question/{number}"
        self._take(client.get(self._path))

    def save(self, **fields: str) -> TestResponse:
        response = self._client.post(self._path, data={"csrf_token": self._guard, "seen": self.seen, **fields})
        if response.status_code != 303:
            self._take(response)
        return response

    def _take(self, response: TestResponse) -> None:
        self._guard = guard(response)
        self.seen = str(soup(response).select("input[name=seen]")[0]["value"])


def kept(client: InspectingClient, number: int) -> str:
    return text_of(soup(client.get(f"/{PACK}/question/{number}")).select_one("textarea"))


@pytest.mark.parametrize("before", ["", "What stood there."])
def test_who_saves_second_sees_both_texts_and_then_decides(client: InspectingClient, before: str) -> None:
    if before:
        answer(client, 6, text=before)
    one, other = Window(client, 6), Window(client, 6)
    assert one.save(text=FIRST).status_code == 303
    refused = other.save(text=SECOND)
    page = soup(refused)
    assert refused.status_code == 409
    assert text_of(page.select_one("textarea")) == SECOND
    assert FIRST in text_of(page.select_one(".govuk-inset-text"))
    assert kept(client, 6) == FIRST
    assert other.save(text=f"{FIRST} {SECOND}").status_code == 303
    assert kept(client, 6) == f"{FIRST} {SECOND}"


def test_a_choice_made_in_the_other_window_is_shown_in_words(client: InspectingClient) -> None:
    one, other = Window(client, 1), Window(client, 1)
    one.save(choice="disagree")
    refused = other.save(choice="agree", text=SECOND)
    assert refused.status_code == 409
    assert "Disagree" in text_of(soup(refused).select_one(".govuk-inset-text"))


def test_the_same_answer_saved_twice_is_no_quarrel(client: InspectingClient) -> None:
    one, other = Window(client, 6), Window(client, 6)
    assert [each.save(text=FIRST).status_code for each in (one, other)] == [303, 303]


def test_what_was_emptied_in_the_other_window_may_be_written_anew(client: InspectingClient) -> None:
    answer(client, 6, text=FIRST)
    one, other = Window(client, 6), Window(client, 6)
    one.save(text="")
    assert other.save(text=SECOND).status_code == 303
    assert kept(client, 6) == SECOND


def test_a_mistake_does_not_hide_that_the_other_window_saved(client: InspectingClient) -> None:
    one, other = Window(client, 1), Window(client, 1)
    assert other.save(choice="no such option", text=SECOND).status_code == 422
    one.save(text=FIRST)
    assert other.save(text=SECOND).status_code == 409


def test_two_questions_in_two_windows_are_both_kept(client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    one, other = Window(client, 6), Window(client, 7)
    assert [one.save(text=FIRST).status_code, other.save(text=SECOND).status_code] == [303, 303]
    assert (kept(client, 6), kept(client, 7)) == (FIRST, SECOND)
