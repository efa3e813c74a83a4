"""The blueprint, and every page on it."""

from __future__ import annotations

from flask import Blueprint

from consult.organiser import (
    access,
    set_up_page,
    sessions_page,
    person_page,
    people_pages,
    password_page,
    join_page,
    factor_pages,
    code_page,
    audit_page,
    account_page,
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

ACCOUNTS = (
    sign_in,
    code_page,
    set_up_page,
    join_page,
    sign_out,
    account_page,
    password_page,
    factor_pages,
    sessions_page,
    people_pages,
    person_page,
    audit_page,
)
PAGES = (campaign_list, campaign_page, downloads, comments_page, hiding, comparison)

access.guard(organiser)
for module in (*ACCOUNTS, *PAGES):
    module.add_to(organiser)
