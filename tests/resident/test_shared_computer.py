"""Two people at one computer, one after the other: neither reads, changes or takes back what is the other's."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from consult import create_app
from consult.cli.starting import make_ready
from consult.store import drafts
from consult.store.database import StoreUnavailable, reading
from consult.store.mixing.mix import BATCH
from consult.store.mixing.submissions import Standing, find, receipt_for
from tests.conftest import PACK, settings_for
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post, share
from tests.resident.test_share import count, crowd

BEFORE = f"/{PACK}/shared-before"


def phrase_in(client: InspectingClient, name: str = f"answers-{PACK}") -> str:
    cookie = client.get_cookie(name)
    assert cookie is not None
    return cookie.value


def someone_shares(client: InspectingClient) -> str:
    """Answer, note the words, and share. Return the words."""
    answer(client, 6, text="What A wrote.")
    noted = phrase_in(client)
    share(client)
    return noted


def counted(app: Flask) -> int:
    """Return how many responses there are, counted or waiting."""
    with app.app_context(), reading() as connection:
        return count(app, "", "") + int(connection.scalar(text("SELECT count(*) FROM inbox")) or 0)


def test_whoever_noted_the_words_cannot_open_what_the_next_person_writes(
    app: Flask, client: InspectingClient
) -> None:
    noted = someone_shares(client)
    answer(client, 6, text="What B wrote.")
    with app.app_context():
        assert drafts.load(noted) is None
        assert "What B wrote." in str(drafts.load(phrase_in(client)))
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    assert "What B wrote." not in post(other, "/come-back", phrase=noted, follow=True).text


def test_a_phrase_whose_draft_is_gone_is_not_used_again(app: Flask, client: InspectingClient) -> None:
    answer(client, 6, text="One.")
    noted = phrase_in(client)
    with app.app_context():
        drafts.delete(noted)
    answer(client, 6, text="Two.")
    assert phrase_in(client) != noted
    assert share(client).status_code == 303


@pytest.mark.parametrize("path", ["share", "share/words", "shared", "delete"])
def test_before_more_is_shared_or_deleted_the_person_says_whose_it_was(client: InspectingClient, path: str) -> None:
    someone_shares(client)
    answer(client, 6, text="More.")
    then = path.partition("/")[0]
    asked = client.get(f"/{PACK}/{path}")
    assert asked.location == f"{BEFORE}?then={then}"
    assert "Were these answers yours?" in text_of(soup(client.get(asked.location)).h1)
    settled = post(client, asked.location, whose="others", then=then)
    assert settled.location == f"/{PACK}/{then}"
    assert client.get(f"/{PACK}/{path}").status_code == 200


@pytest.mark.parametrize(("size", "prefix"), [(1, ""), (BATCH, ""), (1, "/cy")])
def test_whoever_answers_anew_counts_once(app: Flask, size: int, prefix: str) -> None:
    client = crowd(app, size)[0]
    first = receipt_of(app, phrase_in(client))
    answer(client, 1, choice="disagree")
    assert post(client, f"{prefix}{BEFORE}", whose="mine").status_code == 303
    assert share(client).status_code == 303
    assert counted(app) == size
    with app.app_context():
        assert find(first) is Standing.NOTHING


def test_somebody_else_counts_besides_and_leaves_the_first_persons_answers(
    app: Flask, client: InspectingClient
) -> None:
    first = receipt_of(app, someone_shares(client))
    answer(client, 1, choice="disagree")
    post(client, BEFORE, whose="others")
    share(client)
    assert counted(app) == 2
    post(client, "delete")
    assert counted(app) == 1
    with app.app_context():
        assert find(first) is Standing.WAITING


def test_a_page_that_was_open_before_cannot_share_past_the_question(app: Flask, client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    token = str(soup(client.get(f"/{PACK}/share")).select("main input[name=csrf_token]")[0]["value"])
    share(client)
    answer(client, 1, choice="disagree")
    for path in ("share", "delete"):
        sent = client.post(f"/{PACK}/{path}", data={"csrf_token": token, "share": "counts"})
        assert sent.location == f"{BEFORE}?then={path}"
    assert counted(app) == 1


def test_the_question_wants_an_answer_and_is_gone_once_it_has_one(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone_shares(client)
    answer(client, 1, choice="disagree")
    assert post(client, BEFORE, whose="?").status_code == 422
    assert client.post(BEFORE, data={"whose": "mine"}).status_code == 400
    with monkeypatch.context() as away:
        away.setattr(drafts, "change", lambda *_: (_ for _ in ()).throw(StoreUnavailable()))
        assert post(client, BEFORE, whose="others").status_code == 503
    assert post(client, BEFORE, whose="mine", then="https://elsewhere.example").location == f"/{PACK}/share"
    assert client.get(BEFORE).location == f"/{PACK}/share"


def test_the_words_are_shown_only_while_they_open_something(client: InspectingClient) -> None:
    answer(client, 6, text="Mine.")
    assert soup(client.get(f"/{PACK}/later")).select(".app-phrase")
    share(client)
    assert not soup(client.get(f"/{PACK}/later")).select(".app-phrase")


def test_finishing_shows_the_words_and_leaves_nothing_in_the_browser(app: Flask, client: InspectingClient) -> None:
    client.get(f"/c/{PACK}")
    answer(client, 6, text="Mine.")
    noted = phrase_in(client)
    assert [text_of(each) for each in soup(client.get(f"/{PACK}/finish")).select(".app-phrase")] == [
        noted.replace("-", " ")
    ]
    share(client)
    receipt = receipt_of(app, noted).replace("-", " ")
    assert [text_of(each) for each in soup(client.get(f"/{PACK}/finish")).select(".app-phrase")] == [receipt]
    assert client.post(f"/{PACK}/finish").status_code == 400
    assert "begins with nothing" in text_of(soup(post(client, "finish")).main)
    assert client.get_cookie(f"answers-{PACK}") is client.get_cookie("visit") is None
    assert counted(app) == 1


def test_deleting_everything_leaves_no_word_of_the_campaign_in_the_browser(client: InspectingClient) -> None:
    client.get(f"/c/{PACK}")
    answer(client, 6, text="Mine.")
    post(client, "download", face="docx")
    post(client, "delete")
    with client.session_transaction() as session:
        assert not session
    assert client.get_cookie(f"answers-{PACK}") is None


def test_over_https_no_neighbouring_site_can_plant_a_phrase(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, HTTPS="yes"))
    make_ready(app)
    client = app.test_client()
    page = f"https://localhost/{PACK}/question/6"
    token = str(soup(client.get(page)).select("main input[name=csrf_token]")[0]["value"])
    client.set_cookie(f"answers-{PACK}", "abandon-" * 7 + "abandon", domain="localhost")
    sent = {"data": {"csrf_token": token, "text": "Mine."}, "headers": {"Referer": page}}
    saved = client.post(page, **sent).headers.getlist("Set-Cookie")
    gone = client.get("https://localhost/exit").headers.getlist("Set-Cookie")
    for each in (*saved, *gone):
        name, *rules = each.split("; ")
        assert name.startswith(("__Host-visit=", f"__Host-answers-{PACK}="))
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(rules)
        assert "Domain" not in each
    assert len(gone) == 2


def receipt_of(app: Flask, phrase: str) -> str:
    with app.app_context():
        return receipt_for(phrase)
