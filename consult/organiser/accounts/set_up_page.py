"""Setting an authenticator up: a picture to scan or a secret to type, a code to confirm it, and recovery codes."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.documents.qr_code import QrCode
from consult.organiser.accounts import halfway, security
from consult.organiser.accounts.code_form import CodeForm, code_unchecked, mark, stale_code, wait, wrong_code
from consult.organiser.accounts.halfway import Halfway
from consult.organiser.accounts.security import PENDING
from consult.organiser.accounts.throttle import halfway_account, slowed_down
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit, recovery_codes, second_factor
from consult.store.organisers.audit import Action
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import page

PATH: Final = "/organiser/set-up"


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, PATH, methods=["GET"], endpoint="set_up")(show)
    slowed = slowed_down(confirm, otherwise=_too_many, whose=halfway_account)
    both(blueprint, PATH, methods=["POST"], endpoint="set_up_now")(slowed)


def show() -> ResponseReturnValue:
    """Show the picture and the secret, unless the person has an authenticator already."""
    return _page(CodeForm(), []) if halfway.here().must_set_up else redirect(url_for("organiser.code"), 303)


def confirm() -> ResponseReturnValue:
    """Take the first code, let the person in, and show their recovery codes this once."""
    form, here = CodeForm(), halfway.here()
    if not here.must_set_up:
        return redirect(url_for("organiser.code"), 303)
    if not form.validate():
        return (_page(form, [stale_code()]), 400) if form.is_stale() else (_page(form, form.problems()), 422)
    try:
        if not second_factor.set_up(here.account.id, _secret(here), form.code.data, replaces=here.replaces):
            return _page(form, [wrong_code()]), 422
        codes = recovery_codes.make(here.account.id)
        security.let_in(here.account)
        audit.record(here.account.id, Action.SET_UP_AUTHENTICATOR)
    except StoreUnavailable:
        return _page(form, [code_unchecked()]), 503
    return codes_page(codes, here.next_page)


def codes_page(codes: list[str], next_page: str) -> str:
    """Return the page that shows a set of recovery codes, once."""
    heading = _("Keep your recovery codes")
    return page("organiser/codes.html", heading=heading, codes=codes, next_page=next_page, form=Form())


def _page(form: CodeForm, problems: list[Problem]) -> str:
    mark(form, problems)
    here = halfway.here()
    secret = _secret(here)
    return page(
        "organiser/set_up.html",
        heading=_("Set up your second step"),
        form=form,
        problems=problems,
        code=QrCode(second_factor.address_of(secret, here.account.email)),
        secret=second_factor.in_groups(secret),
    )


def _secret(here: Halfway) -> str:
    """Return the secret that is being set up. It stays with the browser, sealed, until a code confirms it."""
    secret = second_factor.opened(session.get(PENDING, ""), here.account.id)
    if secret is None:
        secret = second_factor.new_secret()
        session[PENDING] = second_factor.pending(secret, here.account.id)
    return secret


def _too_many() -> str:
    return _page(CodeForm(), [wait()])
