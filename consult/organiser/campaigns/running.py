"""What the pages for running a campaign share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import abort, url_for
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.organiser.access import changeable_campaign
from consult.organiser.campaigns.form import CampaignForm
from consult.packs.model import Pack
from consult.store import closing, plans
from consult.store.campaign_plan import Plan, Planned, Stage
from consult.web.campaign_words import Notice, notice
from consult.web.forms import Problem
from consult.web.languages import current
from consult.web.pages import page
from consult.web.shelf import packs, today


@dataclass(frozen=True)
class Run:
    """A campaign that the person runs, and the questions it is about."""

    planned: Planned
    pack: Pack

    @property
    def slug(self) -> str:
        """Its short name."""
        return self.planned.slug

    @property
    def plan(self) -> Plan:
        """What its organisers say and choose."""
        return self.planned.plan

    @property
    def today(self) -> date:
        """The day it is where the consultation is held."""
        return today(self.pack)

    @property
    def stage(self) -> Stage:
        """How the campaign stands today."""
        return self.planned.stage(self.today)

    def address(self, language: str | None = None) -> str:
        """Return the whole address that residents type or follow."""
        return url_for("resident.join", slug=self.slug, language=language or current(), _external=True)


def run_of(slug: str) -> Run:
    """Return a campaign that the person runs. Aborts with 404 for any other, and when its questions went.

    The first who looks after its end sees to what still waits for it. Raises `StoreUnavailable`.
    """
    campaign = changeable_campaign(slug)
    pack = packs().get(campaign.pack_id) or abort(404)
    closing.settle_if_it_can(slug, today(pack))
    return Run(plans.find(slug) or abort(404), pack)


def unusable_words() -> str:
    """Return what to say when the store refuses a plan in which the form found no fault."""
    return _("This campaign cannot be kept as it is. Nothing is lost: look at what you chose, then save again.")


def form_page(
    form: CampaignForm,
    pack: Pack,
    problems: list[Problem],
    *,
    heading: str,
    action: str,
    planned: Planned | None = None,
    others: object = (),
) -> str:
    """Return the page with the form for a campaign, new (no `planned`) or not."""
    plan = planned.plan if planned else Plan(form.title.data or "")
    return page(
        "organiser/campaign_form.html",
        heading=heading,
        home=url_for("organiser.campaigns"),
        pack=pack,
        form=form,
        address=next((field for field in form if field.name == "slug"), None),
        problems=problems,
        action=action,
        planned=planned,
        others=others,
        is_over=today(pack) > pack.dates.closes,
        ours=notice(Notice(plan, pack), get_translations()),
    )
