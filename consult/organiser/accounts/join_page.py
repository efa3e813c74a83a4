"""Joining: whoever opens the one link of an account chooses its password, then sets up an authenticator."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.organiser.accounts import halfway
from consult.organiser.accounts.code_form import mark, wait
from consult.organiser.accounts.coming_back import FIRST
from consult.organiser.accounts.password_form import NewPasswordForm, not_kept, refused, stale_password
from consult.organiser.accounts.throttle import link, slowed_down
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit, joining, sign_ins
from consult.store.organisers.audit import Action
from consult.store.organisers.passwords import PasswordError
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import page

RULE = "/organiser/join/<token>"


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, RULE, methods=["GET"], endpoint="join")(ask)
    slowed = slowed_down(join, otherwise=_too_many, whose=link)
    both(blueprint, RULE, methods=["POST"], endpoint="join_now")(slowed)


def ask(token: str) -> ResponseReturnValue:
    """Ask for a password, if the link is good."""
    return _page(token, NewPasswordForm(), [])


def join(token: str) -> ResponseReturnValue:
    """Take the password and use the link up. What follows is the second step of signing in."""
    form = NewPasswordForm()
    if not form.validate():
        stale = form.is_stale()
        return _page(token, form, [stale_password()] if stale else form.problems(), 400 if stale else 422)
    try:
        whose = joining.join(token, form.password.data)
        if whose is None:
            return _over()
        audit.record(whose.id, Action.CHOSE_PASSWORD)
        account = sign_ins.of_number(whose.id)
    except PasswordError as error:
        return _page(token, form, [refused(error)], 422)
    except StoreUnavailable:
        return _page(token, form, [not_kept()], 503)
    if account is None:
        return _over()
    halfway.begin(account, url_for(FIRST))
    return redirect(url_for("organiser.code"), 303)


def _page(token: str, form: NewPasswordForm, problems: list[Problem], status: int = 200) -> ResponseReturnValue:
    mark(form, problems)
    whose = joining.invited(token)
    if whose is None:
        return _over()
    return page(
        "organiser/join.html",
        heading=_("Choose a new password") if whose.has_joined else _("Choose a password"),
        form=form,
        problems=problems,
        email=whose.email,
    ), status


def _over() -> ResponseReturnValue:
    """Answer somebody whose link is not good: it was used, is too old, or another took its place."""
    return page("organiser/join_over.html", heading=_("This link is not good any more"), form=Form()), 404


def _too_many() -> str:
    return page("organiser/join_over.html", heading=_("Please wait a little"), form=Form(), problems=[wait()])
