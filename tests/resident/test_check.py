"""Checking the answers: what would give the person away is marked, and they decide for their document."""

from __future__ import annotations

import io

import docx
import pytest
from werkzeug.test import TestResponse

from consult.packs.model import Pack
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post, share

WORDS = "Kwame Mensah rang me on 07700 900123.\r\n\r\nI was stopped at Stratford on Tuesday morning."


def the_row(client: InspectingClient, pack: Pack, *, language: str = "") -> str:
    page = soup(client.get(f"{language}/{PACK}/check"))
    return str(page.select_one(f"#{pack.questions[0].id}"))


def document_text(client: InspectingClient) -> str:
    got = post(client, "download", face="docx", document_language="en", capacity="individual")
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(got.data)).paragraphs)


def decide(client: InspectingClient, pack: Pack, decision: str) -> None:
    got = post(client, "check", question=pack.questions[0].id, document=decision)
    assert got.status_code == 303
    assert got.location.endswith(f"/{PACK}/check#{pack.questions[0].id}")


def test_details_are_marked_in_the_persons_own_words_and_named_for_a_screen_reader(
    client: InspectingClient,
) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    page = soup(client.get(f"/{PACK}/check"))

    marks = [text_of(mark) for mark in page.select("dd mark")]

    assert marks == ["Kwame Mensah (name)", "07700 900123 (phone number)"]
    assert [text_of(mark) for mark in page.select(".app-promise mark")] == ["name", "phone number"]
    assert [each.get_text() for each in page.select("dd p.app-words")] == [
        "Kwame Mensah (name) rang me on 07700 900123 (phone number).",
        "I was stopped at Stratford on Tuesday morning.",
    ]


def test_places_times_and_police_stops_together_raise_a_prompt(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="I was stopped at Stratford on Tuesday morning.")

    page = soup(client.get(f"/{PACK}/check"))

    assert "That can be enough to find you." in text_of(page)
    assert not page.select("mark")


def test_answers_without_details_ask_nothing(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="The police should need a warrant.")

    page = soup(client.get(f"/{PACK}/check"))

    assert not page.select("mark, dd form, .app-promise")


def test_the_document_keeps_the_words_until_the_person_takes_the_details_out(
    client: InspectingClient, pack: Pack
) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    assert "Kwame Mensah rang me on 07700 900123." in document_text(client)

    decide(client, pack, "take-out")

    assert "Your document leaves out what is marked here." in the_row(client, pack)
    assert "[name removed] rang me on [phone number removed]." in document_text(client)
    assert "Kwame" not in document_text(client)
    assert "Kwame" not in client.get(f"/{PACK}/preview").text
    assert "07700" not in client.get(f"/{PACK}/paste/1").text


def test_what_was_taken_out_comes_back(client: InspectingClient, pack: Pack) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    decide(client, pack, "take-out")

    decide(client, pack, "keep")

    assert "Your document keeps what is marked here." in the_row(client, pack)
    assert "Kwame Mensah rang me on 07700 900123." in document_text(client)


@pytest.mark.parametrize("decision", ["keep", "take-out"])
def test_the_shared_words_never_hold_the_details(client: InspectingClient, pack: Pack, decision: str) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    decide(client, pack, decision)

    shown = client.get(f"/{PACK}/share/words").text

    assert "[name removed] rang me on [phone number removed]." in shown
    assert "Kwame" not in shown
    assert share(client, "words").status_code == 303


def test_a_forged_or_unknown_choice_changes_nothing(client: InspectingClient, pack: Pack) -> None:
    answer(client, 1, choice="agree", text=WORDS)

    assert post(client, "check", question="q99", document="take-out").status_code == 400
    assert client.post(f"/{PACK}/check", data={"question": "q1", "document": "take-out"}).status_code == 400
    assert "Your document keeps what is marked here." in the_row(client, pack)


def test_the_page_says_it_in_welsh_too(client: InspectingClient, pack: Pack) -> None:
    answer(client, 1, choice="agree", text=WORDS)

    assert "<mark" in the_row(client, pack, language="/cy")


def test_words_that_look_like_markup_stay_words(client: InspectingClient, pack: Pack) -> None:
    answer(client, 1, choice="agree", text="<b>Kwame Mensah</b> told <script>alert(1)</script> me & you")

    row = the_row(client, pack)

    assert "<b>" not in row
    assert "<script>" not in row


def test_what_was_typed_for_the_document_is_looked_for_in_the_answers(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="We at Hope House say no, says grace.")
    answer(client, 6, text="No.")
    named = soup(_preview(client, "Hope House"))
    other = soup(_preview(client, "Somebody Else"))

    assert "stands in your answers too" in text_of(named)
    assert [text_of(each) for each in named.select(".govuk-inset-text li")] == ["Question 1"]
    assert "stands in your answers too" not in text_of(other)


def _preview(client: InspectingClient, name: str) -> TestResponse:
    return post(client, "preview", name=name, document_language="en", face="docx", capacity="individual")
