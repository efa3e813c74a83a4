"""Campaigns side by side, for those who look after the whole site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_babel import gettext as _
from flask_login import current_user

from consult.organiser.access import own_campaigns
from consult.organiser.results.shown import Shown, glimpse, shown
from consult.results import method, phrases
from consult.results.tables import Breakdown, Group, Standing, Table
from consult.store.campaigns import Campaign
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form, Problem
from consult.web.languages import both
from consult.web.pages import page

CHOSEN = "campaign"
"""The name in the query of a campaign to show."""


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/compare", endpoint="compare")(compare)


@dataclass(frozen=True)
class _Asked:
    """What the query asks for: `alike` can be compared, and the rest is said to be left out, and why."""

    alike: list[Shown]
    other_questions: list[str]
    """Titles of campaigns that have results, but ask other questions than the first."""
    too_few: list[str]
    """Titles of campaigns that have nothing to show."""
    unknown: int
    """How many names are no campaign's."""

    @property
    def enough(self) -> bool:
        """Say whether there are two to compare."""
        return len(self.alike) > 1


def compare() -> ResponseReturnValue:
    """Show the campaigns that the query names, side by side, question by question, and a form to choose them.

    Campaigns on different packs have different questions: those of the first one's pack are shown.
    """
    mine = own_campaigns()
    every = [seen for campaign in mine if (seen := glimpse(campaign)) and seen.responses.value is not None]
    wanted = {slug for slug in request.args.getlist(CHOSEN) if slug}
    asked = _asked(mine, wanted)
    problems = [Problem(_two_words(), CHOSEN if len(every) > 1 else "")] if wanted and not asked.enough else []
    if asked.enough:
        for each in asked.alike:
            audit.record(current_user.id, Action.COMPARED_CAMPAIGNS, each.campaign.slug)
    words = get_translations()
    chosen = [seen.campaign.slug for seen in every if seen.campaign.slug in wanted]
    return page(
        "organiser/compare.html",
        heading=_("Compare campaigns"),
        home=url_for("organiser.campaigns"),
        pack=asked.alike[0].pack if asked.alike else None,
        every=every,
        chosen=chosen,
        asked=asked,
        side_by_side=_side_by_side(asked.alike) if asked.enough else None,
        phrases=phrases,
        words=words,
        method=method,
        notes=phrases.notes(asked.alike[0].pack, words) if asked.alike else None,
        language_query=f"?{urlencode([(CHOSEN, slug) for slug in chosen])}" if chosen else "",
        problems=problems,
        form=Form(),
    ), 422 if problems else 200


def _two_words() -> str:
    return _("Choose at least two campaigns that have results and ask the same questions.")


def _asked(mine: list[Campaign], wanted: set[str]) -> _Asked:
    known = [(campaign, shown(campaign)) for campaign in mine if campaign.slug in wanted]
    chosen = [seen for _campaign, seen in known if seen and seen.has_results]
    return _Asked(
        alike=[seen for seen in chosen if seen.pack is chosen[0].pack],
        other_questions=[seen.campaign.title for seen in chosen if seen.pack is not chosen[0].pack],
        too_few=[campaign.title for campaign, seen in known if not (seen and seen.has_results)],
        unknown=len(wanted) - len(known),
    )


def _side_by_side(seen: list[Shown]) -> Breakdown:
    """Return the campaigns as the groups of a breakdown: each has the same tables, in the same order.

    Every number is the one that the campaign's own page shows.
    """
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
