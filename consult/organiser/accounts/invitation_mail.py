"""Sending a link to join by email, where the operator has set a mail server. Nothing depends on it."""

from __future__ import annotations

from email.message import EmailMessage

from flask import current_app
from flask_babel import gettext as _

from consult.store.organisers.joining import GOOD_DAYS
from consult.web.mail import post


def send(email: str, address: str) -> bool:
    """Send somebody their link. Returns whether the mail server took it: False, too, when there is none."""
    message = EmailMessage()
    message["To"] = email
    message["Subject"] = _("Your account at In your own words")
    operator = current_app.config["OPERATOR"]
    lines = [
        _("Somebody at %(operator)s made an account for you.", operator=operator)
        if operator
        else _("Somebody made an account for you."),
        _("Open this link to choose a password. It works once, and for %(days)d days:", days=GOOD_DAYS),
        address,
        _("You did not expect this? Then do nothing."),
    ]
    message.set_content("\n\n".join(lines) + "\n")
    return post(message)
