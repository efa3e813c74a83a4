"""The list of campaigns: how each stands, and who is offered what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from consult.organiser.campaigns.overview import PER_PAGE
from consult.packs.model import Pack
from consult.results.tally import RESPONSES, Tally
from consult.store import campaigns, plans
from consult.store.campaign_plan import Plan, State
from consult.store.organisers.roles import Role
from consult.web.shelf import today
from tests.organiser.conftest import Fill
from tests.organiser.material import EMAIL, add_account, sign_in
from tests.pages import InspectingClient, soup, text_of
from tests.results.material import plain_key


def responses(count: int) -> Tally:
    return Tally(RESPONSES, RESPONSES, count, plain_key(count))


def test_the_list_says_how_many_and_has_the_link_to_share(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    fill([responses(23)])
    page = soup(signed_in.get("/organiser/"))
    section = page.select_one(".app-campaign")
    assert "25 responses" in text_of(section)
    address = page.select_one("a.app-address")
    assert address is not None
    assert text_of(address) == f"http://localhost/c/{pack.id}"
    assert signed_in.get(str(address["href"])).status_code == 200


def test_an_organiser_without_campaigns_is_told_what_to_do(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        add_account(EMAIL, Role.ORGANISER, [])
    sign_in(client)
    assert "You have no campaigns yet" in client.get("/organiser/").text


def test_a_campaign_without_its_questions_says_so(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        campaigns.add("orphan", "An orphan", "a-pack-that-went")
        add_account(EMAIL, Role.ORGANISER, ["orphan"])
    sign_in(client)
    assert "not on this site any more" in client.get("/organiser/").text
    assert client.get("/organiser/campaigns/orphan").status_code == 404


STANDS = {
    "draft": ("Draft", False),
    "open": ("Open", True),
    "coming": ("Opens later", True),
    "paused": ("Paused", True),
    "closed": ("Closed", False),
}


@pytest.mark.parametrize("stage", STANDS)
@pytest.mark.parametrize("enough", [True, False])
def test_the_link_is_offered_only_where_residents_can_open_it(
    app: Flask, client: InspectingClient, pack: Pack, fill: Fill, stage: str, enough: bool
) -> None:
    slug, (tag, can_be_opened) = f"one-that-is-{stage}", STANDS[stage]
    with app.app_context():
        later = today(pack) + timedelta(days=3) if stage == "coming" else None
        plans.begin(slug, pack.id, Plan("One", opens_on=later))
        for state in {"draft": [], "coming": ["open"], "open": ["open"]}.get(stage, ["open", stage]):
            plans.move(slug, State(state))
        add_account("another@example.org", Role.ORGANISER, [slug])
        add_account("viewer-of-it@example.org", Role.VIEWER, [slug])
    if enough:
        fill([responses(50)], slug)
    for email, can_run in (("another@example.org", True), ("viewer-of-it@example.org", False)):
        one = app.test_client()
        assert isinstance(one, InspectingClient)
        sign_in(one, email)
        for path in ("/organiser/", f"/organiser/campaigns/{slug}"):
            page = soup(one.get(path))
            assert text_of(page.select_one(".govuk-tag")) == tag
            assert [text_of(link) for link in page.select("a.app-address[href*='/c/']")] == (
                [f"http://localhost/c/{slug}"] if can_be_opened else []
            )
            assert bool(page.select(f"a[href='/organiser/campaigns/{slug}/manage']")) is can_run
    assert (client.get(f"/c/{slug}").status_code == 404) is (stage == "draft")


def test_a_long_list_comes_a_page_at_a_time(app: Flask, client: InspectingClient, pack: Pack) -> None:
    slugs = [f"campaign-{number:02}" for number in range(PER_PAGE + 1)]
    with app.app_context():
        for slug in slugs:
            campaigns.add(slug, slug.title(), pack.id)
        add_account(EMAIL, Role.ORGANISER, slugs)
    sign_in(client)
    first = soup(client.get("/organiser/"))
    assert [text_of(each) for each in first.select(".app-campaign h2")] == [slug.title() for slug in slugs[:-1]]
    assert "Page 1 of 2" in text_of(first)
    onward = first.select_one("a[rel=next]")
    assert onward is not None
    second = soup(client.get(str(onward["href"])))
    assert [text_of(each) for each in second.select(".app-campaign h2")] == [slugs[-1].title()]
    back = second.select_one("a[rel=prev]")
    assert back is not None
    assert soup(client.get(str(back["href"]))).select(".app-campaign h2")
    for wrong in ("0", "3", "-1", "x", "1" * 40, "²"):
        response = client.get("/organiser/", query_string={"page": wrong})
        assert response.status_code == 404
        assert "Back to your campaigns" in response.text
