"""Putting the organiser's site into the app."""

from __future__ import annotations

from flask import Flask

from consult.organiser.access import send_to_sign_in
from consult.organiser.accounts.security import init_accounts
from consult.organiser.error_frame import framed
from consult.organiser.site import organiser
from consult.web.errors import frame_errors


def init_organiser(app: Flask) -> None:
    """Add the organiser's site."""
    init_accounts(app, otherwise=send_to_sign_in)
    app.register_blueprint(organiser)
    frame_errors(app, framed)
