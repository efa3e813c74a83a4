"""One's own account."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.access import me, own_campaigns
from consult.organiser.accounts.role_words import role_words
from consult.store.organisers import recovery_codes
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import notices, page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/account", endpoint="account")(account)


def account() -> str:
    """Show what is kept of the account, and what can be changed."""
    return page(
        "organiser/account.html",
        heading=_("Your account"),
        person=me(),
        role=role_words()[me().role],
        campaigns=own_campaigns(),
        codes_left=recovery_codes.left(current_user.id),
        notice=notices(),
        form=Form(),
    )
