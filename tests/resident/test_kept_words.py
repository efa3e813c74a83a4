"""What is kept of a person's words says nothing of the pages on which they were written, or of the keyboard."""

from __future__ import annotations

from itertools import cycle

from flask import Flask
from sqlalchemy import text

from consult.store.database import reading
from consult.store.mixing.mix import BATCH
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup

SAID = (
    "Sarah Okafor can’t be reached—not on 020 7946 0123, “they say”.",
    'Sarah Okafor can\'t be reached -- not  on 020 7946\u00a00123, "they say".',
)
KEPT = 'Xxx can\'t be reached - not on yyy, "they say".'


def share_words(client: InspectingClient, said: str, *, prefix: str) -> str:
    """Write and share in the pages of one language. Return the words that were shown first."""
    page = f"{prefix}/{PACK}/question/6"
    client.post(page, data={"csrf_token": guard(client.get(page)), "text": said})
    shown = soup(client.get(f"{prefix}/{PACK}/share/words"))
    fields = {str(each["name"]): str(each["value"]) for each in shown.select("main form input[type=hidden]")}
    assert client.post(f"{prefix}/{PACK}/share/words", data={**fields, "share": "words"}).status_code == 303
    quoted = shown.select_one("blockquote")
    assert quoted is not None
    return quoted.get_text()


def test_the_same_words_are_kept_alike_whatever_the_pages_and_the_keyboard(app: Flask) -> None:
    shown = set()
    for _, said, prefix in zip(range(BATCH), cycle(SAID), cycle(["", "", "/cy", "/cy"]), strict=False):
        client = app.test_client()
        assert isinstance(client, InspectingClient)
        shown.add(share_words(client, said, prefix=prefix))
    with app.app_context(), reading() as connection:
        stored = connection.execute(text("SELECT text FROM comments")).scalars().all()
    assert len(stored) == BATCH
    assert set(stored) == shown == {KEPT.replace("Xxx", "[name removed]").replace("yyy", "[phone number removed]")}


def test_welsh_words_are_masked_in_welsh_on_english_pages_too(client: InspectingClient) -> None:
    assert "[enw wedi'i dynnu]" in share_words(
        client, "Mae Adaeze Okafor yn byw yn y tŷ a dw i wedi ei gweld hi yno.", prefix=""
    )
