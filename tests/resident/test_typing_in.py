"""Typing in paper forms: the code leads to the questions, and two people's answers are never mixed."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.documents.form_code import form_code
from consult.packs.model import Pack
from consult.store import drafts
from consult.store.database import StoreUnavailable
from consult.web.shelf import KEY
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer, post, share
from tests.resident.typed import held

PERSON_A, PERSON_B = "What the first person wrote.", "What the second person wrote."


def phrase_on(page: TestResponse) -> str:
    return text_of(soup(page).select_one(".app-phrase"))


def code_in(page: TestResponse) -> str:
    return held(soup(page)).get("code", "")


@pytest.fixture
def code(pack: Pack) -> str:
    return form_code(pack)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_code_leads_to_the_questions_however_it_is_typed(
    client: InspectingClient, code: str, prefix: str
) -> None:
    for typed in (code, f" {code[:3].lower()} - {code[3:]} "):
        opened = post(client, f"{prefix}/type-in", code=typed)
        assert (opened.status_code, opened.location) == (303, f"{prefix}/{PACK}/tasks")


@pytest.mark.parametrize("typed", ["", "ABC", "1234567", "<b>", "🙂" * 6, "x" * 100_000])
def test_what_is_no_code_is_explained_and_kept(client: InspectingClient, typed: str) -> None:
    refused = post(client, "/type-in", code=typed)
    assert (refused.status_code, code_in(refused)) == (422, typed)
    assert "Check the code." in text_of(soup(refused).select_one(".govuk-error-summary"))


def test_a_mistyped_code_is_noticed(client: InspectingClient, code: str) -> None:
    wrong = code[:-1] + ("7" if code[-1] != "7" else "8")
    assert post(client, "/type-in", code=wrong).status_code == 422


def test_a_code_from_elsewhere_says_what_to_do(client: InspectingClient, pack: Pack) -> None:
    elsewhere = form_code(pack.model_copy(update={"id": "another-consultation"}))
    refused = post(client, "/type-in", code=elsewhere)
    assert refused.status_code == 404
    assert "printed from another site?" in text_of(soup(refused).select_one(".govuk-error-summary"))


def test_an_older_form_says_what_to_compare_before_going_on(
    app: Flask, client: InspectingClient, pack: Pack
) -> None:
    shelf = app.extensions[KEY]
    shelf[PACK] = pack.model_copy(update={"version": pack.version + 2})
    page = post(client, "/type-in", code=form_code(pack))
    words = text_of(soup(page).main)
    assert f"version {pack.version} of the questions" in words
    assert f"now has version {pack.version + 2}" in words
    assert soup(page).select(f"a[href='/{PACK}/questions']")
    going_on = held(soup(page)) | {"csrf_token": guard(page), "older": "y"}
    assert client.post("/type-in", data=going_on).location == f"/{PACK}/tasks"


def test_a_form_from_a_version_to_come_is_not_known(client: InspectingClient, pack: Pack) -> None:
    later = form_code(pack.model_copy(update={"version": pack.version + 1}))
    assert post(client, "/type-in", code=later).status_code == 404


def test_answers_that_are_open_are_put_away_and_not_mixed(client: InspectingClient, code: str) -> None:
    answer(client, 1, text=PERSON_A)
    page = post(client, "/type-in", code=code)
    assert page.status_code == 200
    phrase = phrase_on(page)
    fresh = held(soup(page)) | {"csrf_token": guard(page), "action": "fresh"}
    assert client.post("/type-in", data=fresh).location == f"/{PACK}/tasks"
    answer(client, 2, text=PERSON_B)
    second = client.get(f"/{PACK}/check").text
    assert (PERSON_A in second, PERSON_B in second) == (False, True)
    post(client, "/come-back", phrase=phrase)
    first = client.get(f"/{PACK}/check").text
    assert (PERSON_A in first, PERSON_B in first) == (True, False)


def test_facts_about_the_person_before_count_as_answers_too(client: InspectingClient, code: str) -> None:
    post(client, "about-you", region="wales")
    assert phrase_on(post(client, "/type-in", code=code))


def test_an_older_form_is_held_back_by_open_answers_as_well(
    app: Flask, client: InspectingClient, pack: Pack
) -> None:
    answer(client, 1, text=PERSON_A)
    app.extensions[KEY][PACK] = pack.model_copy(update={"version": pack.version + 1})
    page = post(client, "/type-in", code=form_code(pack), older="y")
    fresh = held(soup(page)) | {"csrf_token": guard(page), "action": "fresh"}
    assert client.post("/type-in", data=fresh).location == f"/{PACK}/tasks"


def test_each_form_is_a_response_of_its_own_with_its_own_receipt(client: InspectingClient, code: str) -> None:
    receipts = set()
    for choice in ("agree", "disagree"):
        post(client, "/type-in", code=code, action="fresh")
        answer(client, 1, choice=choice)
        share(client)
        shared = client.get(f"/{PACK}/shared")
        assert soup(shared).select("main a[href='/type-in']")
        receipts.add(phrase_on(shared))
    assert len(receipts) == 2
    assert post(client, "/type-in", code=code).location == f"/{PACK}/tasks"


def test_a_stale_guard_keeps_the_code(client: InspectingClient, code: str) -> None:
    refused = client.post("/type-in", data={"csrf_token": "old", "code": code})
    assert (refused.status_code, code_in(refused)) == (400, code)


def test_a_database_that_is_away_keeps_the_code(
    client: InspectingClient, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(client, 1, text=PERSON_A)
    token = guard(client.get("/type-in"))

    def away(*_: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(drafts, "load", away)
    refused = client.post("/type-in", data={"csrf_token": token, "code": code})
    assert (refused.status_code, code_in(refused)) == (503, code)
