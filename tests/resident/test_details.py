"""What is typed and chosen for the document: each choice does what it says, and nothing typed is ever lost."""

from __future__ import annotations

import io
import re
from email import message_from_bytes
from email.policy import default
from gettext import NullTranslations
from zipfile import ZipFile

import pytest
from babel import Locale, UnknownLocaleError
from werkzeug.test import TestResponse

from consult.documents.building import confidentiality_law
from consult.documents.languages import LOCALES
from consult.resident.document.details_choices import OWN_NAMES
from consult.store import drafts
from consult.store.database import StoreUnavailable
from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup, text_of
from tests.resident.journey import answer, post
from tests.resident.test_download import words
from tests.resident.typed import EVERYTHING, held, send

WORDS = "Because I say so & <why>."


def error_links(page: TestResponse) -> list[str]:
    return [str(link["href"]) for link in soup(page).select(".govuk-error-summary a")]


def text_face(client: InspectingClient, **fields: str) -> str:
    return send(client, "download", {"face": "txt"} | fields).get_data(as_text=True)


@pytest.mark.parametrize("face", ["docx", "odt", "txt", "eml"])
def test_every_kind_of_file_has_the_answer_and_a_plain_name(client: InspectingClient, face: str) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    file = post(client, "download", face=face, name="Zoë Ünal", name_in_file_name="y")
    assert file.status_code == 200
    named = re.fullmatch(r'attachment; filename="([a-z0-9.-]+)"', file.headers["Content-Disposition"])
    assert named is not None
    assert named[1].endswith(f"-{PACK}-response-unal.{face}")
    if face == "eml":
        attached = next(message_from_bytes(file.data, policy=default).iter_attachments())
        assert WORDS in words(attached.get_content())
    else:
        text = ZipFile(io.BytesIO(file.data)).read("content.xml").decode() if face == "odt" else ""
        read = {"docx": lambda: words(file.data), "odt": lambda: text, "txt": file.data.decode}[face]()
        assert "Because I say so" in read


def test_the_document_can_be_in_welsh_on_an_english_page_and_the_other_way_round(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text=WORDS)
    assert "Cwestiwn 1" in text_face(client, document_language="cy")
    assert "Question 1" in post(client, f"/cy/{PACK}/download", face="txt", document_language="en").text
    assert "Cwestiwn 1" in post(client, f"/cy/{PACK}/download", face="txt").text
    assert "Question 1" in text_face(client, document_language="fr")


def test_the_language_that_a_person_wrote_in_is_marked(client: InspectingClient) -> None:
    answer(client, 1, text="Nie.")
    for tag, marked in (("pl", True), ("", False), ("tlh", False)):
        file = post(client, "download", written_in=tag)
        parts = ZipFile(io.BytesIO(file.data)).read("word/document.xml").decode()
        assert ('w:val="pl-PL"' in parts) is marked, tag


def test_large_print_is_a_tick_away(client: InspectingClient) -> None:
    def sizes(**fields: str) -> str:
        return ZipFile(io.BytesIO(send(client, "download", fields).data)).read("word/styles.xml").decode()

    assert '<w:sz w:val="24"/>' in sizes()
    assert '<w:sz w:val="24"/>' not in sizes(large_print="y")


def test_an_individual_says_i_and_an_organisation_says_we(client: InspectingClient) -> None:
    answer(client, 1, choice="agree")
    one = text_face(client, capacity="individual", summary="A point.", organisation="Left over")
    many = text_face(client, capacity="organisation", organisation="Road Club", role="Chair", summary="A point.")
    assert "Response from an individual" in one
    assert "My main points" in one
    assert "Left over" not in one
    assert "Response on behalf of Road Club" in many
    assert "Our main points" in many
    assert "Role: Chair" in many


