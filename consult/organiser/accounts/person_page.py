"""One person, as administrators see them: their role and campaigns, and what else can be done."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.accounts.code_form import mark
from consult.organiser.accounts.password_form import not_kept
from consult.organiser.accounts.people_pages import link_page
from consult.organiser.accounts.person_actions import last_administrator, offered
from consult.organiser.accounts.person_form import PersonForm
from consult.organiser.accounts.role_words import role_words
from consult.store import campaigns
from consult.store.database import StoreUnavailable
from consult.store.organisers import accounts, audit, joining, second_factor, sign_ins
from consult.store.organisers.accounts import LastAdministratorError
from consult.store.organisers.audit import Action
from consult.store.organisers.people import AccountError, ChangedMeanwhileError, Person, person
from consult.web.forms import Form, Problem, stale_words
from consult.web.languages import both
from consult.web.pages import page

NUMBER = "<int(max=2147483647):person>"
"""A person in an address: a number that the database can hold."""

ACTIONS: dict[Action, Callable[[Person], ResponseReturnValue | None]] = {
    Action.NEW_LINK: lambda whose: link_page(whose, joining.new_link(whose.id)),
    Action.RESET_TWO_FACTOR: lambda whose: _reset(whose.id),
    Action.SIGN_OUT: lambda whose: sign_ins.end_all(whose.id),
    Action.SWITCH_OFF: lambda whose: accounts.set_active(whose.id, False, keep_one=True),
    Action.SWITCH_ON: lambda whose: accounts.set_active(whose.id, True),
    Action.REMOVE: lambda whose: accounts.remove(whose.id, keep_one=True, actor_id=current_user.id),
}
"""What can be done with an account, by the name in its address and in the audit. Gives a page to show, or None."""


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, f"/organiser/people/{NUMBER}", methods=["GET", "POST"], endpoint="person")(one)
    names = ", ".join(f"'{name}'" for name in ACTIONS)
    rule = f"/organiser/people/{NUMBER}/<any({names}):action>"
    both(blueprint, rule, methods=["GET", "POST"], endpoint="person_action")(act)


def one(person: int) -> ResponseReturnValue:
    """Show a person, and keep what is changed about them."""
    whose, form = _of_number(person), PersonForm()
    if not form.is_submitted():
        form.role.data, form.campaigns.data = whose.role.value, list(whose.campaigns)
        return _page(whose, form, [])
    if not form.validate():
        return _page(whose, form, form.problems()), 400 if form.is_stale() else 422
    return _keep(whose, form)


def _keep(whose: Person, form: PersonForm) -> ResponseReturnValue:
    try:
        chosen = form.chosen_campaigns(campaigns.every())
        accounts.change_role(whose.id, form.chosen_role, chosen, keep_one=True, version=form.version.data or "")
    except LastAdministratorError:
        return _page(whose, form, [Problem(last_administrator(), "role")]), 422
    except ChangedMeanwhileError as error:
        now = error.now or abort(404)
        return _page(now, form, [Problem(_changed_words(now))]), 409
    except AccountError:
        return _page(whose, form, [Problem(_unusable_words())]), 422
    except StoreUnavailable:
        return _page(whose, form, [not_kept()]), 503
    audit.record(current_user.id, Action.CHANGED_ROLE, about=whose.email)
    flash(_("Saved for %(email)s.", email=whose.email))
    return redirect(url_for("organiser.people"), 303)


def act(person: int, action: str) -> ResponseReturnValue:
    """Ask whether to do something with an account, and do it."""
    whose, form, chosen = _of_number(person), Form(), Action(action)
    if chosen not in offered(whose, is_me=whose.id == current_user.id):
        abort(404)
    if not form.is_submitted():
        return _ask(whose, chosen, [])
    if not form.validate():
        return _ask(whose, chosen, [Problem(stale_words())]), 400
    try:
        shown = ACTIONS[chosen](whose)
    except LastAdministratorError:
        return _ask(whose, chosen, [Problem(last_administrator())]), 422
    if chosen is not Action.REMOVE:
        # That is noted with the removal: whoever tried again would find nobody.
        audit.record(current_user.id, chosen, about=whose.email)
    if shown:
        return shown
    flash(_("Done for %(email)s.", email=whose.email))
    return redirect(url_for("organiser.people"), 303)


def _changed_words(now: Person) -> str:
    """Return what to say to whoever saves second: what the other one kept."""
    titles = {campaign.slug: campaign.title for campaign in campaigns.every()}
    return _(
        "Somebody else changed this account while you chose. It has now: %(role)s; %(campaigns)s. "
        "Your choices are below. Save them if they are still right.",
        role=role_words()[now.role].name,
        campaigns=", ".join(titles[slug] for slug in now.campaigns) or _("no campaigns"),
    )


def _unusable_words() -> str:
    return _("That cannot be kept: a campaign may have gone. Look at what you chose, then save again.")


def _reset(number: int) -> None:
    second_factor.reset(number)
    sign_ins.end_all(number)


def _of_number(number: int) -> Person:
    return person(number) or abort(404)


def _page(whose: Person, form: PersonForm, problems: list[Problem]) -> str:
    mark(form, problems)
    return page(
        "organiser/person.html",
        heading=whose.email,
        form=form,
        problems=problems,
        person=whose,
        roles=role_words(),
        campaigns=campaigns.every(),
        actions=offered(whose, is_me=whose.id == current_user.id),
    )


def _ask(whose: Person, action: Action, problems: list[Problem]) -> str:
    words = offered(whose, is_me=whose.id == current_user.id)[action]
    return page(
        "organiser/person_action.html",
        heading=words.button,
        form=Form(),
        problems=problems,
        person=whose,
        words=words,
    )
