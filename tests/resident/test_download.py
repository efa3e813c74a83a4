"""Taking the document away, and what is typed for it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from flask import Flask

from consult.documents.details import NAME_LIMIT
from consult.store.database import db
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer, post

NAME = "Zephyrine Quill"


def words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_document_has_the_answers_and_who_responds(client: InspectingClient) -> None:
    answer(client, 1, choice="agree", text="Because I say so & <why>.\r\n\r\nAnd more.")
    file = post(client, "download", name=NAME, contact="1 Made-up Road", capacity="individual", provenance="y")
    assert file.status_code == 200
    assert file.headers["Content-Disposition"].startswith('attachment; filename="')
    assert f"-{PACK}-response.docx" in file.headers["Content-Disposition"]
    text = words(file.data)
    assert NAME in text
    assert "Because I say so & <why>." in text
    assert "2, 3, 4" in text


def test_what_is_typed_for_the_document_is_kept_nowhere(
    app: Flask, client: InspectingClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    answer(client, 1, text="x")
    with caplog.at_level("DEBUG"):
        assert NAME in words(post(client, "download", name=NAME).data)
    with app.app_context():
        db.engine.dispose()
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or NAME.encode() not in file.read_bytes(), file
    assert NAME not in caplog.text
    assert NAME not in str([cookie.value for cookie in (client._cookies or {}).values()])


def test_an_empty_response_is_a_document_that_says_so(client: InspectingClient) -> None:
    assert post(client, "download").status_code == 200


def test_a_stale_guard_keeps_what_was_typed(client: InspectingClient) -> None:
    refused = client.post(f"/{PACK}/download", data={"csrf_token": "old", "name": NAME, "contact": "1 Road"})
    assert refused.status_code == 400
    field = soup(refused).select_one("input[name=name]")
    assert field is not None
    assert field["value"] == NAME
    assert "1 Road" in text_of(soup(refused).select_one("textarea[name=contact]"))


def test_too_long_a_name_is_explained(client: InspectingClient) -> None:
    refused = post(client, "download", name="x" * (NAME_LIMIT + 1))
    assert refused.status_code == 422
    link = soup(refused).select_one(".govuk-error-summary a")
    assert link is not None
    assert link["href"] == "#name"


def test_six_main_points_are_one_too_many(client: InspectingClient) -> None:
    assert post(client, "download", summary="\n".join("abcdef")).status_code == 422
    assert post(client, "download", summary="\n".join("abcde")).status_code == 200


def test_an_unknown_kind_of_file_or_capacity_is_the_usual_one(client: InspectingClient) -> None:
    assert post(client, "download", face="exe", capacity="king").status_code == 200
