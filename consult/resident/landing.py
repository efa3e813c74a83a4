"""Where a person arrives: what this is, what it is not, and what a response can still do."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.packs.model import Pack
from consult.resident import visit
from consult.store import campaigns
from consult.web.languages import both
from consult.web.pages import page
from consult.web.shelf import packs, today


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/", endpoint="start")(start)
    both(blueprint, "/<pack:pack>/", endpoint="landing")(landing)
    both(blueprint, "/<pack:pack>/for/<slug>", endpoint="join")(join)


def start() -> ResponseReturnValue:
    """Lead to the one consultation there is, or list them."""
    shelf = list(packs().values())
    if len(shelf) == 1:
        return redirect(url_for("resident.landing", pack=shelf[0]))
    return page("resident/start.html", heading=_("Which consultation?"), packs=shelf, robots="index")


def landing(pack: Pack) -> str:
    """Show the first page of a consultation."""
    return _landing(pack, campaign=None)


def join(pack: Pack, slug: str) -> str:
    """Show the first page as a campaign's link leads to it, and remember the campaign for this visit."""
    campaign = campaigns.find(slug)
    if campaign is None or campaign.pack_id != pack.id:
        abort(404)
    session[visit.campaign_key(pack)] = campaign.slug
    return _landing(pack, campaign=campaign)


def _landing(pack: Pack, *, campaign: campaigns.Campaign | None) -> str:
    return page(
        "resident/landing.html",
        heading=_("Write your own response"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        campaign=campaign,
        is_open=pack.is_open(today(pack)),
        has_answers=visit.phrase_here(pack) is not None,
        robots="index",
    )
