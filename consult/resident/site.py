"""The blueprint, and every page on it."""

from __future__ import annotations

from flask import Blueprint

from consult.resident import (
    about_you,
    background,
    check,
    delete,
    download,
    information,
    landing,
    later,
    question,
    share,
    tasks,
    withdraw,
)

resident = Blueprint("resident", __name__, template_folder="templates")

PAGES = (
    landing,
    background,
    tasks,
    question,
    about_you,
    check,
    download,
    share,
    later,
    delete,
    withdraw,
    information,
)

for module in PAGES:
    module.add_to(resident)
