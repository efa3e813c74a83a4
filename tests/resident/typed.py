"""What a form on a page holds, as a browser would send it, and a form with something in every field."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from tests.pages import InspectingClient
from tests.resident.journey import post

EVERYTHING = {
    "capacity": "organisation",
    "organisation": "Made-up Residents’ Association",
    "role": "Chair",
    "name": "Zephyrine Quill",
    "contact": "1 Made-up Road\r\nLondon",
    "face": "odt",
    "document_language": "cy",
    "large_print": "y",
    "summary": "One point.\r\n  Another, set in.",
    "sources": "A report https://example.org/a\r\nA book",
    "confidentiality": "asked",
    "confidentiality_reason": "Because I say so.\r\n\r\n  And more, set in.",
    "written_in": "pl",
    "provenance": "y",
    "name_in_file_name": "y",
}


def held(page: BeautifulSoup) -> dict[str, str]:
    """Return the fields of the first form in the main part with their values, line ends as a browser sends them."""
    form = page.select_one("main form")
    assert form is not None
    values: dict[str, str] = {}
    for field in form.select("input, textarea, select"):
        name, kind = str(field.get("name", "")), field.get("type", field.name)
        if kind == "select":
            chosen = field.select_one("option[selected]")
            values[name] = str(chosen["value"]) if chosen else ""
        elif kind == "textarea":
            values[name] = field.get_text().removeprefix("\n")
        elif kind not in {"radio", "checkbox"} or field.has_attr("checked"):
            values[name] = str(field["value"])
    return {
        name: "\r\n".join(value.splitlines()) for name, value in values.items() if value and name != "csrf_token"
    }


def send(client: InspectingClient, path: str, fields: Mapping[str, str]) -> TestResponse:
    """Fill in the form at a path below the consultation with these fields, and return what comes back."""
    return post(client, path, follow=False, **fields)
