"""Choosing a password: the form, and what is wrong with one in words."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import PasswordField
from wtforms.validators import DataRequired

from consult.store.organisers.passwords import LONGEST, SHORTEST, Fault, PasswordError
from consult.web.forms import Form, Problem


class NewPasswordForm(Form):
    """A new password."""

    password = PasswordField(
        lazy_gettext("New password"),
        description=lazy_gettext("12 characters or more. Three random words are good."),
        validators=[DataRequired(lazy_gettext("Type a new password."))],
    )


class ChangePasswordForm(NewPasswordForm):
    """A new password, and the one of today."""

    current = PasswordField(
        lazy_gettext("Password of today"), validators=[DataRequired(lazy_gettext("Type the password of today."))]
    )


def refused(error: PasswordError) -> Problem:
    """Return why a password may not be used."""
    said = {
        Fault.SHORT: _("Use %(number)d characters or more.", number=SHORTEST),
        Fault.LONG: _("Use %(number)d characters or fewer.", number=LONGEST),
        Fault.COMMON: _("That password is one that others try early. Choose one that nobody would guess."),
        Fault.ADDRESS: _("Choose something else than your email address."),
    }
    return Problem(said[error.fault], "password")


def stale_password() -> Problem:
    """Return what to say when the page was open for so long that its form is no longer good."""
    return Problem(_("This page was open for a long time. Type the password once more."), "password")


def not_kept() -> Problem:
    """Return what to say when the database could not be reached."""
    return Problem(_("We could not save that just now. Wait a minute, then try again."))
