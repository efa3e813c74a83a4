"""Running a campaign: how it stands, and opening, pausing and closing it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.campaigns.running import Run, run_of
from consult.store import closing, plans
from consult.store.campaign_plan import State
from consult.store.campaigns import CampaignError
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import notices, page

DONE = {State.OPEN: Action.OPENED_CAMPAIGN, State.PAUSED: Action.PAUSED_CAMPAIGN}
"""What the audit says of each state that a button leads to."""


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/organiser/campaigns/<slug>/manage", methods=["GET"], endpoint="manage")(manage)
    both(blueprint, "/organiser/campaigns/<slug>/manage", methods=["POST"], endpoint="move")(move)
    both(blueprint, "/organiser/campaigns/<slug>/close", methods=["GET", "POST"], endpoint="close")(close)


def manage(slug: str) -> str:
    """Show how a campaign stands, and what can be done with it."""
    return _page(run_of(slug), [])


def move(slug: str) -> ResponseReturnValue:
    """Open or pause a campaign."""
    run, wanted = run_of(slug), request.form.get("state", "")
    form = Form()
    if not form.validate():
        return _page(run, form.problems()), 400
    if wanted not in {state.value for state in DONE}:
        return _page(run, [Problem(_("Choose to open or to pause the campaign."))]), 422
    try:
        plans.move(slug, State(wanted))
    except CampaignError:
        return _page(run_of(slug), [Problem(_cannot_words())]), 409
    except StoreUnavailable:
        return _page(run, [Problem(_away_words())]), 503
    audit.record(current_user.id, DONE[State(wanted)], slug)
    flash(_("The campaign is open.") if wanted == State.OPEN.value else _("Sharing with the campaign is paused."))
    return redirect(url_for("organiser.manage", slug=slug), 303)


def close(slug: str) -> ResponseReturnValue:
    """Ask whether to close a campaign for good, or do it."""
    run, form = run_of(slug), Form()
    if request.method == "GET":
        return _close_page(run, [])
    if not form.validate():
        return _close_page(run, form.problems()), 400
    try:
        closing.close(slug, run.today)
    except CampaignError:
        return _page(run, [Problem(_cannot_words())]), 409
    except StoreUnavailable:
        return _close_page(run, [Problem(_away_words())]), 503
    audit.record(current_user.id, Action.CLOSED_CAMPAIGN, slug)
    flash(_("The campaign is closed."))
    return redirect(url_for("organiser.manage", slug=slug), 303)


def _cannot_words() -> str:
    return _(
        "This cannot be done any more: somebody else did something with the campaign. Look at how it stands now."
    )


def _away_words() -> str:
    return _("We could not do that just now. Wait a minute, then try again.")


def _page(run: Run, problems: list[Problem]) -> str:
    return page(
        "organiser/manage.html",
        heading=run.plan.title,
        home=url_for("organiser.campaigns"),
        pack=run.pack,
        run=run,
        stage=run.stage.value,
        state=run.planned.state.value,
        is_over=run.today > run.pack.dates.closes,
        problems=problems,
        notice=notices(),
        form=Form(),
    )


def _close_page(run: Run, problems: list[Problem]) -> str:
    return page(
        "organiser/close.html",
        heading=_("Close the campaign for good?"),
        home=url_for("organiser.campaigns"),
        pack=run.pack,
        run=run,
        problems=problems,
        form=Form(),
    )
