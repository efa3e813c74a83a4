"""Beginning a campaign: as a draft that nobody but its organisers can see."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_login import current_user
from wtforms import StringField

from consult.organiser.campaigns.fields import line
from consult.organiser.campaigns.form import CampaignForm, values_of
from consult.organiser.campaigns.running import form_page, unusable_words
from consult.packs.model import Pack
from consult.store import plans
from consult.store.campaign_plan import Plan
from consult.store.campaigns import CampaignError
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web import short_address
from consult.web.forms import Problem, away_words
from consult.web.languages import both, current
from consult.web.pages import page
from consult.web.shelf import packs, today


class NewCampaignForm(CampaignForm):
    """A campaign's plan, with the address that it is to have for good."""

    slug = StringField(
        lazy_gettext("Short address"),
        filters=[line],
        description=lazy_gettext(
            "Small letters, digits and hyphens. Empty: we make one from the name. You cannot change it later."
        ),
    )


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/organiser/new-campaign", endpoint="begin")(choose)
    rule = "/organiser/new-campaign/<pack:pack>"
    both(blueprint, rule, methods=["GET", "POST"], endpoint="begin_on")(begin)


def choose() -> ResponseReturnValue:
    """Ask for everything about a campaign on the one consultation there is, or ask which it is about."""
    shelf = list(packs().values())
    if len(shelf) == 1:
        return begin(shelf[0])
    return page(
        "organiser/which_pack.html",
        heading=_("Which consultation is the campaign about?"),
        form=CampaignForm(),
        packs=shelf,
    )


def begin(pack: Pack) -> ResponseReturnValue:
    """Ask for everything about a campaign, or begin it."""
    if request.method == "GET":
        empty = values_of(Plan("", language=current()), 1)
        return _page(NewCampaignForm(data=empty), pack, [])
    form = NewCampaignForm()
    form.validate()
    try:
        problems = (
            form.problems() if form.is_stale() else [*_address_problems(form), *form.faults(pack, today(pack))]
        )
        if problems:
            return _page(form, pack, problems), 400 if form.is_stale() else 422
        plans.begin(form.slug.data, pack.id, form.plan(), organiser_id=current_user.id)
    except CampaignError:
        return _refused(form, pack)
    except StoreUnavailable:
        return _page(form, pack, [Problem(away_words())]), 503
    audit.record(current_user.id, Action.BEGAN_CAMPAIGN, form.slug.data)
    return redirect(url_for("organiser.manage", slug=form.slug.data), 303)


def _refused(form: NewCampaignForm, pack: Pack) -> ResponseReturnValue:
    """Say why the store refused: somebody else took the address between the look and the leap, or the plan."""
    if plans.find(form.slug.data) is not None:
        return _page(form, pack, [Problem(_taken_words(), "slug")]), 409
    return _page(form, pack, [Problem(unusable_words())]), 422


def _address_problems(form: NewCampaignForm) -> list[Problem]:
    """Fill in an address where none was typed, and say what is wrong with it."""
    form.slug.data = form.slug.data or short_address.suggested(form.title.data or "")
    words = {
        None: "",
        short_address.Fault.FORM: _("Use small letters, digits and single hyphens in the short address."),
        short_address.Fault.RESERVED: _("This site uses that word itself. Choose another short address."),
        short_address.Fault.TAKEN: _taken_words(),
    }[short_address.fault(form.slug.data)]
    form.slug.errors = [words] if words else []
    return [Problem(words, "slug")] if words else []


def _taken_words() -> str:
    return _("Another campaign has this short address. Choose another one.")


def _page(form: NewCampaignForm, pack: Pack, problems: list[Problem]) -> str:
    return form_page(
        form, pack, problems, heading=_("Begin a campaign"), action=url_for("organiser.begin_on", pack=pack)
    )
