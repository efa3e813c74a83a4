"""Every page that the site has, from the list of its routes: held to the accessibility rules and to two screens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, ViewportSize

from consult.packs.model import Pack
from consult.results.tally import LANGUAGE
from consult.web.languages import LANGUAGES
from tests.guards.routes import ROUTES, Access, Addresses
from tests.journeys.accessibility import faults
from tests.journeys.conftest import MakeVisitor, Site, Visitor
from tests.journeys.filled import ADMINISTRATOR, FULL, OTHER, Filled, app_in
from tests.journeys.steps import go_by, sign_in
from tests.organiser.conftest import Who

pytestmark = pytest.mark.journey

NARROW, WIDE = ViewportSize(width=320, height=800), ViewportSize(width=1000, height=800)
SIZES = {"en": (WIDE, NARROW), "cy": (NARROW,)}
"""The screens for each language. The wide one is the same page in both; on the narrow one, words have to fit."""

FILES = {"resident.blank_form_file", "organiser.file", "organiser.schema", "organiser.handout_file"}
"""What is taken away, and no page."""

LEADS_ON = {"resident.start", "resident.join", "resident.join_by_long_address", "resident.shared_before"}
"""What leads to another page where there is one consultation only, or nothing to ask."""

MORE: dict[str, tuple[dict[str, object], ...]] = {
    "resident.question": ({"number": 6}, {"number": 17}),
    "organiser.look": ({"part": "tasks"}, {"part": "privacy"}, {"part": "closed"}),
    "organiser.handout": ({"handout": "leaflet", "written": "cy"},),
    "organiser.person_action": ({"action": "remove"}, {"action": "switch-off"}),
}
"""Addresses with other things in them that look different."""

ASKED = {
    "organiser.campaign": (f"?by={LANGUAGE}", "?by=capacity"),
    "organiser.compare": (f"?campaign={FULL}&campaign={OTHER}",),
}
"""Queries with which a page looks different."""


def pages(app: Flask, pack: Pack, language: str, whose: Filled) -> Iterator[tuple[str, str]]:
    """Go through the names and the addresses of all pages that can be asked for."""
    build = Addresses(app, pack)
    ours = {"slug": FULL, "comment": whose.comment, "person": whose.invited}
    for endpoint in [name for name, route in ROUTES.items() if route.shows and name not in FILES | LEADS_ON]:
        known: dict[str, object] = {**ours} if endpoint.startswith("organiser.") else {}
        for others in ({}, *MORE.get(endpoint, ())):
            yield endpoint, build(endpoint, language, **{**known, **others})
        for query in ASKED.get(endpoint, ()):
            yield endpoint, build(endpoint, language, **known) + query


def who_opens(endpoint: str) -> Who | None:
    """Return who is signed in when the page is opened, or None for nobody."""
    if ROUTES[endpoint].access is Access.HALFWAY:
        return Who.NEW if "set_up" in endpoint else Who.HALFWAY
    return None if ROUTES[endpoint].access is Access.EVERYONE else Who.ADMINISTRATOR


class Doorman:
    """Sees to it that the one is signed in whom a page lets in."""

    def __init__(self, visitor: Visitor, app: Flask, whose: Filled) -> None:
        sign_in(visitor.go("/organiser/sign-in"), app, ADMINISTRATOR)
        mine = next(each for each in visitor.context.cookies() if each["name"] == "visit")
        self._cookies = {**whose.cookies, Who.ADMINISTRATOR: mine["value"]}
        self._visitor = visitor

    def open(self, endpoint: str, address: str) -> Page:
        """Open a page as somebody who may see it. It has to be there, and to lead nowhere else."""
        visitor, who = self._visitor, who_opens(endpoint)
        visitor.context.clear_cookies(name="visit")
        if who is not None:
            visitor.context.add_cookies(
                [{"name": "visit", "value": self._cookies[who], "url": visitor.site.address}]
            )
        answer = visitor.page.goto(visitor.site.address + address)
        assert answer is not None
        assert (answer.status, visitor.page.url) == (200, visitor.site.address + address)
        return visitor.page


@pytest.mark.parametrize("room", ["resident", "organiser"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_passes_the_rules_and_fits_the_screen(
    visit: MakeVisitor, site: Site, pack: Pack, filled: Filled, room: str, language: str
) -> None:
    visitor, app, found = visit(), app_in(site.folder), []
    page = visitor.go(Addresses(app, pack)("resident.question", language, number=1))
    page.locator("input[type=radio]").first.check()
    page.locator("textarea").fill("I live near https://example.org/" + "a" * 80)
    go_by(page, page.locator("main form button").first)
    doorman = Doorman(visitor, app, filled)
    for endpoint, address in pages(app, pack, language, filled):
        if endpoint.startswith(room):
            doorman.open(endpoint, address)
            for size in SIZES[language]:
                page.set_viewport_size(size)
                found += faults(page)
    assert not found, "\n".join(found)
