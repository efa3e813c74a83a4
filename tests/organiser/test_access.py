"""Who may reach what."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.organiser.access import rule_of
from consult.organiser.rules import Rule
from consult.packs.model import Pack
from consult.store.database import writing
from consult.store.organisers import audit
from tests.guards.routes import IN_ADDRESSES
from tests.organiser.conftest import Fill
from tests.organiser.material import EMAIL, OTHERS, PASSWORD, SIGN_IN, invented_tallies
from tests.pages import InspectingClient, guard, soup

ENOUGH = 40


def addresses(app: Flask, pack: Pack) -> list[tuple[str, str]]:
    """Return a method and an address for every page of the organiser's site, in both languages."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("organiser.")]
    assert len(rules) >= 2 * 6
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        filled = IN_ADDRESSES | {"slug": "any-campaign", "pack": pack}
        return [
            (method, adapter.build(rule.endpoint, filled | dict(rule.defaults or {}), method=method))
            for rule in rules
            for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"})
            if rule_of(rule.endpoint) is not Rule.OPEN
        ]


def test_every_page_but_signing_in_needs_somebody_signed_in(
    app: Flask, client: InspectingClient, pack: Pack
) -> None:
    for method, address in addresses(app, pack):
        response = client.open(address, method=method)
        language = "/cy" if address.startswith("/cy/") else ""
        assert response.status_code == 303
        assert response.location.startswith(f"{language}/organiser/sign-in")


def test_other_peoples_campaigns_are_not_there(signed_in: InspectingClient) -> None:
    for slug in (OTHERS, "not-there", "%00", "%EF%BF%BD"):
        for ending in ("", "/results.csv", "/results.xlsx"):
            assert signed_in.get(f"/organiser/campaigns/{slug}{ending}").status_code == 404


def test_an_unknown_kind_of_file_or_group_is_not_there(signed_in: InspectingClient, pack: Pack, fill: Fill) -> None:
    fill(invented_tallies(pack, iter(lambda: ENOUGH, 0)))
    for ending in ("/results.pdf", "/results.csv?by=name", "?by=name"):
        assert signed_in.get(f"/organiser/campaigns/{pack.id}{ending}").status_code == 404


def test_what_was_seen_and_taken_is_noted_without_a_time_or_an_address(
    signed_in: InspectingClient, app: Flask, pack: Pack, fill: Fill
) -> None:
    fill(invented_tallies(pack, iter(lambda: ENOUGH, 0)))
    for ending in ("", "/results.csv", "/results.xlsx"):
        assert signed_in.get(f"/organiser/campaigns/{pack.id}{ending}").status_code == 200
    with app.app_context():
        entries = audit.entries(pack.id)
    assert {entry.email for entry in entries} == {EMAIL}
    assert [entry.action for entry in reversed(entries)] == [
        "saw-results",
        "took-results-csv",
        "took-results-xlsx",
    ]


def test_residents_pages_do_nothing_for_accounts(app: Flask, client: InspectingClient, pack: Pack) -> None:
    for hooks in (app.before_request_funcs, app.after_request_funcs, app.template_context_processors):
        for hook in hooks[None]:
            assert not getattr(hook, "func", hook).__module__.startswith(("flask_login", "flask_p", "flask_s"))
    response = client.get(f"/{pack.id}/tasks")
    assert "_fresh" not in str(response.headers.getlist("Set-Cookie"))
    with client.session_transaction() as session:
        assert not {"_fresh", "_remember", "_id"} & set(session)


@pytest.mark.usefixtures("organiser")
def test_when_the_database_is_away_the_address_stays(client: InspectingClient, app: Flask) -> None:
    token = guard(client.get(SIGN_IN))
    take_away(app, "organisers")
    response = client.post(SIGN_IN, data={"csrf_token": token, "email": EMAIL, "password": PASSWORD})
    assert response.status_code == 503
    assert soup(response).select("#email")[0]["value"] == EMAIL
    assert PASSWORD not in response.text


def test_when_the_database_is_away_every_page_says_so(
    signed_in: InspectingClient, app: Flask, pack: Pack, fill: Fill
) -> None:
    fill(invented_tallies(pack, iter(lambda: ENOUGH, 0)))
    for table in ("audit", "tallies", "organisers"):
        take_away(app, table)
        assert signed_in.get(f"/organiser/campaigns/{pack.id}").status_code == 503
    assert signed_in.get("/organiser/").status_code == 503
    assert signed_in.get(SIGN_IN).status_code == 503


def take_away(app: Flask, table: str) -> None:
    with app.app_context(), writing() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_away")
