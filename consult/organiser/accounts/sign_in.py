"""Signing in, the first step: the password. The second is the code of an authenticator: `code_page`."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired

from consult.answers.cleaning import clean_line
from consult.organiser.accounts import halfway, security
from consult.organiser.accounts.code_form import mark, wait
from consult.organiser.accounts.coming_back import page_at
from consult.organiser.accounts.throttle import slowed_down, typed_address
from consult.store.database import StoreUnavailable
from consult.store.organisers import refusals, sign_ins
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import notices, page

PATH: Final = "/organiser/sign-in"


class SignInForm(Form):
    """An email address and a password."""

    email = StringField(
        lazy_gettext("Email address"), validators=[DataRequired(lazy_gettext("Type your email address."))]
    )
    password = PasswordField(
        lazy_gettext("Password"), validators=[DataRequired(lazy_gettext("Type your password."))]
    )


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, PATH, methods=["GET"], endpoint="sign_in")(ask)
    slowed = slowed_down(sign_in, otherwise=_too_many, whose=typed_address)
    both(blueprint, PATH, methods=["POST"], endpoint="sign_in_now")(slowed)


def ask() -> ResponseReturnValue:
    """Ask for the password, unless somebody is signed in already."""
    if security.is_signed_in():
        return redirect(_next_page(), 303)
    return _page(SignInForm(), [])


def sign_in() -> ResponseReturnValue:
    """Take the password, and go on to the second step."""
    form = SignInForm()
    if not form.validate():
        stale = form.is_stale()
        return _page(
            form, [Problem(_stale_words(), "password")] if stale else form.problems()
        ), 400 if stale else 422
    try:
        account = sign_ins.opened_by(clean_line(form.email.data).text, form.password.data)
        if account is None:
            refusals.count()
            return _page(form, [Problem(_wrong_words(), "email")]), 422
    except StoreUnavailable:
        return _page(form, [Problem(_away_words())]), 503
    halfway.begin(account, _next_page())
    return redirect(url_for("organiser.code"), 303)


def _page(form: SignInForm, problems: list[Problem]) -> str:
    mark(form, problems)
    return page(
        "organiser/sign_in.html",
        heading=_("Sign in to see results"),
        form=form,
        problems=problems,
        notice=notices(),
        language_query="?" + urlencode({"next": request.args["next"]}) if "next" in request.args else "",
    )


def _next_page() -> str:
    return page_at(request.args.get("next", ""))


def _too_many() -> str:
    """Return the same page for one try too many, so that the address that was typed stays."""
    return _page(SignInForm(), [wait()])


def _wrong_words() -> str:
    return _("The email address and the password do not belong together. Check both, then try again.")


def _stale_words() -> str:
    return _("This page was open for a long time. Type your password once more, then sign in.")


def _away_words() -> str:
    return _("We cannot check your password right now. Wait a minute, then try again.")
