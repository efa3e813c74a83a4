"""The blueprint, and every page on it."""

from __future__ import annotations

from flask import Blueprint

from consult.organiser import (
    access,
    campaign_list,
    campaign_page,
    comments_page,
    comparison,
    downloads,
    hiding,
    sign_in,
    sign_out,
)

organiser = Blueprint("organiser", __name__, template_folder="templates")

PAGES = (sign_in, sign_out, campaign_list, campaign_page, downloads, comments_page, hiding, comparison)

access.guard(organiser)
for module in PAGES:
    module.add_to(organiser)
