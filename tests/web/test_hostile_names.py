"""Text that PostgreSQL refuses to look for, wherever an address, a form or a cookie names something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from consult import create_app
from consult.cli.starting import make_ready
from consult.packs.model import Pack
from consult.store.database import db
from consult.web.limits import limiter
from tests.conftest import PACK, settings_for
from tests.guards.routes import IN_ADDRESSES, ROUTES
from tests.organiser.conftest import Who, cookie_of
from tests.pages import guard

HOSTILE = {"NUL": "a%00b", "a lone surrogate, and no UTF-8": "%ED%A0%80%FF"}
MARK = "MARK"
FORM = "application/x-www-form-urlencoded"
QUERIES = {
    f"/organiser/campaigns/{PACK}": ("by",),
    f"/organiser/campaigns/{PACK}/comments/1": ("after",),
    "/organiser/compare": ("campaign",),
    "/organiser/record": ("campaign", "person", "action", "page"),
    "/organiser/sign-in": ("next",),
    f"/{PACK}/question/1": ("return",),
}
NOT_TRIED = {"sign_out", "password"}
"""What ends the session: a password may be of any characters."""
pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"])


@pytest.fixture
def site(database_uri: str, tmp_path: Path) -> Iterator[Flask]:
    """The whole site on PostgreSQL."""
    app = create_app(settings_for(tmp_path, DATABASE_URL=database_uri.replace("+psycopg", "")))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    make_ready(app)
    limiter.enabled = False
    yield app
    limiter.enabled = True
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@dataclass(frozen=True)
class Browser:
    """An administrator's, who reaches every page. Nothing that it is sent changes its cookie."""

    site: Flask
    cookie: str
    guard: str

    def ask(self, method: str, at: str, fields: str) -> int:
        """Return the status of the answer."""
        client = FlaskClient(self.site, self.site.response_class, use_cookies=False)
        body = f"{fields}&{urlencode({'csrf_token': self.guard})}"
        return client.open(
            at, method=method, data=body, content_type=FORM, headers={"Cookie": f"visit={self.cookie}"}
        ).status_code


@pytest.fixture
def visitor(site: Flask, pack: Pack) -> Browser:
    signed_in = site.test_client()
    signed_in.set_cookie("visit", cookie_of(site, Who.ADMINISTRATOR, pack))
    token = guard(signed_in.get("/organiser/account"))
    cookie = signed_in.get_cookie("visit")
    assert cookie is not None
    return Browser(site, cookie.value, token)


def asked(app: Flask, pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Give everything to ask for, each with the mark in one place: how, at which address, and the form's fields."""
    adapter, values = app.url_map.bind("localhost"), IN_ADDRESSES | {"pack": pack, "language": "en"}
    yield from (("GET", f"{at}?{name}={MARK}", "") for at, names in QUERIES.items() for name in names)
    for rule in app.url_map.iter_rules():
        for name in re.findall(r"<(\w+)>", rule.rule):
            at = adapter.build(rule.endpoint, {each: (values | {name: MARK})[each] for each in rule.arguments})
            yield from ((method, at, "") for method in ("GET", "POST") if method in (rule.methods or ()))
    for endpoint, route in ROUTES.items():
        if route.sends and endpoint.rpartition(".")[2] not in NOT_TRIED:
            arguments = next(app.url_map.iter_rules(endpoint)).arguments
            at = adapter.build(endpoint, {each: values[each] for each in arguments}, method="POST")
            for name in route.sends:
                yield "POST", at, urlencode(dict(route.sends) | {name: MARK})


def test_no_text_that_names_something_brings_the_site_down(site: Flask, visitor: Browser, pack: Pack) -> None:
    every = sorted(set(asked(site, pack)))
    answers = {
        (method, at, fields, kind): visitor.ask(method, at.replace(MARK, text), fields.replace(MARK, text))
        for method, at, fields in every
        for kind, text in HOSTILE.items()
    }
    assert {what: status for what, status in answers.items() if status >= 500} == {}
    assert len(every) >= 80
    # No guard kept a form from being read: whoever answers 400 saw what is in it.
    assert sum(status == 400 for status in answers.values()) < 10
