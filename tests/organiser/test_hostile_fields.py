"""Every field of every form of the organiser's site, sent what nobody would type: an answer, and never a crash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from consult.organiser.rules import RULES, Rule
from consult.packs.model import Pack
from consult.results.tally import RESPONSES, Tally
from tests.guards.routes import IN_ADDRESSES
from tests.organiser.conftest import Fill, Prepared, Who

# In the bytes of a form: Python would refuse to write some of them.
HOSTILE = {
    "spaces": "+%09%0D%0A",
    "NUL": "a%00b",
    "a lone surrogate, and no UTF-8": "%ED%A0%80%FF%FE",
    "turned round, in digits of another script": "%E2%80%AE%E2%81%A6%D9%A3",
    "markup in a formula": "%3D1%2B1%3Cscript%3Ealert(1)%3C/script%3E%22'%7B%7B7*7%7D%7D",
    "a number beyond the database": "9" * 30,
    "huge": "x" * 60_000,
}
TWICE = "twice"
SLOW = {"password", "current", "code"}
"""Fields whose checks are slow on purpose, or lock the account: `tests/organiser/test_sign_in.py` tries those."""

NOT_TRIED = {"sign_out"}
ALIVE = re.compile(r"<script>alert")


@dataclass(frozen=True)
class Sent:
    """A form of a page, and what a browser would send of it."""

    page: str
    action: str
    fields: tuple[tuple[str, str], ...]

    def names(self) -> list[str]:
        """Return the fields to try: of those that differ in a number only, one stands for all."""
        every = {name for name, _value in self.fields} - SLOW - {"csrf_token"}
        return sorted({re.sub(r"\d+", "", name): name for name in sorted(every, reverse=True)}.values())

    def body(self, name: str, kind: str) -> bytes:
        """Return the form's bytes with one field made hostile, in all of its places."""
        kept = [pair for pair in self.fields if kind == TWICE or pair[0] != name]
        if kind == TWICE:
            return urlencode([*kept, *(pair for pair in self.fields if pair[0] == name)]).encode()
        return f"{urlencode(kept)}&{name}={HOSTILE[kind]}".encode()


def pages(app: Flask, values: Mapping[str, object]) -> Iterator[str]:
    """Give the English address of every page of the organiser's site that may have a form."""
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        blueprint, _, endpoint = rule.endpoint.partition(".")
        if blueprint != "organiser" or (rule.defaults or {}).get("language") != "en" or endpoint in NOT_TRIED:
            continue
        if RULES[endpoint] not in {Rule.OPEN, Rule.HALFWAY} and "GET" in (rule.methods or ()):
            yield adapter.build(rule.endpoint, {name: values[name] for name in rule.arguments})


def forms(client: FlaskClient, address: str) -> Iterator[Sent]:
    response = client.get(address)
    if response.mimetype != "text/html":
        return
    for form in BeautifulSoup(response.text, "html.parser").select("main form[method=post]"):
        fields = tuple(value for tag in form.select("input, textarea, select") for value in sent_by(tag))
        yield Sent(address, str(form.get("action") or address), fields)


def sent_by(tag: Tag) -> Iterator[tuple[str, str]]:
    """Give what a field would send. Every choice counts as chosen, so that none is left out."""
    if tag.name == "select":
        chosen = tag.select("option[selected]") or tag.select("option")
        yield str(tag["name"]), str(chosen[0]["value"])
    elif tag.get("name"):
        value = tag.text if tag.name == "textarea" else tag.get("value", "")
        yield str(tag["name"]), str(value)


@pytest.fixture
def client(app: Flask, organiser: Prepared) -> FlaskClient:
    """A browser of an administrator, who reaches every page, that looks at nothing."""
    made = FlaskClient(app, app.response_class, use_cookies=False)
    made.environ_base["HTTP_COOKIE"] = f"visit={organiser.cookies[Who.ADMINISTRATOR]}"
    return made


def test_no_field_of_any_form_brings_the_site_down(app: Flask, client: FlaskClient, pack: Pack, fill: Fill) -> None:
    fill([Tally(RESPONSES, RESPONSES, 20, 20)])
    app.config["PROPAGATE_EXCEPTIONS"] = False
    values = IN_ADDRESSES | {"pack": pack, "slug": pack.id, "language": "en", "number": 1}
    tried, fields, broken = 0, set(), []
    for address in pages(app, values):
        for form in forms(client, address):
            for name in form.names():
                fields.add((form.action, name))
                for kind in (*HOSTILE, TWICE):
                    answer = client.post(
                        form.action,
                        data=form.body(name, kind),
                        content_type="application/x-www-form-urlencoded",
                    )
                    tried += 1
                    if answer.status_code >= 500 or ALIVE.search(answer.text):
                        broken.append((form.action, name, kind, answer.status_code))
    assert broken == []
    assert len(fields) >= 50
    assert tried >= 400
