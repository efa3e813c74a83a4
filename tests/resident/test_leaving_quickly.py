"""The way out: where it is offered, where it leads, and what this browser forgets on the way."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.packs.model import Pack
from consult.web.languages import LANGUAGES
from consult.web.leaving_quickly import EXIT_TO, OPEN_PAGES
from tests.conftest import PACK
from tests.guards.routes import ROUTES, Addresses
from tests.pages import InspectingClient, soup, text_of
from tests.resident.journey import answer

PERSONAL = ["tasks", "question/1", "about-you", "check", "download", "share", "later", "delete"]


@pytest.mark.parametrize("path", PERSONAL)
def test_it_is_offered_where_answers_are_shown(client: InspectingClient, path: str) -> None:
    answer(client, 1, text="kept")
    page = soup(client.get(f"/{PACK}/{path}"))
    (button,) = page.select("a.govuk-exit-this-page__button")
    assert (button["href"], button["rel"]) == ("/exit", ["nofollow", "noreferrer"])
    assert [link["href"] for link in page.select("a.govuk-js-exit-this-page-skiplink")] == ["/exit"]


def test_every_page_that_is_not_open_offers_it(app: Flask, client: InspectingClient, pack: Pack) -> None:
    addresses = Addresses(app, pack)
    answer(client, 1, text="kept")
    for endpoint in [name for name, route in ROUTES.items() if route.shows and name.startswith("resident.")]:
        response = client.get(addresses(endpoint, "en"), follow_redirects=True)
        if response.mimetype == "text/html" and response.request.path == addresses(endpoint, "en"):
            offered = bool(soup(response).select(".govuk-exit-this-page"))
            assert offered == (endpoint not in OPEN_PAGES), endpoint


def test_open_pages_are_pages() -> None:
    assert set(ROUTES) >= OPEN_PAGES


def test_organisers_and_pages_that_are_not_there_have_none(client: InspectingClient) -> None:
    for path in ("/organiser/sign-in", "/nowhere/"):
        assert soup(client.get(path)).select(".govuk-exit-this-page") == []


def test_a_page_that_cannot_show_answers_right_now_offers_it_too(client: InspectingClient) -> None:
    response = client.post(f"/{PACK}/question/1", data={"text": "no guard"})
    assert response.status_code == 400
    assert soup(response).select(".govuk-exit-this-page")


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("asked", [None, "same-origin", "none"])
def test_it_leads_away_and_the_browser_forgets(client: InspectingClient, prefix: str, asked: str | None) -> None:
    answer(client, 1, text="My own words.")
    away = client.get(f"{prefix}/exit", headers={"Sec-Fetch-Site": asked} if asked else {})
    assert (away.status_code, away.location) == (303, EXIT_TO)
    assert (away.headers["Referrer-Policy"], away.headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert client.get_cookie(f"answers-{PACK}") is None
    assert client.get_cookie("visit") is None
    assert "My own words." not in client.get(f"/{PACK}/check").text


@pytest.mark.parametrize("asked", ["cross-site", "same-site"])
def test_a_link_on_another_site_makes_nobody_forget(client: InspectingClient, asked: str) -> None:
    answer(client, 1, text="My own words.")
    assert client.get("/exit", headers={"Sec-Fetch-Site": asked}).location == EXIT_TO
    assert client.get_cookie(f"answers-{PACK}") is not None
    assert "My own words." in client.get(f"/{PACK}/check").text


def test_whoever_begins_is_told_and_whoever_has_begun_is_not(client: InspectingClient) -> None:
    before = text_of(soup(client.get(f"/{PACK}/tasks")).main)
    answer(client, 1, text="kept")
    after = text_of(soup(client.get(f"/{PACK}/tasks")).main)
    assert "press “Exit this page”" in before
    assert "press “Exit this page”" not in after


def test_the_explanation_is_there_in_every_language(client: InspectingClient) -> None:
    for code in LANGUAGES:
        page = client.get("/leave-quickly" if code == "en" else f"/{code}/leave-quickly")
        assert page.status_code == 200
        assert len(soup(page).select("main li")) == 8
