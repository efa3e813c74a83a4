from __future__ import annotations

import pytest
from sqlalchemy import select

from consult.store import campaigns
from consult.store.campaigns import Campaign, CampaignError
from consult.store.database import db
from consult.store.models import CampaignRow, Organiser
from consult.store.organisers import accounts
from tests.store.people import CAMPAIGN, PACK

pytestmark = pytest.mark.usefixtures("store")


def test_a_campaign_is_found_by_its_slug() -> None:
    assert campaigns.find(CAMPAIGN) == Campaign(CAMPAIGN, "Lewisham answers", PACK)
    assert campaigns.find("nowhere") is None
    assert campaigns.find("LEWISHAM") is None


def test_a_campaign_that_has_to_be_there_is_named_when_it_is_not() -> None:
    assert campaigns.require(CAMPAIGN) == campaigns.find(CAMPAIGN)
    with pytest.raises(CampaignError, match="there is no campaign 'nowhere'"):
        campaigns.require("nowhere")


def test_campaigns_are_listed_by_title() -> None:
    campaigns.add("a-last-one", "Woolwich answers", PACK)
    campaigns.add("the-first-one", "Bexley\n answers ", PACK)
    assert [campaign.title for campaign in campaigns.every()] == [
        "Bexley answers",
        "Lewisham answers",
        "Woolwich answers",
    ]


def test_a_slug_is_taken_once() -> None:
    with pytest.raises(CampaignError, match="already"):
        campaigns.add(CAMPAIGN, "Another title", PACK)


@pytest.mark.parametrize("slug", ["", "With Space", "-a", "a--b", "é", "x" * 61, "a/b", "a\n"])
def test_a_slug_that_no_address_can_carry_is_refused(slug: str) -> None:
    with pytest.raises(CampaignError, match="cannot be a campaign's name"):
        campaigns.add(slug, "Title", PACK)


@pytest.mark.parametrize("title", ["", " \n", "x" * 201])
def test_a_title_is_needed(title: str) -> None:
    with pytest.raises(CampaignError, match="title"):
        campaigns.add("new", title, PACK)


def test_a_pack_is_needed() -> None:
    with pytest.raises(CampaignError, match="pack"):
        campaigns.add("new", "Title", "No Pack")


def test_a_packs_own_campaign_is_made_once() -> None:
    first = campaigns.ensure_default("faces", "Everyone")
    assert first == Campaign("faces", "Everyone", "faces")
    assert campaigns.ensure_default("faces", "Another title") == first


def test_an_organiser_has_the_campaigns_that_the_account_was_given() -> None:
    campaigns.add("deptford", "Deptford answers", PACK)
    campaigns.add("bexley", "Bexley answers", PACK)
    organiser = Organiser(email="Kit@example.org", active=True, fs_uniquifier="x")
    organiser.campaigns = list(db.session.scalars(select(CampaignRow).where(CampaignRow.slug != "deptford")))
    db.session.add(organiser)
    db.session.commit()
    assert [campaign.slug for campaign in campaigns.all_for("kit@EXAMPLE.org")] == ["bexley", CAMPAIGN]
    assert [campaign.slug for campaign in accounts.campaigns_of(organiser.id)] == ["bexley", CAMPAIGN]
    assert campaigns.all_for("nobody@example.org") == []
    assert accounts.campaigns_of(organiser.id + 1) == []
