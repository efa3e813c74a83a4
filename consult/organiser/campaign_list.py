"""The first page: the campaigns that somebody may see."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.organiser.access import may, own_campaigns
from consult.organiser.shown import shown
from consult.results import phrases
from consult.store.roles import Role
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/", endpoint="campaigns")(campaigns)


def campaigns() -> str:
    """List the campaigns, each with how many responses it has and its link to share."""
    mine = own_campaigns()
    return page(
        "organiser/campaigns.html",
        heading=_("Your campaigns"),
        home=url_for("organiser.campaigns"),
        campaigns=[(campaign, shown(campaign)) for campaign in mine],
        phrases=phrases,
        words=get_translations(),
        can_begin=may(Role.ORGANISER),
        can_compare=len(mine) > 1 and may(Role.ADMINISTRATOR),
        form=Form(),
    )
