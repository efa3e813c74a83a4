"""Holding every request to its rule, before the page's own code runs.

To add a page: name its endpoint in `consult.organiser.rules.RULES` and in `tests/guards/routes.py`. Then

- under `READS` or `CHANGES` the address has `<slug>`, and `own_campaign(slug)` or `changeable_campaign(slug)`
  gives the campaign: the guard has looked already that it is one of this person's;
- `me()` is who is signed in, `may(Role.ORGANISER)` says whether to show a button;
- `audit.record(current_user.id, Action.SAW_RESULTS, slug)` notes what was done: `store.organisers.audit` has the
  actions, `consult.organiser.accounts.audit_words` needs each in words.

Another's campaign is "not found", like one that does not exist. A page that the person's role does not include
says so.
"""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, Response, abort, g, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_security import auth_required
from werkzeug.wrappers import Response as AnyResponse

from consult.organiser.accounts import halfway
from consult.organiser.accounts.coming_back import here
from consult.organiser.accounts.security import LASTS, is_signed_in
from consult.organiser.rules import OF_A_CAMPAIGN, RULES, Rule
from consult.store.campaigns import Campaign
from consult.store.organisers import accounts
from consult.store.organisers.accounts import Person
from consult.store.organisers.roles import Role
from consult.web.forms import Form
from consult.web.pages import page

LEAST = {
    Rule.SIGNED_IN: Role.VIEWER,
    Rule.READS: Role.VIEWER,
    Rule.CHANGES: Role.ORGANISER,
    Rule.ORGANISES: Role.ORGANISER,
    Rule.ADMINISTERS: Role.ADMINISTRATOR,
}
"""The least role that each rule asks for, of those who are signed in."""


def guard(blueprint: Blueprint) -> None:
    """Hold every request for a page of the blueprint to the page's rule."""
    blueprint.before_request(_held_to_its_rule)


def rule_of(endpoint: str) -> Rule | None:
    """Return the rule of a page of the organiser's site, None for a page that nobody may reach."""
    return RULES.get(endpoint.rpartition(".")[2])


def me() -> Person:
    """Return who is signed in. Only for pages that need somebody signed in. Raises `StoreUnavailable`."""
    if "person" not in g:
        g.person = accounts.person(current_user.id) or abort(404)
    person: Person = g.person
    return person


def may(least: Role) -> bool:
    """Say whether the role of the person who is signed in includes another one. Raises `StoreUnavailable`."""
    return me().role.includes(least)


def own_campaigns() -> list[Campaign]:
    """Return the campaigns that the person who is signed in may see, by title. Raises `StoreUnavailable`."""
    return accounts.campaigns_of(current_user.id)


def own_campaign(slug: str) -> Campaign:
    """Return one of the person's campaigns. Aborts with 404 for any other, whether or not there is one.

    Raises `StoreUnavailable`.
    """
    return next((campaign for campaign in own_campaigns() if campaign.slug == slug), None) or abort(404)


def changeable_campaign(slug: str) -> Campaign:
    """Return one of the campaigns that the person runs. Aborts with 404 for any other, with 403 for a viewer's.

    Raises `StoreUnavailable`.
    """
    campaign = own_campaign(slug)
    return campaign if may(Role.ORGANISER) else abort(_not_for_this_role())


def send_to_sign_in() -> AnyResponse:
    """Send someone who is not signed in to the page where they can, and from there back here."""
    return redirect(url_for("organiser.sign_in", next=here()), 303)


def _held_to_its_rule() -> ResponseReturnValue | None:
    rule = rule_of(request.endpoint or "") or abort(404)
    if rule is Rule.OPEN:
        return None
    if rule is Rule.HALFWAY:
        return None if halfway.who() else send_to_sign_in()
    if not is_signed_in():
        return send_to_sign_in()
    answer: ResponseReturnValue | None = _still_signed_in()
    if answer is None:
        g.organiser = me().email
        answer = _refused(rule)
    return answer


def is_still_signed_in() -> bool:
    """Say whether somebody who is signed in did so lately enough; whoever did not is signed out."""
    return _still_signed_in() is None


@auth_required("session", within=lambda: LASTS, grace=lambda: timedelta(0))
def _still_signed_in() -> None:
    """Let the request go on: the decorator has answered it if the sign-in is too long ago."""


def _refused(rule: Rule) -> Response | None:
    """Return the answer to a person whose role does not include the page.

    Aborts with 404 for another's campaign.
    """
    if rule in OF_A_CAMPAIGN:
        own_campaign(str((request.view_args or {})["slug"]))
    return None if may(LEAST[rule]) else _not_for_this_role()


def _not_for_this_role() -> Response:
    return make_response(
        page("organiser/not_for_you.html", heading=_("You cannot open this page"), form=Form()), 403
    )
