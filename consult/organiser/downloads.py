"""The results as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, make_response, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_translations
from flask_login import current_user

from consult.organiser.shown import Shown, shown_of_own
from consult.results.csv_file import to_csv
from consult.results.tables import Breakdown
from consult.results.xlsx_file import to_xlsx
from consult.store import audit
from consult.web.languages import both


@dataclass(frozen=True)
class Kind:
    """A kind of file: its media type, and what makes it."""

    media_type: str
    make: Callable[..., bytes]


KINDS = {
    "csv": Kind("text/csv; charset=utf-8", to_csv),
    "xlsx": Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
}
"""Each kind by the ending of its file."""


def add_to(blueprint: Blueprint) -> None:
    """Add the files to the site."""
    rule = f"/organiser/campaigns/<slug>/results.<any({', '.join(KINDS)}):ending>"
    both(blueprint, rule, endpoint="file")(file)


def file(slug: str, ending: str) -> ResponseReturnValue:
    """Return a campaign's results as a file. With too few responses for one, lead to the page that says so."""
    seen, kind = shown_of_own(slug), KINDS[ending]
    if not seen.has_results:
        return redirect(url_for("organiser.campaign", slug=slug), 303)
    breakdown = seen.asked_for()
    made = kind.make(
        seen.results,
        seen.pack,
        get_translations(),
        campaign=seen.campaign.title,
        week=seen.week,
        breakdown=breakdown,
    )
    audit.record(current_user.id, f"took-results-{ending}", slug)
    response = make_response(made)
    response.headers["Content-Type"] = kind.media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(seen, breakdown)}.{ending}"'
    return response


def _name(seen: Shown, breakdown: Breakdown | None) -> str:
    """Return the name to save a file under, without its ending. All parts are ids or days, so it is plain ASCII."""
    parts = [
        seen.campaign.slug,
        f"by-{breakdown.attribute}" if breakdown else "",
        f"week-{seen.week.isoformat()}" if seen.week else "",
    ]
    return "-".join(filter(None, parts))
