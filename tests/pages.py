"""A client that inspects every page it is given, so that each test guards the whole site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from consult.web.headers import HEADERS

SITE_NAMES = {"en": "In your own words", "cy": "Yn eich geiriau eich hun"}
ERROR = {"en": "Error:", "cy": "Gwall:"}


class InspectingClient(FlaskClient):
    """A test client that holds every HTML page to the rules of the house."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401 - as Werkzeug has it
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            faults = list(inspect(response.get_data(as_text=True)))
            assert not faults, f"{response.request.path}: " + "; ".join(faults)
        for name, value in HEADERS.items():
            if not response.request.path.startswith("/assets/"):
                assert response.headers[name] == value
        return response


def soup(response: TestResponse) -> BeautifulSoup:
    return BeautifulSoup(response.get_data(as_text=True), "html.parser")


def guard(response: TestResponse) -> str:
    """Return the forgery guard in a page's form."""
    field = soup(response).select_one("input[name=csrf_token]")
    assert field is not None
    return str(field["value"])


def text_of(tag: Tag | BeautifulSoup | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def inspect(html: str) -> Iterator[str]:
    """Give every fault of a page in words."""
    page = BeautifulSoup(html, "html.parser")
    if not html.lstrip().lower().startswith("<!doctype html>"):
        yield "no document type"
    yield from _head(page)
    yield from _references(page)
    yield from _fields(page)
    yield from _policy(page)
    notes = Counter(map(text_of, page.select(".govuk-inset-text, .govuk-notification-banner, .govuk-warning-text")))
    yield from (f"{note!r} is said {count} times" for note, count in notes.items() if count > 1)
    for theirs in page.select("textarea, input, .app-words"):
        theirs.decompose()
    ours = str(page)
    for left_over in ("{{", "}}", "{%", "slot-", ">None<", '"None"', "Undefined", "&lt;span", "%("):
        if left_over in ours:
            yield f"{left_over!r} is left over from a template"


def _head(page: BeautifulSoup) -> Iterator[str]:
    root, headings = page.html, page.find_all("h1")
    language = str(root.get("lang", "")) if root else ""
    if language not in SITE_NAMES:
        yield f"the page's language is {language!r}"
        return
    if len(headings) != 1:
        yield f"{len(headings)} first-level headings"
        return
    has_problem = page.select_one(".govuk-error-summary") is not None
    start = f"{ERROR[language]} " if has_problem else ""
    wanted = f"{start}{text_of(headings[0])} – {SITE_NAMES[language]}"
    if text_of(page.title) != wanted:
        yield f"the title is {text_of(page.title)!r}, not {wanted!r}"
    levels = [
        int(heading.name[1])
        for heading in page.select("h1, h2, h3, h4, h5, h6")
        if not heading.find_parent("footer")
    ]
    if any(after > before + 1 for before, after in pairwise(levels)) and not has_problem:
        yield f"heading levels jump: {levels}"
    if page.select_one(".app-not-government") is None:
        yield "nothing says that this is not the government"
    if (
        page.select_one("main#main-content") is None
        or page.select_one("a.govuk-skip-link[href='#main-content']") is None
    ):
        yield "no way to skip to the content"


def _references(page: BeautifulSoup) -> Iterator[str]:
    ids = Counter(str(tag["id"]) for tag in page.select("[id]"))
    yield from (f"id {name!r} is there {count} times" for name, count in ids.items() if count > 1)
    for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        for tag in page.select(f"[{attribute}]"):
            value = tag[attribute]
            names = value if isinstance(value, list) else str(value).split()
            yield from (f"{attribute} points at {name!r}, which is not there" for name in names if name not in ids)
    for link in page.select("a[href^='#']"):
        if str(link["href"])[1:] not in ids:
            yield f"a link leads to {link['href']!r}, which is not on the page"
    for link in page.select("a"):
        if not text_of(link):
            yield f"a link to {link.get('href')} has no text"


def _fields(page: BeautifulSoup) -> Iterator[str]:
    for form in page.select("form[method=post]"):
        if not form.select_one("input[name=csrf_token][value]"):
            yield "a form has no guard"
    for field in page.select("input:not([type=hidden]), textarea, select"):
        if not page.select_one(f"label[for='{field.get('id')}']"):
            yield f"field {field.get('name')!r} has no label"


def _policy(page: BeautifulSoup) -> Iterator[str]:
    if page.select("[style], style") or page.select("script:not([src])"):
        yield "a style or script stands in the page, which the policy forbids"
    for tag in page.find_all(True):
        yield from (f"{name} on <{tag.name}>" for name in tag.attrs if re.match(r"on[a-z]+$", name))
    for tag in page.select("link[href], script[src], img[src]"):
        address = str(tag.get("href") or tag.get("src"))
        if tag.get("rel") != ["alternate"] and not address.startswith("/"):
            yield f"{address} is loaded from elsewhere"
