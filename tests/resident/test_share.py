"""Sharing, or not; the receipt; taking it back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, text

from consult.answers.citing import sites
from consult.packs.model import Pack
from consult.results.tally import CITED
from consult.store import campaigns, drafts
from consult.store.database import StoreUnavailable, reading
from consult.store.mixing.mix import BATCH
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer, post, share

COUNT = "SELECT count(*) FROM records WHERE question = :question AND option = :option"


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


def on_disk(folder: Path) -> bytes:
    """Return everything that the database has written, with its log."""
    return b"".join(part.read_bytes() for part in folder.glob("consult.db*"))


def count(app: Flask, question: str, option: str) -> int:
    """Return how many records there are: what is shown moves only when enough people have come or gone."""
    with app.app_context(), reading() as connection:
        wanted = {"question": question, "option": option}
        return connection.scalar(text(COUNT), wanted) or 0


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


@pytest.mark.parametrize("others", [0, BATCH - 1])
@pytest.mark.parametrize("path", ["share", "share/words"])
def test_the_second_click_leads_to_the_same_receipt(
    app: Flask, client: InspectingClient, path: str, others: int
) -> None:
    crowd(app, others)
    answer(client, 1, choice="agree")
    token = guard(client.get(f"/{PACK}/{path}"))
    data = {"csrf_token": token, "share": "counts"}
    both = [client.post(f"/{PACK}/{path}", data=data) for _ in range(2)]
    assert [(each.status_code, each.location) for each in both] == [(303, f"/{PACK}/shared")] * 2
    first, again = (client.get(f"/{PACK}/shared") for _ in range(2))
    assert first.text == again.text
    assert "Your receipt" in first.text
    assert count(app, "", "") == (BATCH if others else 0)


def test_sharing_deletes_the_answers_and_every_page_makes_sense_after_it(
    app: Flask, client: InspectingClient
) -> None:
    answer(client, 6, text="These very words.")
    cookie = client.get_cookie(f"answers-{PACK}")
    assert cookie is not None
    share(client)
    with app.app_context():
        assert drafts.load(cookie.value) is None
    for path in ("share", "share/words"):
        assert client.get(f"/{PACK}/{path}").location == f"/{PACK}/shared"
    for path in ("tasks", "check", "question/6", "download", "preview", "paste", "later", "delete", "about-you"):
        page = client.get(f"/{PACK}/{path}")
        assert page.status_code == 200
        assert "These very words." not in page.text
    assert "not here any more" in text_of(soup(client.get(f"/{PACK}/check")).main)


def test_sharing_nothing_keeps_the_answers(client: InspectingClient) -> None:
    answer(client, 6, text="These very words.")
    share(client, "nothing")
    assert "These very words." in client.get(f"/{PACK}/check").text


def test_the_document_comes_first(client: InspectingClient) -> None:
    answer(client, 6, text="These very words.")
    for path in ("share", "share/words"):
        main = soup(client.get(f"/{PACK}/{path}")).main
        assert "You have not got your document yet" in text_of(main)
        assert main is not None
        assert main.select(f"a[href='/{PACK}/download']")
    post(client, "download", face="docx")
    assert "You have not got your document yet" not in text_of(soup(client.get(f"/{PACK}/share")).main)
    assert "your answers are deleted from this site" in text_of(soup(client.get(f"/{PACK}/share")).main)
    answer(client, 6, text="Other words.")
    assert "You have not got your document yet" in text_of(soup(client.get(f"/{PACK}/share")).main)


def test_a_store_that_fails_to_delete_says_so_and_the_next_try_does_it(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_phrase: str) -> None:
        raise StoreUnavailable

    answer(client, 1, choice="agree")
    with monkeypatch.context() as failing:
        failing.setattr(drafts, "delete", fails)
        assert share(client).status_code == 503
    assert share(client).status_code == 303
    assert "not here any more" in text_of(soup(client.get(f"/{PACK}/check")).main)


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
    token = guard(clients[0].get(f"/{PACK}/delete"))
    assert clients[0].post(f"/{PACK}/share", data={"csrf_token": token, "share": "nothing"}).status_code == 303
    assert count(app, "", "") == BATCH - 1
    page = text_of(soup(clients[0].get(f"/{PACK}/shared")).main)
    assert "What you shared is deleted" in page
    assert "Nothing of yours is shared" in page


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


def test_a_site_of_the_guides_is_counted_only_with_shared_words(app: Flask, pack: Pack) -> None:
    host, source = next(iter(sites(pack).items()))
    for number in range(2 * BATCH):
        client = app.test_client()
        assert isinstance(client, InspectingClient)
        answer(client, 6, text=f"See https://www.{host}/a-page and https://elsewhere.example.org/me")
        share(client, "words" if number % 2 else "counts")
    assert count(app, CITED, source.id) == BATCH


@pytest.mark.parametrize("road", ["share", "delete everything", "come back too late"])
def test_an_erased_draft_leaves_no_byte_in_the_database_or_its_log(
    client: InspectingClient, tmp_path: Path, road: str
) -> None:
    """Backups made before keep it: docs/privacy.md says for how long."""
    answer(client, 6, text="These very words. " * 1000)
    with sqlite3.connect(tmp_path / "consult.db") as connection:
        [(lookup, ciphertext)] = connection.execute("SELECT lookup, ciphertext FROM drafts").fetchall()
        if road == "come back too late":
            connection.execute("UPDATE drafts SET expires_on = '2020-01-06'")
    connection.close()
    pieces = [lookup, *(ciphertext[start : start + 32] for start in range(0, len(ciphertext) - 32, 500))]
    held = on_disk(tmp_path)
    assert all(piece in held for piece in pieces[:3])
    if road == "share":
        share(client)
    elif road == "delete everything":
        post(client, "delete")
    else:
        client.get(f"/{PACK}/check")
    left = on_disk(tmp_path)
    assert not [piece for piece in pieces if piece in left]


def test_only_words_that_were_seen_are_shared(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="These were read.")
    page = soup(client.get(f"/{PACK}/share/words"))
    shown = {str(each["name"]): str(each["value"]) for each in page.select("main form input[type=hidden]")}
    answer(client, 1, choice="agree", text="These were not.")
    refused = client.post(f"/{PACK}/share/words", data={**shown, "share": "words"})
    assert refused.status_code == 409
    assert "read it again" in text_of(soup(refused).select_one(".govuk-error-summary"))
    assert "These were not." in text_of(soup(refused).main)
    again = {str(each["name"]): str(each["value"]) for each in soup(refused).select("main form input[type=hidden]")}
    assert client.post(f"/{PACK}/share/words", data={**again, "share": "words"}).status_code == 303
    # A second click leads to the receipt.
    assert client.post(f"/{PACK}/share/words", data={**again, "share": "words"}).status_code == 303


@pytest.mark.parametrize("seen", [None, "", "0" * 64, "\0é"])
def test_words_are_not_shared_without_the_mark_of_the_words_that_were_seen(
    client: InspectingClient, seen: str | None
) -> None:
    answer(client, 1, choice="agree", text="Nobody read these.")
    data = {"csrf_token": guard(client.get(f"/{PACK}/share/words")), "seen": seen}
    refused = client.post(f"/{PACK}/share/words", data={**data, "share": "words"})
    assert refused.status_code == 409
    assert "Nobody read these." in text_of(soup(refused).main)
    assert "Nobody read these." in client.get(f"/{PACK}/check").text
    assert client.post(f"/{PACK}/share/words", data={**data, "share": "counts"}).status_code == 303


def test_a_campaign_that_is_paused_at_that_moment_says_so_and_keeps_the_answers(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(client, 1, choice="agree", text="Kept.")
    token = guard(client.get(f"/{PACK}/share"))
    lock = campaigns.lock

    def pause_first(connection: Connection, slug: str) -> int | None:
        connection.execute(text("UPDATE campaigns SET state = 'paused' WHERE slug = :slug"), {"slug": slug})
        return lock(connection, slug)

    with monkeypatch.context() as patched:
        patched.setattr(campaigns, "lock", pause_first)
        refused = client.post(f"/{PACK}/share", data={"csrf_token": token, "share": "counts"})
    assert refused.status_code == 409
    assert "has paused sharing for now" in text_of(soup(refused).main)
    assert "Kept." in client.get(f"/{PACK}/check").text
