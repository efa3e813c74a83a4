"""Answers that are there again under a phrase whose answers were counted already."""

from __future__ import annotations

from flask import Flask

from consult.answers.sheet import Answer, AnswerSheet
from consult.store import drafts
from consult.store.mixing.mix import BATCH
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import post, share
from tests.resident.test_share import count, crowd


def save_late(app: Flask, client: InspectingClient, words: str) -> None:
    """Save under a phrase whose answers were counted, as another device may that was just saving."""
    cookie = client.get_cookie(f"answers-{PACK}")
    assert cookie is not None
    sheet = AnswerSheet(PACK, 1, {"q6": Answer(text=words)}, campaign=PACK)
    with app.app_context():
        drafts.save(cookie.value, sheet.to_json())


def test_what_cannot_be_shared_is_not_deleted(app: Flask) -> None:
    clients = crowd(app, BATCH)
    save_late(app, clients[0], "New words.")
    share(clients[0], "words")
    assert "New words." in clients[0].get(f"/{PACK}/check").text
    page = text_of(soup(clients[0].get(f"/{PACK}/shared")).main)
    assert "Get your document" in page
    assert "were deleted from this site" not in page


def test_sharing_again_after_the_count_says_that_it_stays_as_it_was(app: Flask) -> None:
    clients = crowd(app, BATCH)
    save_late(app, clients[0], "New words.")
    page = soup(post(clients[0], "share", share="counts", follow=True))
    assert "counted before, and stay as they were" in text_of(page.main)
    assert (count(app, "q1", "agree"), count(app, "", "")) == (BATCH, BATCH)
