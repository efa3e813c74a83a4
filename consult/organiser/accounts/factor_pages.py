"""New recovery codes, and another authenticator: each for a code of the one that is there."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.accounts import halfway, security
from consult.organiser.accounts.code_form import AnyCodeForm, code_unchecked, mark, problem_with, stale_code, wait
from consult.organiser.accounts.set_up_page import codes_page
from consult.organiser.accounts.throttle import slowed_down
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit, recovery_codes, refusals, second_factor, sign_ins
from consult.store.organisers.audit import Action
from consult.web.forms import Problem
from consult.web.languages import both
from consult.web.pages import page

Ask = Callable[[AnyCodeForm, list[Problem]], str]


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    codes = slowed_down(new_codes, otherwise=lambda: _ask_for_codes(AnyCodeForm(), [wait()]), whose=_mine)
    both(blueprint, "/organiser/recovery-codes", methods=["GET", "POST"], endpoint="recovery_codes")(codes)
    other = slowed_down(another, otherwise=lambda: _ask_for_another(AnyCodeForm(), [wait()]), whose=_mine)
    both(blueprint, "/organiser/authenticator", methods=["GET", "POST"], endpoint="authenticator")(other)


def new_codes() -> ResponseReturnValue:
    """Make a new set of recovery codes for a code, and show it this once."""
    return _for_a_code(_ask_for_codes, _make_codes)


def another() -> ResponseReturnValue:
    """Lead on to setting another authenticator up, for a code of the one that is there."""
    return _for_a_code(_ask_for_another, _go_half_way_back)


def _for_a_code(ask: Ask, go_on: Callable[[], ResponseReturnValue]) -> ResponseReturnValue:
    """Ask for a code, and go on when it is right."""
    form = AnyCodeForm()
    if not form.is_submitted():
        return ask(form, [])
    if not form.validate():
        return (ask(form, [stale_code()]), 400) if form.is_stale() else (ask(form, form.problems()), 422)
    try:
        problem = problem_with(second_factor.accept(current_user.id, form.code.data))
        if problem is None:
            return go_on()
        refusals.count()
    except StoreUnavailable:
        return ask(form, [code_unchecked()]), 503
    return ask(form, [problem]), 422


def _make_codes() -> ResponseReturnValue:
    codes = recovery_codes.make(current_user.id)
    audit.record(current_user.id, Action.MADE_RECOVERY_CODES)
    return codes_page(codes, url_for("organiser.account"))


def _go_half_way_back() -> ResponseReturnValue:
    """Leave the session for where an authenticator is set up. Until then the old one stays good."""
    account = sign_ins.of_number(current_user.id)
    security.leave()
    if account:
        halfway.begin(account, url_for("organiser.account"), replaces=True)
    return redirect(url_for("organiser.set_up"), 303)


def _ask_for_codes(form: AnyCodeForm, problems: list[Problem]) -> str:
    mark(form, problems)
    return page(
        "organiser/new_codes.html",
        heading=_("New recovery codes"),
        form=form,
        problems=problems,
        left=recovery_codes.left(current_user.id),
    )


def _ask_for_another(form: AnyCodeForm, problems: list[Problem]) -> str:
    mark(form, problems)
    heading = _("Set up another authenticator app")
    return page("organiser/authenticator.html", heading=heading, form=form, problems=problems)


def _mine() -> str:
    return str(current_user.id)