@pytest.mark.parametrize(
    ("chosen", "says"),
    [("", None), ("not-asked", "I do not ask for any part"), ("asked", "I ask for this response"), ("x", None)],
)
def test_confidentiality_is_said_only_when_chosen(client: InspectingClient, chosen: str, says: str | None) -> None:
    text = text_face(client, confidentiality=chosen)
    assert ("Confidentiality" in text) is bool(says)
    assert (says or "") in text


def test_the_page_and_the_document_say_the_same_of_the_law(client: InspectingClient) -> None:
    law = confidentiality_law(NullTranslations())
    assert law in text_of(soup(client.get(f"/{PACK}/download")))
    assert law in text_face(client, confidentiality="asked", confidentiality_reason="I am a witness.")


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({"organisation": "Road Club"}, "#capacity"),
        ({"role": "Chair"}, "#capacity"),
        ({"confidentiality_reason": "I am a witness."}, "#confidentiality"),
        ({"confidentiality_reason": "I am a witness.", "confidentiality": "not-asked"}, "#confidentiality"),
    ],
)
@pytest.mark.parametrize("path", ["download", "preview"])
def test_what_would_be_left_out_unnoticed_is_asked_about(
    client: InspectingClient, path: str, fields: dict[str, str], link: str
) -> None:
    refused = send(client, path, fields)
    assert (refused.status_code, error_links(refused)) == (422, [link])
    assert fields.items() <= held(soup(refused)).items()


@pytest.mark.parametrize("path", ["download", "preview"])
def test_everything_typed_survives_a_stale_guard(client: InspectingClient, path: str) -> None:
    refused = client.post(f"/{PACK}/{path}", data=EVERYTHING | {"csrf_token": "old"})
    assert (refused.status_code, held(soup(refused))) == (400, EVERYTHING)
    sent = client.post(f"/{PACK}/{path}", data=held(soup(refused)) | {"csrf_token": guard(refused)})
    assert sent.status_code == 200


@pytest.mark.parametrize("path", ["download", "preview"])
def test_everything_typed_survives_a_database_that_is_away(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    answer(client, 1, text=WORDS)
    token = guard(client.get(f"/{PACK}/download"))

    def away(*_: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(drafts, "load", away)
    refused = client.post(f"/{PACK}/{path}", data=EVERYTHING | {"csrf_token": token})
    assert (refused.status_code, held(soup(refused))) == (503, EVERYTHING)
    assert "Nothing is lost" in text_of(soup(refused).select_one(".govuk-error-summary"))


@pytest.mark.parametrize("path", ["download", "preview"])
def test_everything_typed_survives_a_mistake_in_one_field(client: InspectingClient, path: str) -> None:
    wrong = EVERYTHING | {"summary": "\r\n".join("abcdef")}
    refused = send(client, path, wrong)
    assert (refused.status_code, held(soup(refused)), error_links(refused)) == (422, wrong, ["#summary"])


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [({"provenance": "y", "name": "x"}, False), ({}, True), ({"provenance": "y", "written_in": "pl"}, True)],
)
def test_the_part_that_most_leave_out_opens_when_it_holds_something(
    client: InspectingClient, fields: dict[str, str], *, is_open: bool
) -> None:
    assert not soup(client.get(f"/{PACK}/download")).select("main form details[open]")
    page = soup(send(client, "download", {"action": "change"} | fields))
    assert bool(page.select("main form details[open]")) is is_open


def test_every_language_is_named_as_its_speakers_name_it(client: InspectingClient) -> None:
    page = soup(client.get(f"/{PACK}/download"))
    shown = {str(each["value"]): text_of(each) for each in page.select("#written_in option") if each["value"]}
    assert shown == OWN_NAMES
    assert OWN_NAMES.keys() <= LOCALES.keys()
    for tag, name in OWN_NAMES.items():
        try:
            known = Locale.parse(tag).get_display_name(tag)
        except UnknownLocaleError:
            continue
        assert known is not None
        assert name.casefold() == known.casefold()
