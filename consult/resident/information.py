"""What we promise, and how well the site works for everyone."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from consult.store import drafts
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/privacy", endpoint="privacy")(privacy)
    both(blueprint, "/accessibility", endpoint="accessibility")(accessibility)


def privacy() -> str:
    """Say what is kept, for how long, and what never is."""
    most = drafts.kept_days()
    return page(
        "resident/privacy.html",
        heading=_("Your privacy"),
        least=most - drafts.EARLIER_DAYS,
        most=most,
        robots="index",
    )


def accessibility() -> str:
    """Say how the site is meant to work for everyone, and what has not been checked."""
    return page("resident/accessibility.html", heading=_("Accessibility"), robots="index")
