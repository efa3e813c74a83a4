"""Errors on the organiser's site: for somebody who is signed in, in its own frame and with a way back.

Everybody else gets the page that residents get, for every address alike.
"""

from __future__ import annotations

from flask import g, request, url_for
from flask_login import current_user

from consult.organiser.access import is_still_signed_in
from consult.organiser.accounts.security import is_signed_in
from consult.store.database import StoreUnavailable
from consult.store.organisers import accounts
from consult.web.forms import Form, guard
from consult.web.languages import current
from consult.web.pages import page

ROOT = "/organiser"


def framed(heading: str, text: str) -> str | None:
    """Return the page for an error on an organiser's page, None where it is not for this site to answer."""
    try:
        if not (_is_here() and _is_known()):
            return None
    except StoreUnavailable:
        return None
    # What was sent may be what could not be read.
    form = Form(formdata=None)
    # Signed once for the visit: the pages for another's campaign and for none are the same, byte for byte.
    form.csrf_token.current_token = guard()
    return page("organiser/error.html", heading=heading, text=text, home=url_for("organiser.campaigns"), form=form)


def _is_here() -> bool:
    path = request.path.removeprefix(f"/{current()}")
    return path == ROOT or path.startswith(f"{ROOT}/")


def _is_known() -> bool:
    """Say whether somebody is signed in, and note who for the frame.

    The guard has done so already, but for an address that is no page's.
    """
    if "organiser" in g:
        return True
    if not (is_signed_in() and is_still_signed_in()):
        return False
    person = accounts.person(current_user.id)
    if person is None:
        return False
    g.person, g.organiser = person, person.email
    return True
