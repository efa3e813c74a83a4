"""One campaign: how many responded, and a chart with its table for each question."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import get_translations
from flask_login import current_user

from consult.organiser.campaigns.standing import standing
from consult.organiser.results.shown import Shown, shown_of_own
from consult.results import method, phrases
from consult.results.tables import Breakdown
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.forms import Form
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/organiser/campaigns/<slug>", endpoint="campaign")(campaign)


def campaign(slug: str) -> str:
    """Show a campaign's results, or that there are too few responses to show any."""
    seen = shown_of_own(slug)
    if not seen.has_results:
        return _page("organiser/too_few.html", seen, None)
    breakdown = seen.asked_for()
    audit.record(current_user.id, Action.SAW_RESULTS, slug)
    return _page("organiser/results.html", seen, breakdown)


def _page(template: str, seen: Shown, breakdown: Breakdown | None) -> str:
    words = get_translations()
    return page(
        template,
        heading=seen.campaign.title,
        home=url_for("organiser.campaigns"),
        pack=seen.pack,
        seen=seen,
        standing=standing(seen.campaign.slug, seen.pack),
        breakdown=breakdown,
        phrases=phrases,
        words=words,
        method=method,
        notes=phrases.notes(seen.pack, words),
        form=Form(),
        language_query=f"?by={breakdown.attribute}" if breakdown else "",
    )
