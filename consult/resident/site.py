"""The blueprint, and every page on it."""

from __future__ import annotations

from flask import Blueprint

from consult.resident import (
    about_you,
    background,
    check,
    finish,
    information,
    landing,
    later,
    leaving_quickly,
    question,
    tasks,
    typing_in,
)
from consult.resident.document import blank_form, download, paste, preview
from consult.resident.sharing import delete, share, shared_before, withdraw

resident = Blueprint("resident", __name__, template_folder="templates")

PAGES = (
    landing,
    background,
    tasks,
    question,
    about_you,
    check,
    preview,
    download,
    paste,
    blank_form,
    typing_in,
    share,
    shared_before,
    later,
    finish,
    delete,
    withdraw,
    information,
    leaving_quickly,
)

for module in PAGES:
    module.add_to(resident)
