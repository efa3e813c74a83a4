"""Every page is listed with who may reach it, and the list is held against what the site does."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from itertools import product as every_pair
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.documents.form_code import form_code
from consult.organiser.accounts.coming_back import BY
from consult.packs.model import Pack
from consult.resident.visit import cookie_name
from consult.results.tally import RESPONSES, Tally
from consult.store.mixing.submissions import receipt_for
from consult.web.languages import LANGUAGES
from tests.guards.routes import CODE, FORM_CODE, IN_ADDRESSES, PHRASE, RECEIPT, ROUTES, Access, Addresses
from tests.guards.source import product
from tests.organiser.conftest import Fill, Prepared, Who, address_of, put_back
from tests.organiser.material import OTHERS, code_for
from tests.pages import InspectingClient, guard, soup
from tests.resident.journey import answer, share

ALWAYS = {"HEAD", "OPTIONS"}
SIGN_IN = {"en": "/organiser/sign-in", "cy": "/cy/organiser/sign-in"}
TOKENS = {"no guard": {}, "an empty guard": {"csrf_token": ""}, "a forged guard": {"csrf_token": "IjEi.aaaa.bbbb"}}

SHOWN = [name for name, route in ROUTES.items() if route.shows]
SHOWN_TO_ALL = [name for name in SHOWN if ROUTES[name].access is Access.EVERYONE]
SENT = [name for name, route in ROUTES.items() if route.sends is not None]
CLOSED = [name for name, route in ROUTES.items() if route.access is not Access.EVERYONE]
REACHED = [name for name in CLOSED if name in SHOWN]
OWN = [name for name in SHOWN if ROUTES[name].access is Access.OWN_CAMPAIGN]

MARK = "a-mark-that-is-nowhere-else"
NAMES_IN_QUERIES = set().union(
    *(re.findall(r"request\.args(?:\.get\(|\[)\"(\w+)\"", source.text) for source in product())
) | {BY}
"""Every name that the code reads from a query."""

ENOUGH = Tally(RESPONSES, RESPONSES, 20, 20)
"""So many responses that everything can be seen."""

in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def who_opens(endpoint: str) -> Who:
    """Return somebody whom a page lets in: an administrator, but for the steps of signing in."""
    if ROUTES[endpoint].access is not Access.HALFWAY:
        return Who.ADMINISTRATOR
    return Who.NEW if "set_up" in endpoint else Who.HALFWAY


class Person:
    """Someone who has answered, shared and signed in, and what the marks in the table stand for."""

    def __init__(self, app: Flask, pack: Pack, organiser: Prepared, who: Who) -> None:
        client = app.test_client()
        assert isinstance(client, InspectingClient)
        client.set_cookie("visit", organiser.cookies[who])
        answer(client, 1, choice="agree", text="My words.")
        share(client)
        with app.app_context():
            cookie = client.get_cookie(cookie_name(pack))
            assert cookie is not None
            receipt = receipt_for(cookie.value)
        self.client = client
        self._marks = {PHRASE: cookie.value, RECEIPT: receipt, FORM_CODE: form_code(pack)}
        self._marks[CODE] = code_for(app, address_of(who))

    def fills_in(self, endpoint: str) -> dict[str, str]:
        """Return what this person would send to a page, without the guard."""
        sends = ROUTES[endpoint].sends
        assert sends is not None
        return {name: self._marks.get(value, value) for name, value in sends.items()}


def test_every_route_is_in_the_table_with_its_methods(app: Flask) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for rule in app.url_map.iter_rules():
        found[rule.endpoint] |= (rule.methods or set()) - ALWAYS
    assert found == {endpoint: route.methods for endpoint, route in ROUTES.items()}


def test_every_page_exists_in_every_language(app: Flask) -> None:
    found: dict[str, set[object]] = defaultdict(set)
    for rule in app.url_map.iter_rules():
        found[rule.endpoint].add((rule.defaults or {}).get("language"))
    assert {endpoint: languages for endpoint, languages in found.items() if languages != set(LANGUAGES)} == {}


@in_every_language
@pytest.mark.usefixtures("organiser")
def test_everyone_can_open_a_public_page(client: InspectingClient, addresses: Addresses, language: str) -> None:
    for endpoint in SHOWN_TO_ALL:
        response = client.get(addresses(endpoint, language))
        assert not leads_to_sign_in(response, language), endpoint
        response = client.get(addresses(endpoint, language), follow_redirects=True)
        assert response.status_code == 200, endpoint
        assert is_in(response, language), endpoint


@in_every_language
@pytest.mark.parametrize("slug", [IN_ADDRESSES["slug"], OTHERS, "no-such-campaign"])
@pytest.mark.usefixtures("organiser")
def test_nobody_reaches_an_organisers_page_without_signing_in(
    client: InspectingClient, addresses: Addresses, slug: str, language: str
) -> None:
    for endpoint in CLOSED:
        for method in ROUTES[endpoint].methods:
            response = client.open(addresses(endpoint, language, slug=slug), method=method)
            assert leads_to_sign_in(response, language), (endpoint, method)


@in_every_language
def test_everybody_reaches_their_pages(
    client: InspectingClient, organiser: Prepared, addresses: Addresses, fill: Fill, language: str
) -> None:
    fill([ENOUGH])
    for endpoint in REACHED:
        client.set_cookie("visit", organiser.cookies[who_opens(endpoint)])
        response = client.get(addresses(endpoint, language), follow_redirects=True)
        assert response.status_code == 200, endpoint
        assert is_in(response, language), endpoint


@in_every_language
def test_an_organiser_cannot_tell_another_campaign_from_none(
    signed_in: InspectingClient, addresses: Addresses, language: str
) -> None:
    for endpoint in OWN:
        theirs = signed_in.get(addresses(endpoint, language, slug=OTHERS))
        nobodys = signed_in.get(addresses(endpoint, language, slug="no-such-campaign"))
        assert theirs.status_code == nobodys.status_code == 404, endpoint
        assert theirs.text.replace(OTHERS, "") == nobodys.text.replace("no-such-campaign", ""), endpoint


@pytest.mark.parametrize("token", TOKENS)
def test_a_form_without_its_guard_changes_nothing(
    app: Flask, pack: Pack, organiser: Prepared, addresses: Addresses, fill: Fill, tmp_path: Path, token: str
) -> None:
    fill([ENOUGH])
    people = {who: Person(app, pack, organiser, who) for who in {who_opens(endpoint) for endpoint in SENT}}
    before = kept(tmp_path)
    for endpoint, language in every_pair(SENT, LANGUAGES):
        person = people[who_opens(endpoint)]
        sent = person.fills_in(endpoint) | TOKENS[token]
        response = person.client.post(addresses(endpoint, language), data=sent)
        assert response.status_code == 400, endpoint
        assert is_in(response, language), endpoint
        assert kept(tmp_path) == before, endpoint
    campaigns = people[Who.ADMINISTRATOR].client.get(addresses("organiser.campaigns", "en"))
    assert not leads_to_sign_in(campaigns, "en")


def test_a_form_with_its_guard_is_taken(
    app: Flask, pack: Pack, organiser: Prepared, addresses: Addresses, fill: Fill, tmp_path: Path
) -> None:
    """What the table sends would do something, so the test before this one means something."""
    for endpoint in SENT:
        put_back(app, organiser, tmp_path)
        fill([ENOUGH])
        person = Person(app, pack, organiser, who_opens(endpoint))
        token = guard(person.client.get(addresses("resident.delete", "en")))
        sent = person.fills_in(endpoint) | {"csrf_token": token}
        assert person.client.post(addresses(endpoint, "en"), data=sent).status_code in {200, 303}, endpoint


def test_no_page_repeats_what_stands_in_its_query(
    app: Flask, pack: Pack, organiser: Prepared, addresses: Addresses, client: InspectingClient
) -> None:
    """A page that repeats what anybody can put into a link could be made to betray its secrets by its length.

    The sign-in page repeats where to go afterwards: docs/decisions/compression.md says why that is no way in.
    """
    people = {who: Person(app, pack, organiser, who) for who in {who_opens(endpoint) for endpoint in SHOWN}}
    query = dict.fromkeys(NAMES_IN_QUERIES | {"q", "text", "csrf_token"}, MARK)
    for endpoint in SHOWN:
        person = people[who_opens(endpoint)]
        response = person.client.get(addresses(endpoint, "en"), query_string=query, follow_redirects=True)
        assert MARK not in response.get_data().decode(errors="replace"), endpoint
    assert (
        client.get(addresses("organiser.sign_in", "en"), query_string=query).text.count(MARK) == len(LANGUAGES) - 1
    )


def is_in(response: TestResponse, language: str) -> bool:
    """Say whether a page is in a language. A file has none to declare."""
    return response.mimetype != "text/html" or soup(response).select_one(f"html[lang={language}]") is not None


def leads_to_sign_in(response: TestResponse, language: str) -> bool:
    return response.status_code == 303 and response.location.partition("?")[0] == SIGN_IN[language]


def kept(folder: Path) -> list[str]:
    """Return everything that the database holds."""
    with sqlite3.connect(folder / "consult.db") as connection:
        held = list(connection.iterdump())
    connection.close()
    return held
