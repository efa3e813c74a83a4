"""Whatever goes wrong is a clear page with the right status, and no log holds what a person typed."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.store import drafts
from consult.store.database import StoreUnavailable
from consult.web.errors import error_page
from consult.web.languages import LANGUAGES
from consult.wiring import MOST_BYTES
from tests.conftest import PACK
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer

SECRET = "my-very-own-words"


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere/at/all", 404),
        ("POST", f"/{PACK}/tasks", 405),
        ("DELETE", f"/{PACK}/question/1", 405),
        ("GET", f"/{PACK}/question/1%00", 404),
        ("GET", "/%ff%fe", 404),
        ("GET", "/../../etc/passwd", 404),
    ],
)
def test_a_wrong_request_is_a_page_of_ours(
    client: InspectingClient, prefix: str, method: str, path: str, status: int
) -> None:
    response = client.open(prefix + path, method=method)
    assert (response.status_code, response.mimetype) == (status, "text/html")


def test_too_large_a_body_is_refused_with_a_page(client: InspectingClient) -> None:
    response = client.post(f"/{PACK}/question/1", data={"text": "x" * MOST_BYTES})
    assert response.status_code == 413
    assert "your browser keeps what you typed" in text_of(soup(response).main)


def test_a_body_that_is_no_form_is_refused_with_the_page(client: InspectingClient) -> None:
    for content_type in ("multipart/form-data; boundary=x", "application/json", "text/plain", ""):
        response = client.post(f"/{PACK}/question/1", data=b"\xff\xfe\x00--x\r\n", content_type=content_type)
        assert response.status_code == 400


@pytest.mark.parametrize("path", ["tasks", "check", "question/1", "download", "share", "shared"])
def test_a_database_that_is_away_is_a_page_that_says_so(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    answer(client, 1, text="kept")

    def away(_phrase: str) -> str:
        raise StoreUnavailable

    monkeypatch.setattr(drafts, "load", away)
    response = client.get(f"/{PACK}/{path}")
    assert response.status_code == 503
    assert "Nothing is lost" in text_of(soup(response).main)


def test_an_error_of_ours_is_a_page_and_its_text_is_in_no_log(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_phrase: str) -> str:
        raise RuntimeError(SECRET)

    answer(client, 1, text="kept")
    monkeypatch.setattr(drafts, "load", broken)
    with caplog.at_level("DEBUG"):
        response = client.get(f"/{PACK}/tasks?{SECRET}=1", headers={"User-Agent": SECRET, "Referer": SECRET})
    assert response.status_code == 500
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in response.get_data(as_text=True)


def test_every_language_has_every_error_page(app: Flask) -> None:
    for code in LANGUAGES:
        for status in (400, 403, 404, 405, 413, 418, 429, 500, 503):
            with app.test_request_context("/" if code == "en" else f"/{code}/"):
                app.preprocess_request()
                assert error_page(status).status_code == status
