"""Every page of the organiser's site, asked for by everybody, for every campaign, in every way."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from consult.organiser.rules import OF_A_CAMPAIGN, RULES, Rule
from consult.packs.model import Pack
from consult.results.tally import RESPONSES, Tally
from consult.web.languages import DEFAULT
from tests.guards.routes import IN_ADDRESSES
from tests.organiser.conftest import Fill, Prepared, Who
from tests.organiser.material import OTHERS

NOT_THERE = "no-such-campaign"
NOBODY = "nobody"
HALF = {Who.HALFWAY, Who.NEW}
GONE = {NOBODY, Who.REMOVED, Who.SWITCHED_OFF, Who.SIGNED_OUT}

IN, SIGN_IN, REFUSED, MISSING = "let in", "to sign-in", "refused", "not found"


@dataclass(frozen=True)
class Try:
    """One page, asked for in one way by somebody, for a campaign (empty: the address names none)."""

    who: str
    endpoint: str
    method: str
    slug: str
    address: str

    @property
    def due(self) -> str:
        """What must come of it, worked out from who they are and nothing that the site says."""
        rule = RULES[self.endpoint]
        if rule is Rule.OPEN:
            return IN
        if rule is Rule.HALFWAY:
            return IN if self.who in HALF else SIGN_IN
        if self.who in GONE | HALF:
            return SIGN_IN
        if rule in OF_A_CAMPAIGN and not self.is_theirs:
            return MISSING
        return IN if self.who in MAY[rule] else REFUSED

    @property
    def is_theirs(self) -> bool:
        if self.who == Who.ADMINISTRATOR:
            return self.slug != NOT_THERE
        return self.slug == (OTHERS if self.who == Who.STRANGER else IN_ADDRESSES["slug"])


RUN = {Who.ORGANISER, Who.STRANGER, Who.ADMINISTRATOR}
MAY: dict[Rule, set[Who]] = {
    Rule.SIGNED_IN: {*RUN, Who.VIEWER},
    Rule.READS: {*RUN, Who.VIEWER},
    Rule.CHANGES: RUN,
    Rule.ORGANISES: RUN,
    Rule.ADMINISTERS: {Who.ADMINISTRATOR},
}


def tries(app: Flask, pack: Pack) -> Iterator[Try]:
    """Give every combination."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        blueprint, _, endpoint = rule.endpoint.partition(".")
        if blueprint != "organiser":
            continue
        # The same view answers in each language, so one campaign is enough for the others.
        every = (pack.id, OTHERS, NOT_THERE) if (rule.defaults or {}).get("language") == DEFAULT else (pack.id,)
        slugs = every if "slug" in rule.arguments else ("",)
        for slug in slugs:
            values = IN_ADDRESSES | {"pack": pack, "slug": slug} | dict(rule.defaults or {})
            filled = {name: values[name] for name in rule.arguments}
            for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}):
                address = adapter.build(rule.endpoint, filled, method=method)
                for who in (NOBODY, *Who):
                    yield Try(who, endpoint, method, slug, address)


def outcome(response: TestResponse) -> str:
    """Return what came of a request. A redirect to elsewhere, or a form without its guard, was let in."""
    if response.status_code == 303 and response.location.partition("?")[0].endswith("/organiser/sign-in"):
        return SIGN_IN
    return {403: REFUSED, 404: MISSING}.get(response.status_code, IN)


@pytest.fixture
def clients(app: Flask, organiser: Prepared) -> dict[str, FlaskClient]:
    """Give each person a browser with the cookie that they have."""
    made = {}
    for who in (NOBODY, *Who):
        # Not one that inspects pages: these are thousands, and other tests look at each.
        client = FlaskClient(app, app.response_class, use_cookies=False)
        if who != NOBODY:
            client.environ_base["HTTP_COOKIE"] = f"visit={organiser.cookies[Who(who)]}"
        made[str(who)] = client
    return made


def test_every_page_lets_in_whom_it_must_and_nobody_else(
    app: Flask, pack: Pack, clients: dict[str, FlaskClient], fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    fill([Tally(RESPONSES, RESPONSES, 20, 20)])
    came: Counter[str] = Counter()
    wrong = []
    for each in tries(app, pack):
        # The other campaign has no answers to show. No form has its guard, so nobody changes anything.
        found = outcome(clients[each.who].open(each.address, method=each.method))
        if found != each.due and (found, each.due, each.slug) != (MISSING, IN, OTHERS):
            wrong.append((each, found))
        came[found] += 1
    with capsys.disabled():
        sys.stdout.write(f"\nAccess matrix: {came.total()} requests: {dict(came)}\n")
    assert wrong == []
    assert came.total() > 1000
    assert all(came[kind] > 20 for kind in (IN, SIGN_IN, REFUSED, MISSING))


def test_every_page_has_a_rule_and_every_rule_a_page(app: Flask) -> None:
    pages = {
        rule.endpoint.partition(".")[2]: rule for rule in app.url_map.iter_rules() if "organiser." in rule.endpoint
    }
    assert set(pages) == set(RULES)
    named = {endpoint for endpoint, rule in pages.items() if "slug" in rule.arguments}
    assert {endpoint for endpoint, rule in RULES.items() if rule in OF_A_CAMPAIGN} == named


def test_a_page_without_a_rule_is_nobodys(clients: dict[str, FlaskClient], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, "campaigns")
    for client in clients.values():
        assert client.get("/organiser/").status_code == 404
