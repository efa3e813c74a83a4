"""The first page: the campaigns that somebody may see."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.organiser.access import may, own_campaigns
from consult.organiser.campaigns.standing import Standing, standing
from consult.organiser.paging import leaf_of
from consult.organiser.results.shown import Glimpse, glimpse
from consult.results import phrases
from consult.store.campaigns import Campaign
from consult.store.organisers.roles import Role
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import page

PER_PAGE = 25


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/", endpoint="campaigns")(campaigns)


def campaigns() -> str:
    """List the campaigns: how many responses each has, how it stands and, if residents can open it, its link."""
    mine = own_campaigns()
    leaf = leaf_of(mine, per_page=PER_PAGE)
    return page(
        "organiser/campaigns.html",
        heading=_("Your campaigns"),
        home=url_for("organiser.campaigns"),
        leaf=leaf,
        campaigns=[_listed(campaign) for campaign in leaf.items],
        phrases=phrases,
        words=get_translations(),
        can_begin=may(Role.ORGANISER),
        can_compare=len(mine) > 1 and may(Role.ADMINISTRATOR),
        form=Form(),
    )


def _listed(campaign: Campaign) -> tuple[Campaign, Glimpse | None, Standing | None]:
    seen = glimpse(campaign)
    return campaign, seen, standing(campaign.slug, seen.pack) if seen else None
