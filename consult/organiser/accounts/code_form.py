"""The form for a code of an authenticator, or for a recovery code; and what is wrong with a code."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import StringField
from wtforms.validators import DataRequired

from consult.store.organisers.second_factor import Outcome
from consult.web.forms import Form, Problem


class CodeForm(Form):
    """A code of six digits from the app."""

    code = StringField(
        lazy_gettext("Code"),
        description=lazy_gettext("Six digits from your authenticator app."),
        validators=[DataRequired(lazy_gettext("Type the code that your app shows."))],
    )


class AnyCodeForm(Form):
    """A code from the app, or a recovery code."""

    code = StringField(
        lazy_gettext("Code"),
        description=lazy_gettext("Six digits from your authenticator app, or one of your recovery codes."),
        validators=[DataRequired(lazy_gettext("Type the code that your app shows, or a recovery code."))],
    )


def problem_with(outcome: Outcome) -> Problem | None:
    """Return what to say of a code that was not taken, None for one that was."""
    said = {
        Outcome.WRONG: wrong_code().text,
        Outcome.USED: _("That code was used already. Wait for the next one in your app, then type that."),
        Outcome.LOCKED: _("Too many codes were wrong. Ask the people who run this site to reset your second step."),
    }
    return Problem(said[outcome], "code") if outcome in said else None


def wrong_code() -> Problem:
    """Return what to say of a wrong code."""
    return Problem(_("That is not the code. Wait for the next one in your app, then type that."), "code")


def stale_code() -> Problem:
    """Return what to say when the page was open for so long that its form is no longer good."""
    return Problem(_("This page was open for a long time. Type the code once more."), "code")


def code_unchecked() -> Problem:
    """Return what to say when the database could not be reached."""
    return Problem(_("We cannot check your code right now. Wait a minute, then try again."))


def wait() -> Problem:
    """Return what to say after one try too many."""
    return Problem(_("There were many tries in a short time. Wait a minute, then try again."))


def mark(form: Form, problems: list[Problem]) -> None:
    """Put each problem beside its field, too."""
    for problem in problems:
        if problem.field:
            form[problem.field].errors = [problem.text]
