"""The blueprint, and every page on it."""

from __future__ import annotations

from flask import Blueprint

from consult.organiser import (
    access,
    account_page,
    audit_page,
    campaign_edit,
    campaign_list,
    campaign_new,
    campaign_page,
    campaign_preview,
    campaign_run,
    code_page,
    comments_page,
    comparison,
    downloads,
    factor_pages,
    hiding,
    join_page,
    materials,
    method_page,
    paper,
    password_page,
    people_pages,
    person_page,
    sessions_page,
    set_up_page,
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
PAGES = (campaign_list, campaign_page, downloads, comments_page, hiding, comparison, method_page)
RUNNING = (campaign_new, campaign_edit, campaign_run, campaign_preview, materials, paper)

access.guard(organiser)
for module in (*ACCOUNTS, *PAGES, *RUNNING):
    module.add_to(organiser)
