"""Changing what a campaign says and chooses. Whoever comes second sees both texts, and loses none."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.campaigns.differences import differences
from consult.organiser.campaigns.form import CampaignForm, values_of
from consult.organiser.campaigns.running import Run, form_page, run_of, unusable_words
from consult.store import plans
from consult.store.campaign_plan import Planned
from consult.store.campaigns import CampaignError
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Problem, away_words
from consult.web.languages import both
from consult.web.shelf import today


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/campaigns/<slug>/edit", methods=["GET", "POST"], endpoint="edit")(edit)


def edit(slug: str) -> ResponseReturnValue:
    """Show the plan in a form, or keep what was typed."""
    run = run_of(slug)
    values = values_of(run.plan, run.planned.version)
    form = CampaignForm(data=values)
    if request.method == "GET":
        return _page(form, run, [])
    form.validate()
    problems = form.problems() if form.is_stale() else form.faults(run.pack, today(run.pack))
    if problems:
        return _page(form, run, problems), 400 if form.is_stale() else 422
    return _keep(form, run)


def _keep(form: CampaignForm, run: Run) -> ResponseReturnValue:
    try:
        plans.change(run.slug, form.plan(), version=form.version_typed())
    except plans.ChangedMeanwhileError as error:
        return _both_page(form, run, error.kept), 409
    except CampaignError:
        return _page(form, run, [Problem(unusable_words())]), 422
    except StoreUnavailable:
        return _page(form, run, [Problem(away_words())]), 503
    audit.record(current_user.id, Action.CHANGED_CAMPAIGN, run.slug)
    flash(_("Your changes are kept."))
    return redirect(url_for("organiser.manage", slug=run.slug), 303)


def _both_page(form: CampaignForm, run: Run, kept: Planned) -> str:
    """Return the form with what was typed, and beside it what somebody else has kept since."""
    form.version.data = str(kept.version)
    problem = Problem(
        _("Somebody else changed this campaign while you typed. Nothing is lost: both texts are below.")
    )
    return _page(form, run, [problem], others=differences(form.plan(), kept.plan, run.pack))


def _page(form: CampaignForm, run: Run, problems: list[Problem], *, others: object = ()) -> str:
    return form_page(
        form,
        run.pack,
        problems,
        heading=_("Change the campaign"),
        action=url_for("organiser.edit", slug=run.slug),
        planned=run.planned,
        others=others,
    )
