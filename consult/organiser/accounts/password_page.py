"""Changing one's password. Every other session ends with it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.access import me
from consult.organiser.accounts import security as signing
from consult.organiser.accounts.code_form import mark, wait
from consult.organiser.accounts.password_form import ChangePasswordForm, not_kept, refused, stale_password
from consult.organiser.accounts.throttle import slowed_down
from consult.store.database import StoreUnavailable
from consult.store.organisers import accounts, audit, refusals, sign_ins
from consult.store.organisers.audit import Action
from consult.store.organisers.passwords import PasswordError
from consult.web.forms import Problem
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    slowed = slowed_down(password, otherwise=_too_many, whose=lambda: str(current_user.id))
    both(blueprint, "/organiser/password", methods=["GET", "POST"], endpoint="password")(slowed)


def password() -> ResponseReturnValue:
    """Ask for the password of today and a new one; keep the new one, and begin a new session."""
    form = ChangePasswordForm()
    if not form.is_submitted():
        return _page(form, [])
    if not form.validate():
        return (_page(form, [stale_password()]), 400) if form.is_stale() else (_page(form, form.problems()), 422)
    try:
        if sign_ins.opened_by(me().email, form.current.data) is None:
            refusals.count()
            return _page(form, [Problem(_("That is not the password of today."), "current")]), 422
        _change(form.password.data)
    except PasswordError as error:
        return _page(form, [refused(error)]), 422
    except StoreUnavailable:
        return _page(form, [not_kept()]), 503
    flash(_("You have a new password. You are signed out everywhere else."))
    return redirect(url_for("organiser.account"), 303)


def _change(new: str) -> None:
    number = me().id
    accounts.change_password(me(), new)
    audit.record(number, Action.CHANGED_PASSWORD)
    account = sign_ins.of_number(number)
    if account:
        signing.let_in(account)


def _page(form: ChangePasswordForm, problems: list[Problem]) -> str:
    mark(form, problems)
    return page("organiser/password.html", heading=_("Change your password"), form=form, problems=problems)


def _too_many() -> str:
    return _page(ChangePasswordForm(), [wait()])
