"""Sharing, or not; the receipt; taking it back."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.store import tallies
from consult.store.mix import BATCH
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post, share


def crowd(app: Flask, size: int) -> list[InspectingClient]:
    """Let `size` people answer question 1 and share, and return their browsers."""
    clients = []
    for _ in range(size):
        client = app.test_client()
        assert isinstance(client, InspectingClient)
        answer(client, 1, choice="agree")
        assert share(client).status_code == 303
        clients.append(client)
    return clients


def count(app: Flask, question: str, option: str) -> int:
    with app.app_context():
        found = [t for t in tallies.tallies(PACK) if (t.question, t.option, t.attribute) == (question, option, "")]
    return sum(tally.count for tally in found)


def receipt(client: InspectingClient) -> str:
    return text_of(soup(client.get(f"/{PACK}/shared")).select_one(".app-phrase"))


def test_nothing_is_preselected_and_a_choice_must_be_made(client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    assert soup(client.get(f"/{PACK}/share")).select("input[checked]") == []
    refused = post(client, "share")
    assert refused.status_code == 422
    link = soup(refused).select_one(".govuk-error-summary a")
    assert link is not None
    assert link["href"] == "#share"


def test_an_empty_response_cannot_be_shared(client: InspectingClient) -> None:
    assert share(client).status_code == 422
    assert post(client, "share", share="nothing").status_code == 303


def test_nine_wait_and_ten_are_counted(app: Flask) -> None:
    clients = crowd(app, BATCH - 1)
    assert count(app, "q1", "agree") == 0
    assert "waiting for others" in text_of(soup(clients[0].get(f"/{PACK}/shared")))
    clients += crowd(app, 1)
    assert count(app, "q1", "agree") == BATCH
    assert "mixed with others and counted" in text_of(soup(clients[0].get(f"/{PACK}/shared")))


def test_sharing_twice_counts_once(app: Flask) -> None:
    clients = crowd(app, BATCH)
    share(clients[0])
    share(clients[0], "words")
    assert count(app, "", "") == BATCH


def test_sharing_again_after_the_count_says_that_it_stays_as_it_was(app: Flask) -> None:
    clients = crowd(app, BATCH)
    answer(clients[0], 1, choice="disagree")
    page = soup(post(clients[0], "share", share="counts", follow=True))
    assert "counted before, and stay as they were" in text_of(page.main)
    assert (count(app, "q1", "agree"), count(app, "q1", "disagree")) == (BATCH, 0)


def test_words_that_may_tell_who_it_is_are_pointed_out(client: InspectingClient) -> None:
    answer(client, 6, text="I was stopped at Stratford station on 3 May 2025.")
    answer(client, 7, text="I am the only blind baker in my village.")
    sections = soup(client.get(f"/{PACK}/share/words")).select("section")
    assert [("when and where" in text_of(each), "one person only" in text_of(each)) for each in sections] == [
        (True, False),
        (False, True),
    ]


def test_a_change_of_mind_to_nothing_takes_it_back(app: Flask) -> None:
    clients = crowd(app, BATCH)
    share(clients[0], "nothing")
    assert count(app, "", "") == BATCH - 1
    assert "nothing was kept" in text_of(soup(clients[0].get(f"/{PACK}/shared")))


@pytest.mark.parametrize("size", [1, BATCH])
def test_the_receipt_takes_it_back_before_and_after_the_mix(app: Flask, size: int) -> None:
    clients = crowd(app, size)
    phrase = receipt(clients[0])
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    assert post(other, "/take-back", phrase=phrase).status_code == 200
    assert post(other, "/take-back", phrase=phrase).status_code == 404
    assert count(app, "q1", "agree") == (size - 1 if size == BATCH else 0)


def test_the_receipt_does_not_open_the_answers(client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    share(client)
    assert post(client, "/come-back", phrase=receipt(client)).status_code == 404


def test_words_are_shown_masked_before_they_are_shared(client: InspectingClient) -> None:
    answer(client, 6, text="Call me on 020 7946 0123 about it.")
    page = soup(post(client, "share", share="words", follow=True))
    shown = text_of(page.select_one("blockquote"))
    assert "7946" not in shown
    assert "about it" in shown
    assert "1 detail was taken out" in text_of(page)


def test_a_stale_guard_keeps_the_choice(client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    refused = client.post(f"/{PACK}/share", data={"csrf_token": "old", "share": "counts"})
    assert refused.status_code == 400
    assert [str(field["value"]) for field in soup(refused).select("input[checked]")] == ["counts"]
