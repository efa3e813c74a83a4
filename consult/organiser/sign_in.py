"""Signing in."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, Response, get_flashed_messages, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_limiter import RequestLimit
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired

from consult.answers.cleaning import clean_line
from consult.organiser import accounts
from consult.organiser.coming_back import page_at
from consult.store import sign_ins
from consult.store.database import StoreUnavailable
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.limits import GUESSES, limiter
from consult.web.pages import page

PATH: Final = "/organiser/sign-in"
WAIT_SECONDS = 60


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
    limited = limiter.limit(GUESSES, on_breach=_too_many)(sign_in)
    both(blueprint, PATH, methods=["GET"], endpoint="sign_in")(ask)
    both(blueprint, PATH, methods=["POST"], endpoint="sign_in_now")(limited)


def ask() -> ResponseReturnValue:
    """Ask for the password, unless somebody is signed in already."""
    if accounts.is_signed_in():
        return redirect(_next_page(), 303)
    return _page(SignInForm(), [])


def sign_in() -> ResponseReturnValue:
    """Sign in, and go on to the page that was asked for."""
    form = SignInForm()
    if not form.validate():
        stale = form.is_stale()
        return _page(
            form, [Problem(_stale_words(), "password")] if stale else form.problems()
        ), 400 if stale else 422
    try:
        account = sign_ins.opened_by(clean_line(form.email.data).text, form.password.data)
        if account is None:
            return _page(form, [Problem(_wrong_words(), "email")]), 422
        accounts.let_in(account)
    except StoreUnavailable:
        return _page(form, [Problem(_away_words())]), 503
    return redirect(_next_page(), 303)


def _page(form: SignInForm, problems: list[Problem]) -> str:
    for problem in problems:
        if problem.field:
            form[problem.field].errors = [problem.text]
    return page(
        "organiser/sign_in.html",
        heading=_("Sign in to see results"),
        form=form,
        problems=problems,
        notice=" ".join(map(str, get_flashed_messages())),
        language_query="?" + urlencode({"next": request.args["next"]}) if "next" in request.args else "",
    )


def _next_page() -> str:
    return page_at(request.args.get("next", ""))


def _too_many(_limit: RequestLimit) -> Response:
    """Answer one try too many with the same page, so that the address that was typed stays."""
    words = _("There were many tries in a short time. Wait a minute, then try again.")
    response = make_response(_page(SignInForm(), [Problem(words)]), 429)
    response.headers["Retry-After"] = str(WAIT_SECONDS)
    return response


def _wrong_words() -> str:
    return _("The email address and the password do not belong together. Check both, then try again.")


def _stale_words() -> str:
    return _("This page was open for a long time. Type your password once more, then sign in.")


def _away_words() -> str:
    return _("We cannot check your password right now. Wait a minute, then try again.")
