"""Administrators' pages about people: who has an account, and inviting somebody."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.accounts import invitation_mail
from consult.organiser.accounts.code_form import mark
from consult.organiser.accounts.password_form import not_kept
from consult.organiser.accounts.person_form import InviteForm
from consult.organiser.accounts.role_words import role_words
from consult.store import campaigns
from consult.store.database import StoreUnavailable
from consult.store.organisers import accounts, audit, joining
from consult.store.organisers.audit import Action
from consult.store.organisers.people import AccountError, AddressError, Person
from consult.store.organisers.roles import Role
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import notices, page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/organiser/people", endpoint="people")(people)
    both(blueprint, "/organiser/people/invite", methods=["GET", "POST"], endpoint="invite")(invite)


def people() -> str:
    """List everybody with an account."""
    return page(
        "organiser/people.html",
        heading=_("People"),
        people=accounts.every_person(),
        roles=role_words(),
        titles={campaign.slug: campaign.title for campaign in campaigns.every()},
        notice=notices(),
        form=Form(),
    )


def invite() -> ResponseReturnValue:
    """Ask whom to invite and as what; make the account, and show the link for its owner."""
    form = InviteForm()
    if not form.is_submitted():
        form.role.data = Role.VIEWER.value
        return _page(form, [])
    if not form.validate():
        return _page(form, form.problems()), 400 if form.is_stale() else 422
    try:
        whose, token = joining.invite(form.email.data, form.chosen_role, form.chosen_campaigns(campaigns.every()))
        audit.record(current_user.id, Action.INVITED, about=whose.email)
    except AccountError as error:
        return _page(form, [_problem_with(error)]), 422
    except StoreUnavailable:
        return _page(form, [not_kept()]), 503
    return link_page(whose, token)


def _problem_with(error: AccountError) -> Problem:
    if isinstance(error, AddressError):
        return Problem(_("That is not an email address. Check it for a slip."), "email")
    return Problem(_("There is an account for that address already."), "email")


def link_page(whose: Person, token: str) -> str:
    """Return the page that shows an account's one link, once; it is sent, too, where there is a mail server."""
    address = url_for("organiser.join", token=token, _external=True)
    return page(
        "organiser/link.html",
        heading=_("A link for %(email)s", email=whose.email),
        person=whose,
        address=address,
        days=joining.GOOD_DAYS,
        sent=invitation_mail.send(whose.email, address),
        form=Form(),
    )


def _page(form: InviteForm, problems: list[Problem]) -> str:
    mark(form, problems)
    return page(
        "organiser/invite.html",
        heading=_("Invite somebody"),
        form=form,
        problems=problems,
        roles=role_words(),
        campaigns=campaigns.every(),
    )
