"""The blueprint, and every page on it."""

from __future__ import annotations

from flask import Blueprint

from consult.organiser import access
from consult.organiser.accounts import (
    account_page,
    audit_page,
    code_page,
    factor_pages,
    join_page,
    password_page,
    people_pages,
    person_page,
    sessions_page,
    set_up_page,
    sign_in,
    sign_out,
)
from consult.organiser.campaigns import edit, materials, new, overview, paper, preview, run
from consult.organiser.results import comments_page, comparison, downloads, hiding, method_page, results_page

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
PAGES = (overview, results_page, downloads, comments_page, hiding, comparison, method_page)
RUNNING = (new, edit, run, preview, materials, paper)

access.guard(organiser)
for module in (*ACCOUNTS, *PAGES, *RUNNING):
    module.add_to(organiser)
