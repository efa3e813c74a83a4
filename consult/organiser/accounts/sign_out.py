"""Signing out."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from consult.organiser.accounts import security
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/sign-out", methods=["POST"], endpoint="sign_out")(sign_out)


def sign_out() -> ResponseReturnValue:
    """Sign out here, or ask again when the form is forged or old."""
    form = Form()
    if not form.validate():
        problem = Problem(_("This page was open for a long time. Sign out once more."), "sign-out")
        return page("organiser/sign_out.html", heading=_("Sign out?"), form=form, problems=[problem]), 400
    security.leave()
    flash(_("You are signed out."))
    return redirect(url_for("organiser.sign_in"), 303)
