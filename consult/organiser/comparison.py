"""Campaigns side by side, for those who look after the whole site."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, request, url_for
from flask_babel import get_translations
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.access import own_campaigns
from consult.organiser.shown import Shown, shown
from consult.results import phrases
from consult.results.tables import Breakdown, Group, Standing, Table
from consult.store import audit
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import page

CHOSEN = "campaign"
"""The name in the query of a campaign to show."""

COMPARED = "compared-campaigns"
"""What the audit says of a visit."""


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/compare", endpoint="compare")(compare)


def compare() -> str:
    """Show the campaigns that the query names, side by side, question by question, and a form to choose them.

    Campaigns on different packs have different questions: those of the first one's pack are shown.
    """
    every = [seen for campaign in own_campaigns() if (seen := shown(campaign)) and seen.has_results]
    wanted = set(request.args.getlist(CHOSEN))
    chosen = [seen for seen in every if seen.campaign.slug in wanted]
    alike = [seen for seen in chosen if seen.pack is chosen[0].pack]
    if alike:
        audit.record(current_user.id, COMPARED)
    words = get_translations()
    return page(
        "organiser/compare.html",
        heading=_("Compare campaigns"),
        home=url_for("organiser.campaigns"),
        pack=alike[0].pack if alike else None,
        every=every,
        chosen=[seen.campaign.slug for seen in chosen],
        left_out=[seen.campaign.title for seen in chosen if seen not in alike],
        side_by_side=_side_by_side(alike),
        phrases=phrases,
        words=words,
        notes=phrases.notes(alike[0].pack, words) if alike else None,
        language_query=f"?{urlencode([(CHOSEN, seen.campaign.slug) for seen in chosen])}" if chosen else "",
        form=Form(),
    )


def _side_by_side(seen: list[Shown]) -> Breakdown | None:
    """Return the campaigns as the groups of a breakdown: each has the same tables, in the same order.

    Every number is the one that the campaign's own page shows.
    """
    if not seen:
        return None
    groups = [
        Group(each.campaign.slug, each.campaign.title, each.results.responses, _tables(each)) for each in seen
    ]
    return Breakdown(CHOSEN, None, tuple(groups))


def _tables(seen: Shown) -> tuple[Table, ...]:
    """Return the tables of the questions and options that the pack still has: the same for all campaigns."""
    return tuple(
        replace(table, rows=tuple(row for row in table.rows if row.standing is not Standing.REMOVED))
        for table in seen.results.tables
        if table.question
    )
