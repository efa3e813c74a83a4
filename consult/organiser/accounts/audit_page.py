"""The record of what people with an account did, for administrators."""

from __future__ import annotations

import re
from math import ceil
from urllib.parse import urlencode

from flask import Blueprint, abort, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.accounts.audit_words import words_for
from consult.store import campaigns
from consult.store.organisers import audit, refusals
from consult.store.organisers.audit import Action, Wanted
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import page

PER_PAGE = 50
REFUSED_DAYS = 14


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/record", endpoint="audit")(record)


def record() -> str:
    """Show what fits the query, a page at a time. Aborts with 404 for a query that names what is not there."""
    choices = _choices()
    wanted = Wanted(
        campaign=_chosen("campaign", choices["campaigns"]),
        email=_chosen("person", choices["people"]),
        action=_chosen("action", choices["actions"]),
    )
    total = audit.how_many(wanted)
    number, last = _number(), max(1, ceil(total / PER_PAGE))
    if not 1 <= number <= last:
        abort(404)
    if number == 1 and wanted == Wanted():
        audit.record(current_user.id, Action.SAW_RECORD)
    return page(
        "organiser/audit.html",
        heading=_("Who did what"),
        wanted=wanted,
        choices=choices,
        words_for=words_for,
        total=total,
        entries=audit.found(wanted, first=(number - 1) * PER_PAGE, at_most=PER_PAGE),
        earlier=_address(wanted, number + 1) if number < last else "",
        later=_address(wanted, number - 1) if number > 1 else "",
        number=number,
        last=last,
        refusals=refusals.latest(REFUSED_DAYS),
        form=Form(),
    )


def _choices() -> dict[str, dict[str, str]]:
    """Return what can be chosen: what there is in the record, in words."""
    return {
        "campaigns": {campaign.slug: campaign.title for campaign in campaigns.every()},
        "people": {email: email for email in audit.people()},
        "actions": dict(sorted(((name, words_for(name)) for name in audit.actions()), key=lambda pair: pair[1])),
    }


def _chosen(name: str, there: dict[str, str]) -> str:
    value = request.args.get(name, "")
    return value if not value or value in there else abort(404)


def _number() -> int:
    text = request.args.get("page", "1")
    return int(text) if re.fullmatch("[1-9][0-9]{0,5}", text) else abort(404)


def _address(wanted: Wanted, number: int) -> str:
    chosen = {"page": number, "campaign": wanted.campaign, "person": wanted.email, "action": wanted.action}
    return f"{url_for('organiser.audit')}?{urlencode({name: value for name, value in chosen.items() if value})}"
