"""Where a person arrives: what this is, what it is not, and what a response can still do."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.packs.model import Pack, is_id
from consult.resident import invited, visit
from consult.store import plans
from consult.store.campaign_plan import Planned, Stage
from consult.web import fronts
from consult.web.languages import both
from consult.web.pages import page
from consult.web.shelf import packs


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/", endpoint="start")(start)
    both(blueprint, "/<pack:pack>/", endpoint="landing")(landing)
    both(blueprint, "/c/<slug>", endpoint="join")(join)
    both(blueprint, "/c/<slug>/privacy", endpoint="join_privacy")(join_privacy)
    both(blueprint, "/<pack:pack>/for/<slug>", endpoint="join_by_long_address")(join_by_long_address)


def start() -> ResponseReturnValue:
    """Lead to the one consultation there is, or list them."""
    shelf = list(packs().values())
    if len(shelf) == 1:
        return redirect(url_for("resident.landing", pack=shelf[0]))
    return page("resident/start.html", heading=_("Which consultation?"), packs=shelf, robots="index")


def landing(pack: Pack) -> str:
    """Show the first page of a consultation."""
    return fronts.front(pack, None, has_answers=visit.phrase_here(pack) is not None)


def join(slug: str) -> str:
    """Show the first page as a campaign's link leads to it, and remember the campaign for this visit."""
    pack, planned = _invited_by(slug)
    sheet = visit.current(pack).sheet
    has_answers = bool(sheet.answers or sheet.about)
    if invited.standing(pack, planned) is Stage.CLOSED:
        return fronts.closed(pack, planned, has_answers=has_answers)
    session[visit.campaign_key(pack)] = planned.slug
    elsewhere = has_answers and sheet.campaign != planned.slug
    return fronts.front(pack, planned, has_answers=has_answers, elsewhere=elsewhere)


def join_privacy(slug: str) -> str:
    """Show a campaign's privacy notice."""
    return fronts.privacy_notice(*_invited_by(slug))


def join_by_long_address(pack: Pack, slug: str) -> ResponseReturnValue:
    """Lead from the longer address that campaigns used to have to the short one."""
    planned = _invited_by(slug)[1]
    return redirect(url_for("resident.join", slug=slug), 301) if planned.pack_id == pack.id else abort(404)


def _invited_by(slug: str) -> tuple[Pack, Planned]:
    """Return a campaign that residents are shown, with its pack. Aborts with 404 where there is none."""
    # Anything can stand in an address, and PostgreSQL refuses to look for some of it.
    planned = plans.find(slug) if is_id(slug) else None
    pack = packs().get(planned.pack_id) if planned else None
    if planned is None or pack is None or planned.state.value == Stage.DRAFT.value:
        abort(404)
    return pack, planned
