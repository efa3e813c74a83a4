"""Campaigns side by side."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.answers.path import options_of
from consult.packs.model import Pack
from consult.results.tally import RESPONSES, Tally
from consult.store.organisers import audit
from tests.conftest import PACK
from tests.organiser.conftest import Fill
from tests.organiser.material import OTHERS
from tests.pages import InspectingClient, soup, text_of

COMPARE = "/organiser/compare"


def counts(pack: Pack, *numbers: int) -> list[Tally]:
    """Return tallies with this many responses, and this many for each option of the first question."""
    question = pack.questions[0]
    places = [(RESPONSES, RESPONSES), *((question.id, option.id) for option in options_of(pack, question))]
    return [Tally(asked, option, number, number) for (asked, option), number in zip(places, numbers, strict=False)]


@pytest.fixture
def both_filled(administrator: InspectingClient, fill: Fill, pack: Pack) -> InspectingClient:
    fill(counts(pack, 200, 100, 60))
    fill(counts(pack, 400, 40, 300), OTHERS)
    return administrator


def chosen(pack: Pack, *others: str) -> dict[str, list[str]]:
    return {"campaign": [pack.id, *others]}


def test_campaigns_stand_side_by_side(both_filled: InspectingClient, pack: Pack, app: Flask) -> None:
    page = soup(both_filled.get(COMPARE, query_string=chosen(pack, OTHERS)))
    rows = [text_of(row) for row in page.select(".app-result")[0].select("tbody tr")]
    assert len(rows) == 2
    assert all("responses" in row and "%" in row for row in rows)
    assert "must not be added up" in text_of(page)
    with app.app_context():
        noted = audit.found(audit.Wanted(action="compared-campaigns"))
    assert sorted(entry.campaign for entry in noted) == sorted([pack.id, OTHERS])


def test_each_number_is_the_one_on_the_campaigns_own_page(both_filled: InspectingClient, pack: Pack) -> None:
    beside = soup(both_filled.get(COMPARE, query_string=chosen(pack, OTHERS)))
    for slug in (pack.id, OTHERS):
        alone = soup(both_filled.get(f"/organiser/campaigns/{slug}"))
        cell = alone.select_one(".app-result:has(.app-wording) td")
        assert cell is not None
        assert text_of(cell) in text_of(beside.select(".app-result")[0])


def test_without_a_choice_there_is_the_form_alone(both_filled: InspectingClient) -> None:
    page = soup(both_filled.get(COMPARE))
    assert len(page.select("input[type=checkbox]")) == 2
    assert page.select(".app-result") == []


def test_campaigns_that_are_not_there_are_said_not_to_be(both_filled: InspectingClient, pack: Pack) -> None:
    page = soup(both_filled.get(COMPARE, query_string=chosen(pack, OTHERS, "nowhere", "<b>x</b>")))
    assert len(page.select(".app-result")[0].select("tbody tr")) == 2
    assert "2 campaigns that the address names are not on this site" in text_of(page)
    assert "nowhere" not in text_of(page)


@pytest.mark.parametrize("names", [[PACK], [PACK, "nowhere"], ["nowhere"], [PACK, PACK]])
def test_one_campaign_is_not_compared_with_itself(
    both_filled: InspectingClient, names: list[str], app: Flask
) -> None:
    response = both_filled.get(COMPARE, query_string={"campaign": names})
    page = soup(response)
    assert response.status_code == 422
    assert page.select_one(".govuk-error-summary a[href='#campaign']") is not None
    assert "Choose at least two" in text_of(page.select_one(".govuk-error-summary"))
    assert page.select(".app-result") == []
    with app.app_context():
        assert not any(entry.action == "compared-campaigns" for entry in audit.found(audit.Wanted()))


def test_a_campaign_with_too_few_cannot_be_chosen(administrator: InspectingClient, fill: Fill, pack: Pack) -> None:
    fill(counts(pack, 200, 100))
    page = soup(administrator.get(COMPARE, query_string=chosen(pack, OTHERS)))
    assert "Two campaigns with results are needed" in text_of(page)
    assert "Not shown, as there are no results yet: Somebody else's" in text_of(page)


def test_an_organiser_is_not_offered_it(signed_in: InspectingClient) -> None:
    assert "Compare campaigns" not in signed_in.get("/organiser/").text
    assert signed_in.get(COMPARE).status_code == 403


def test_an_administrator_finds_the_way(administrator: InspectingClient) -> None:
    assert soup(administrator.get("/organiser/")).select_one(f"a[href='{COMPARE}']") is not None
