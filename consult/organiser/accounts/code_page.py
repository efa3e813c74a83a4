"""The second step of signing in: the code of the authenticator."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from consult.organiser.accounts import halfway, security
from consult.organiser.accounts.code_form import AnyCodeForm, code_unchecked, mark, problem_with, stale_code, wait
from consult.organiser.accounts.throttle import halfway_account, slowed_down
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit, recovery_codes, refusals, second_factor
from consult.store.organisers.audit import Action
from consult.store.organisers.second_factor import Outcome
from consult.web.forms import Problem
from consult.web.languages import both
from consult.web.pages import page

PATH: Final = "/organiser/code"


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, PATH, methods=["GET"], endpoint="code")(ask)
    slowed = slowed_down(check, otherwise=_too_many, whose=halfway_account)
    both(blueprint, PATH, methods=["POST"], endpoint="code_now")(slowed)


def ask() -> ResponseReturnValue:
    """Ask for the code, or lead on to setting an authenticator up."""
    if halfway.here().must_set_up:
        return redirect(url_for("organiser.set_up"), 303)
    return _page(AnyCodeForm(), [])


def check() -> ResponseReturnValue:
    """Take the code, and let the person in."""
    form = AnyCodeForm()
    if not form.validate():
        return (_page(form, [stale_code()]), 400) if form.is_stale() else (_page(form, form.problems()), 422)
    here = halfway.here()
    try:
        outcome = second_factor.accept(here.account.id, form.code.data)
        problem = problem_with(outcome)
        if problem:
            refusals.count()
            return _page(form, [problem]), 422
        security.let_in(here.account)
        audit.record(here.account.id, Action.SIGNED_IN)
    except StoreUnavailable:
        return _page(form, [code_unchecked()]), 503
    if outcome is Outcome.RECOVERED:
        flash(_words_of(recovery_codes.left(here.account.id)))
        return redirect(url_for("organiser.account"), 303)
    return redirect(here.next_page, 303)


def _page(form: AnyCodeForm, problems: list[Problem]) -> str:
    mark(form, problems)
    return page(
        "organiser/code.html",
        heading=_("Type your code"),
        form=form,
        problems=problems,
        email=halfway.here().account.email,
    )


def _too_many() -> str:
    return _page(AnyCodeForm(), [wait()])


def _words_of(left: int) -> str:
    return ngettext(
        "You used a recovery code, and %(num)d is left. If your app is lost, set up another one below.",
        "You used a recovery code, and %(num)d are left. If your app is lost, set up another one below.",
        left,
    )
