"""What somebody sees who asks for groups that there are not: which ones there are."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, make_response, url_for
from flask_babel import get_translations
from flask_babel import gettext as _

from consult.results import phrases
from consult.results.tables import Grouping
from consult.store.campaigns import Campaign
from consult.web.forms import Form
from consult.web.pages import page


def unknown_group(campaign: Campaign, there: Iterable[Grouping]) -> Response:
    """Return the page with the choices. What was asked for is not on it: a link could have put anything there."""
    return make_response(
        page(
            "organiser/unknown_group.html",
            heading=_("There is no such group"),
            home=url_for("organiser.campaigns"),
            campaign=campaign,
            groupings=list(there),
            phrases=phrases,
            words=get_translations(),
            form=Form(),
        ),
        404,
    )
