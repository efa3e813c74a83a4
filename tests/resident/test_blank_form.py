"""The form to print: every kind of file, print and language, each under a name of its own."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

import pytest
import time_machine
from docx import Document

from consult.documents.form_code import form_code
from consult.documents.naming import FILE_NAME_LIMIT
from consult.packs.model import Pack
from consult.resident.document.blank_form import FORMS, KINDS
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of


def test_every_form_on_the_page_is_there_under_a_name_of_its_own(client: InspectingClient, pack: Pack) -> None:
    page = soup(client.get(f"/{PACK}/blank-form"))
    links = [str(link["href"]) for link in page.select("dl a")]
    assert len(links) == len(set(links)) == len(FORMS) * len(KINDS) == 8
    names = set()
    for link in links:
        file = client.get(link)
        named = re.fullmatch(r'attachment; filename="([a-z0-9.-]+)"', file.headers["Content-Disposition"])
        assert named is not None
        names.add(named[1])
        part = "word/document.xml" if link.endswith("docx") else "content.xml"
        assert form_code(pack) in ZipFile(io.BytesIO(file.data)).read(part).decode()
    assert len(names) == len(links)
    assert f"{PACK}-form-v{pack.version}.docx" in names
    assert f"{PACK}-form-v{pack.version}-large-print-cy.odt" in names


def test_the_code_stands_on_the_page(client: InspectingClient, pack: Pack) -> None:
    assert form_code(pack) in text_of(soup(client.get(f"/{PACK}/blank-form")).main)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_form_is_in_its_own_language_whatever_the_page_is_in(client: InspectingClient, prefix: str) -> None:
    for language, word in (("en", "Question 1"), ("cy", "Cwestiwn 1")):
        file = client.get(f"{prefix}/{PACK}/blank-form/{language}/standard.docx")
        assert word in [each.text for each in Document(io.BytesIO(file.data)).paragraphs]


@pytest.mark.parametrize(("day", "closed"), [("2026-02-12T23:30:00Z", False), ("2026-02-13T00:30:00Z", True)])
def test_it_says_when_the_consultation_has_closed(client: InspectingClient, day: str, *, closed: bool) -> None:
    with time_machine.travel(day, tick=False):
        file = client.get(f"/{PACK}/blank-form/en/standard.docx")
        page = soup(client.get(f"/{PACK}/blank-form"))
    said = [each.text for each in Document(io.BytesIO(file.data)).paragraphs]
    assert ("The consultation has closed" in said) is closed
    assert ("This consultation is closed." in text_of(page.main)) is closed


@pytest.mark.parametrize(
    "file", ["fr/standard.docx", "en/huge.docx", "en/standard.txt", "en/standard.exe", "en/.docx"]
)
def test_a_form_that_is_not_there_is_not_found(client: InspectingClient, file: str) -> None:
    assert client.get(f"/{PACK}/blank-form/{file}").status_code == 404


def test_a_long_name_gives_way_and_the_version_stays(pack: Pack) -> None:
    long = pack.model_copy(update={"id": "-".join(["consultation"] * 4 + ["toolong"]), "version": 12})
    names = [form.file_name(long, kind) for form in FORMS for kind in KINDS]
    assert len(set(names)) == len(names)
    assert all(len(name) <= FILE_NAME_LIMIT and "-form-v12" in name for name in names)


def test_it_is_linked_from_where_people_look_for_it(client: InspectingClient) -> None:
    for path in ("", "questions"):
        assert soup(client.get(f"/{PACK}/{path}")).select(f"a[href='/{PACK}/blank-form']"), path
