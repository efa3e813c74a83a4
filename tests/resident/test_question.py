"""Answering one question."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.answers.kinds.protocol import TEXT_LIMIT
from consult.store import drafts
from consult.store.database import StoreUnavailable, db
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer

WORDS = "I was near one in Croydon, and nobody told me what it was for."


def typed(response: TestResponse) -> str:
    field = soup(response).select_one("textarea[name=text]")
    assert field is not None
    return field.get_text().removeprefix("\n")


def ticked(response: TestResponse) -> list[str]:
    return [str(field["value"]) for field in soup(response).select("input[type=radio][checked]")]


def test_the_page_has_the_official_words_with_their_status(client: InspectingClient) -> None:
    page = soup(client.get(f"/{PACK}/question/1"))
    assert "‘biometric technologies’ by law enforcement organisations?" in text_of(page.select_one("#wording"))
    assert "quoted by someone who answered" in text_of(page)
    assert "best working words" in text_of(soup(client.get(f"/{PACK}/question/2")))


def test_both_sides_stand_behind_a_disclosure_with_sources(client: InspectingClient) -> None:
    page = soup(client.get(f"/{PACK}/question/1"))
    sides = page.select("details section")
    assert [text_of(side.h3) for side in sides] == ["Supporters say", "Critics say"]
    assert len({len(side.select("li")) for side in sides}) == 1
    assert all(side.select("a[href^=https]") for side in sides)


def test_saving_leads_to_the_next_question_and_keeps_the_answer(client: InspectingClient) -> None:
    saved = answer(client, 1, choice="agree", text=WORDS)
    assert (saved.status_code, saved.location) == (303, f"/{PACK}/question/2")
    again = client.get(f"/{PACK}/question/1")
    assert (typed(again), ticked(again)) == (WORDS, ["agree"])


def test_nothing_is_chosen_for_anyone(client: InspectingClient) -> None:
    assert ticked(client.get(f"/{PACK}/question/1")) == []


def test_a_question_can_be_skipped_and_an_answer_emptied(client: InspectingClient) -> None:
    assert answer(client, 1).status_code == 303
    answer(client, 1, choice="agree", text=WORDS)
    answer(client, 1, text="")
    assert typed(client.get(f"/{PACK}/question/1")) == ""


def test_the_last_question_leads_to_the_check_page(client: InspectingClient) -> None:
    assert answer(client, 17, text=WORDS).location == f"/{PACK}/check#q17"


def test_a_change_from_the_check_page_leads_back_there(client: InspectingClient) -> None:
    address = f"/{PACK}/question/2?return=check"
    page = client.get(address)
    back = soup(page).select_one(".govuk-back-link")
    assert back is not None
    assert back["href"] == f"/{PACK}/check#q2"
    fields = {str(f["name"]): str(f["value"]) for f in soup(page).select("input[type=hidden]")}
    assert client.post(f"/{PACK}/question/2", data=fields | {"text": WORDS}).location == f"/{PACK}/check#q2"


def test_saving_for_later_leads_to_the_phrase(client: InspectingClient) -> None:
    assert answer(client, 1, text=WORDS, action="later").location == f"/{PACK}/later"


@pytest.mark.parametrize("token", ["", "forged", "IjEyMzQi.aaaa.bbbb"])
def test_a_stale_or_forged_guard_gives_the_text_back(client: InspectingClient, token: str) -> None:
    refused = client.post(f"/{PACK}/question/1", data={"csrf_token": token, "choice": "disagree", "text": WORDS})
    assert refused.status_code == 400
    assert (typed(refused), ticked(refused)) == (WORDS, ["disagree"])
    assert "Nothing is lost" in text_of(soup(refused).select_one(".govuk-error-summary"))
    retry = client.post(
        f"/{PACK}/question/1", data={"csrf_token": guard(refused), "choice": "disagree", "text": WORDS}
    )
    assert retry.status_code == 303


def test_a_visit_that_was_forgotten_gives_the_text_back(client: InspectingClient) -> None:
    token = guard(client.get(f"/{PACK}/question/1"))
    client.delete_cookie("visit")
    refused = client.post(f"/{PACK}/question/1", data={"csrf_token": token, "text": WORDS})
    assert (refused.status_code, typed(refused)) == (400, WORDS)


@pytest.mark.parametrize("call", ["change", "save"])
def test_a_database_that_is_away_gives_the_text_back(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    if call == "change":
        answer(client, 2, text="first")
    token = guard(client.get(f"/{PACK}/question/1"))

    def away(*_: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(drafts, call, away)
    refused = client.post(f"/{PACK}/question/1", data={"csrf_token": token, "choice": "agree", "text": WORDS})
    assert refused.status_code == 503
    assert (typed(refused), ticked(refused)) == (WORDS, ["agree"])


def test_a_database_without_tables_gives_the_text_back(app: Flask, client: InspectingClient) -> None:
    token = guard(client.get(f"/{PACK}/question/1"))
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE drafts RENAME TO gone")
    refused = client.post(f"/{PACK}/question/1", data={"csrf_token": token, "text": WORDS})
    assert (refused.status_code, typed(refused)) == (503, WORDS)


def test_an_option_that_is_not_there_is_refused_with_the_text_kept(client: InspectingClient) -> None:
    refused = answer(client, 1, choice="maybe", text=WORDS)
    assert (refused.status_code, typed(refused)) == (422, WORDS)
    summary = soup(refused).select_one(".govuk-error-summary a")
    assert summary is not None
    assert summary["href"] == "#choice"


def test_too_long_an_answer_is_refused_with_the_text_kept(client: InspectingClient) -> None:
    long = "x" * (TEXT_LIMIT + 3)
    refused = answer(client, 1, text=long)
    assert (refused.status_code, typed(refused)) == (422, long)
    assert "3 characters too long" in text_of(soup(refused).select_one(".govuk-error-summary"))


def test_an_answer_as_long_as_allowed_is_kept(client: InspectingClient) -> None:
    emoji = "🙂" * TEXT_LIMIT
    assert answer(client, 1, text=emoji).status_code == 303
    assert typed(client.get(f"/{PACK}/question/1")) == emoji


def test_a_megabyte_comes_back(client: InspectingClient) -> None:
    paste = "word " * 210_000
    refused = answer(client, 1, text=paste)
    assert (refused.status_code, typed(refused)) == (422, paste.strip())


def test_hidden_characters_are_taken_out_and_the_person_is_told(client: InspectingClient) -> None:
    page = answer(client, 1, text="one\x00 two\u202e three\r\nfour", follow=True)
    assert "We took out 2 hidden characters" in text_of(soup(page))
    assert typed(client.get(f"/{PACK}/question/1")) == "one two three\nfour"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</textarea><b>", "{{ 7*7 }}", "&amp; &lt;", '"> x'])
def test_markup_is_shown_as_it_was_typed(client: InspectingClient, text: str) -> None:
    answer(client, 1, text=text)
    assert typed(client.get(f"/{PACK}/question/1")) == text
    shown = client.get(f"/{PACK}/check")
    assert text_of(soup(shown).select_one("#q1 .app-words")) == " ".join(text.split())


@pytest.mark.parametrize("address", ["question/0", "question/18", "question/x", "question/-1", "question/1.5"])
def test_a_question_that_is_not_there_is_not_found(client: InspectingClient, address: str) -> None:
    assert client.get(f"/{PACK}/{address}").status_code == 404


@pytest.mark.parametrize("cookie", ["", "x", "\u00e9", "a" * 4000, "one-two-three-four-five-six-seven-eight"])
def test_a_cookie_that_opens_nothing_is_a_new_visit(client: InspectingClient, cookie: str) -> None:
    client.set_cookie(f"answers-{PACK}", cookie)
    assert client.get(f"/{PACK}/question/1").status_code == 200
    assert answer(client, 1, text=WORDS).status_code == 303
    assert typed(client.get(f"/{PACK}/question/1")) == WORDS


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: InspectingClient) -> None:
    saved = answer(client, 1, text=WORDS)
    cookie = next(value for value in saved.headers.getlist("Set-Cookie") if value.startswith("answers-"))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie


def test_a_choice_is_taken_back_and_the_words_stay(client: InspectingClient) -> None:
    path = f"/{PACK}/question/1"
    assert soup(client.get(path)).select("div[hidden] button[value=clear]")
    answer(client, 1, choice="agree", text=WORDS)
    page = client.get(path)
    assert soup(page).select("button[value=clear]")
    assert not soup(page).select("[hidden] button[value=clear]")
    cleared = answer(client, 1, choice="agree", text=WORDS, action="clear")
    assert cleared.location == path
    again = client.get(path)
    assert (typed(again), ticked(again)) == (WORDS, [])
    assert "Your choice is taken back" in text_of(soup(again).select_one(".govuk-notification-banner"))
    form = {"csrf_token": guard(again), "action": "clear", "return": "check"}
    assert client.post(path, data=form).location == f"{path}?return=check"


def test_words_of_any_direction_stand_in_the_box_as_they_are_read(client: InspectingClient) -> None:
    for path in ("question/1", "download"):
        boxes = soup(client.get(f"/{PACK}/{path}")).select("textarea, input[type=text]")
        assert boxes
        assert {box.get("dir") for box in boxes} == {"auto"}
