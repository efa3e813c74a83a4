"""Stopping, coming back and deleting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from werkzeug.test import TestResponse

from consult.store import drafts
from consult.web import limits
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer, post, share


def phrase_on(page: TestResponse) -> str:
    return text_of(soup(page).select_one(".app-phrase"))


@pytest.fixture
def limited(app: Flask) -> Iterator[None]:
    """Switch the limits on, with nothing counted."""
    limits.limiter.enabled = True
    with app.app_context():
        limits.limiter.reset()
    limits.failures.reset()
    yield
    limits.failures.reset()


def test_the_phrase_opens_the_answers_on_another_device(app: Flask, client: InspectingClient) -> None:
    answer(client, 3, choice="agree", text="From my phone.")
    phrase = phrase_on(client.get(f"/{PACK}/later"))
    assert len(phrase.split()) == 8
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    opened = post(other, "/come-back", phrase=phrase.upper().replace(" ", ", "))
    assert (opened.status_code, opened.location) == (303, f"/{PACK}/tasks")
    assert "From my phone." in other.get(f"/{PACK}/check").get_data(as_text=True)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("", "Type all eight words."),
        ("1 2 3", "Type all eight words."),
        ("\x00\ud83d", "Type all eight words."),
        ("a" * 100_000, "Type all eight words."),
        ("one twoo", "You typed 2 words. There are eight."),
        ("abandon", "You typed 1 word. There are eight."),
        ("abandon " * 9, "You typed 9 words. There are eight."),
        ("<b>", "You typed 1 word. There are eight. Word 1: we do not know it."),
        ("abandon " * 6 + "zzzz oven", "Word 7: we do not know it. Check how it is spelt."),
        ("abandon " * 3 + "leter zoo zzz zoo zoo", "Word 4: type in full which one it is: later, letter."),
    ],
)
@pytest.mark.parametrize("path", ["/come-back", "/take-back"])
def test_words_that_cannot_be_read_are_named_and_what_was_typed_is_kept(
    client: InspectingClient, path: str, phrase: str, said: str
) -> None:
    sent = phrase.encode("utf-8", "replace").decode()
    refused = post(client, path, phrase=sent)
    summary = soup(refused).select_one(".govuk-error-summary")
    assert refused.status_code == 422
    assert said in text_of(summary)
    assert summary is not None
    assert {str(link["href"]) for link in summary.select("a")} == {"#phrase"}
    field = soup(refused).select_one("#phrase")
    assert field is not None
    assert str(field["value"]).strip() == sent.replace("\0", "").strip() or "\0" in sent
    assert said in text_of(soup(refused).select_one("#phrase-error"))


def test_slips_in_the_words_are_forgiven(app: Flask, client: InspectingClient) -> None:
    answer(client, 3, text="From my phone.")
    words = phrase_on(client.get(f"/{PACK}/later")).split()
    slipped = "".join(f"{at}. {word[:4].title()}\n" for at, word in enumerate(words, start=1))
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    assert post(other, "/come-back", phrase=slipped).status_code == 303
    assert "From my phone." in other.get(f"/{PACK}/check").get_data(as_text=True)


def test_a_phrase_that_opens_nothing_says_so(client: InspectingClient) -> None:
    refused = post(client, "/come-back", phrase="abandon " * 8)
    assert refused.status_code == 404
    assert "No answers belong to these words." in text_of(soup(refused).select_one(".govuk-error-summary"))


def test_the_page_says_for_how_long_answers_are_kept(app: Flask, client: InspectingClient) -> None:
    answer(client, 3, text="From my phone.")
    assert "after 24 to 30 days" in text_of(soup(client.get(f"/{PACK}/later")))
    app.config["DRAFT_DAYS"] = 60
    assert "after 54 to 60 days" in text_of(soup(client.get(f"/{PACK}/later")))
    assert "after 54 to 60 days" in text_of(soup(client.get("/privacy")))


def test_whoever_comes_back_after_sharing_gets_the_receipt(app: Flask, client: InspectingClient) -> None:
    answer(client, 3, choice="agree")
    phrase = phrase_on(client.get(f"/{PACK}/later"))
    share(client)
    receipt = phrase_on(client.get(f"/{PACK}/shared"))
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    page = post(other, "/come-back", phrase=phrase)
    assert page.status_code == 200
    assert phrase_on(page) == receipt != phrase
    post(other, "/take-back", phrase=receipt)
    assert post(other, "/come-back", phrase=phrase).status_code == 404


def test_a_browser_whose_answers_are_gone_is_told_so(app: Flask, client: InspectingClient) -> None:
    answer(client, 1, text="To be forgotten.")
    with app.app_context():
        drafts.delete(phrase_on(client.get(f"/{PACK}/later")))
    for page in ("tasks", "check", "question/1"):
        assert "not here any more" in text_of(soup(client.get(f"/{PACK}/{page}")).main)
    answer(client, 1, text="Anew.")
    assert "not here any more" not in text_of(soup(client.get(f"/{PACK}/tasks")).main)


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


@pytest.mark.parametrize("path", ["/come-back", "/take-back"])
@pytest.mark.usefixtures("limited")
def test_too_many_guesses_have_to_wait_and_keep_what_was_typed(client: InspectingClient, path: str) -> None:
    tries = [post(client, path, phrase="abandon") for _ in range(21)]
    assert [each.status_code for each in tries] == [422] * 20 + [429]
    assert tries[-1].headers["Retry-After"] == "60"
    field = soup(tries[-1]).select_one("#phrase")
    assert field is not None
    assert field["value"] == "abandon"
    assert client.get(path).status_code == 200


@pytest.mark.usefixtures("limited")
def test_in_a_flood_from_many_addresses_each_has_few_tries_and_still_some(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FLOOD", 10)
    answer(client, 3, text="Mine.")
    phrase = phrase_on(client.get(f"/{PACK}/later"))
    token = guard(client.get("/come-back"))

    def tries(address: str, words: str) -> int:
        data = {"csrf_token": token, "phrase": words}
        return client.post("/come-back", data=data, environ_base={"REMOTE_ADDR": address}).status_code

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=1), tick=False):
        assert [tries(f"192.0.2.{at}", "abandon") for at in range(10)] == [422] * 10
        assert [tries("198.51.100.7", "abandon") for _ in range(5)] == [422] * 3 + [429] * 2
        assert tries("203.0.113.9", phrase) == 303


@pytest.mark.usefixtures("limited")
def test_right_words_count_towards_no_flood(client: InspectingClient) -> None:
    answer(client, 3, text="Mine.")
    phrase = phrase_on(client.get(f"/{PACK}/later"))
    limits.failures.reset()
    for _ in range(5):
        assert post(client, "/come-back", phrase=phrase).status_code == 303
    assert limits.failures._count == 0
