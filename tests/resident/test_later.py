"""Stopping, coming back and deleting."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.store import drafts
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post, share


def phrase_on(page: object) -> str:
    return text_of(soup(page).select_one(".app-phrase"))  # type: ignore[arg-type] # a test response


def test_the_phrase_opens_the_answers_on_another_device(app: Flask, client: InspectingClient) -> None:
    answer(client, 3, choice="agree", text="From my phone.")
    phrase = phrase_on(client.get(f"/{PACK}/later"))
    assert len(phrase.split()) == 7
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    opened = post(other, "/come-back", phrase=phrase.upper().replace(" ", ", "))
    assert (opened.status_code, opened.location) == (303, f"/{PACK}/tasks")
    assert "From my phone." in other.get(f"/{PACK}/check").get_data(as_text=True)


@pytest.mark.parametrize("phrase", ["", "one two", "abandon " * 8, "\x00\ud83d", "<b>", "zzzz " * 7, "a" * 100_000])
def test_a_malformed_phrase_is_explained_and_kept(client: InspectingClient, phrase: str) -> None:
    refused = post(client, "/come-back", phrase=phrase.encode("utf-8", "replace").decode())
    assert refused.status_code == 422
    assert "all seven words" in text_of(soup(refused).select_one(".govuk-error-summary"))


def test_a_phrase_that_opens_nothing_says_so(client: InspectingClient) -> None:
    assert post(client, "/come-back", phrase="abandon " * 7).status_code == 404


def test_without_answers_there_is_no_phrase(client: InspectingClient) -> None:
    assert soup(client.get(f"/{PACK}/later")).select_one(".app-phrase") is None


def test_deleting_takes_everything_away_at_once(app: Flask, client: InspectingClient) -> None:
    answer(client, 1, text="To be forgotten.")
    phrase = phrase_on(client.get(f"/{PACK}/later")).replace(" ", "-")
    share(client)
    receipt = phrase_on(client.get(f"/{PACK}/shared"))
    assert "deleted" in text_of(soup(post(client, "delete")))
    with app.app_context():
        assert drafts.load(phrase) is None
    assert "To be forgotten." not in client.get(f"/{PACK}/check").get_data(as_text=True)
    assert post(client, "/take-back", phrase=receipt).status_code == 404


def test_too_many_guesses_have_to_wait(app: Flask, client: InspectingClient) -> None:
    from consult.web.limits import limiter  # noqa: PLC0415 - only this test switches it on

    limiter.enabled = True
    with app.app_context():
        limiter.reset()
    statuses = [post(client, "/come-back", phrase="x").status_code for _ in range(21)]
    assert statuses == [422] * 20 + [429]
    assert client.get("/come-back").status_code == 200
