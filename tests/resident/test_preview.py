"""Seeing the document before taking it away: the same words, with what was typed, kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from consult.store.database import db
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer, post
from tests.resident.test_download import words
from tests.resident.typed import EVERYTHING, held, send

WORDS = "First line.\r\nSecond line.\r\n\r\nSecond paragraph & <more>."


def shown(page: BeautifulSoup) -> str:
    return text_of(page.select_one(".app-document"))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_without_details_it_shows_the_answers_and_that_no_name_is_given(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    page = soup(client.get(f"/{PACK}/preview"))
    assert "Name: not given." in text_of(page.main)
    assert "No name or contact details are given." in shown(page)
    assert "Second paragraph & <more>." in shown(page)
    assert page.select_one(".app-document h2") is not None
    assert page.select_one("a.govuk-back-link") is not None


def test_an_empty_response_says_so(client: InspectingClient) -> None:
    page = soup(client.get(f"/{PACK}/preview"))
    assert "You have not answered any question yet." in text_of(page.main)
    assert "I have not answered any of the questions." in shown(page)


def test_it_shows_every_word_of_the_file(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    answer(client, 6, text="مرحبا 123 hello")
    typed = EVERYTHING | {"document_language": "en", "face": "docx"}
    seen = shown(soup(send(client, "preview", typed))).replace(" ", "")
    lines = words(send(client, "download", typed).data).splitlines()
    assert len(lines) > 40
    assert [line for line in lines if "".join(line.split()) not in seen] == []


def test_what_was_typed_is_shown_and_goes_on_to_the_download(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    page = send(client, "preview", EVERYTHING)
    assert all(
        part in shown(soup(page)) for part in ("Zephyrine Quill", "1 Made-up Road", "And more, set in.", "Chair")
    )
    assert soup(page).select_one("a.govuk-back-link") is None
    assert held(soup(page)) == EVERYTHING
    file = client.post(f"/{PACK}/download", data=held(soup(page)) | {"csrf_token": guard(page)})
    assert "-response-quill.odt" in file.headers["Content-Disposition"]


def test_changing_something_gives_everything_back(client: InspectingClient) -> None:
    page = send(client, "preview", EVERYTHING)
    back = client.post(f"/{PACK}/download", data=held(soup(page)) | {"csrf_token": guard(page), "action": "change"})
    assert (back.status_code, held(soup(back))) == (200, EVERYTHING)


def test_a_tick_that_was_taken_off_stays_off(client: InspectingClient) -> None:
    assert held(soup(client.get(f"/{PACK}/preview")))["provenance"] == "y"
    assert "provenance" not in held(soup(post(client, "preview", name="x")))


def test_large_print_is_one_click_there_and_back(client: InspectingClient) -> None:
    large = post(client, "preview", name="x", edition="large")
    assert held(soup(large))["large_print"] == "y"
    assert soup(large).select_one(".app-document--large") is not None
    again = held(soup(large)) | {"csrf_token": guard(large), "edition": "standard"}
    normal = soup(client.post(f"/{PACK}/preview", data=again))
    assert "large_print" not in held(normal)
    assert normal.select_one(".app-document--large") is None


def test_a_welsh_document_on_an_english_page_is_marked_as_welsh(client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    page = soup(post(client, "preview", document_language="cy"))
    document = page.select_one(".app-document")
    assert document is not None
    assert document["lang"] == "cy-GB"
    assert "Cwestiwn 1" in text_of(document)
    assert page.html is not None
    assert page.html["lang"] == "en"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</div><b>", "&amp; &lt;", '"> <img src=x onerror=y>']
)
def test_markup_is_shown_as_it_was_typed(client: InspectingClient, text: str) -> None:
    answer(client, 1, text=text)
    page = soup(post(client, "preview", name=text, contact=text))
    assert shown(page).count(squeezed(text)) == 3
    assert held(page)["contact"] == text


def test_what_is_typed_for_it_is_kept_nowhere(
    app: Flask, client: InspectingClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    answer(client, 1, text="x")
    with caplog.at_level("DEBUG"):
        assert "Zephyrine Quill" in shown(soup(post(client, "preview", name="Zephyrine Quill")))
    with app.app_context():
        db.engine.dispose()
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or b"Zephyrine" not in file.read_bytes(), file
    assert "Zephyrine" not in caplog.text
    assert "Zephyrine" not in client.get(f"/{PACK}/preview").text
