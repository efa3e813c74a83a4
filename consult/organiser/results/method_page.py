"""What was done to all numbers, on a page that can be printed with them."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.results import method
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/method", endpoint="method")(whole_method)


def whole_method() -> str:
    """Show the whole method, with its sources."""
    return page(
        "organiser/method.html",
        heading=_("About these numbers"),
        home=url_for("organiser.campaigns"),
        method=method,
        words=get_translations(),
        form=Form(),
    )
