"""Check your answers: every question with its answer or that it was skipped, each with a link to change it."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _

from consult.answers.path import Path
from consult.packs.model import Pack
from consult.resident import visit
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/check", endpoint="check")(check)


def check(pack: Pack) -> str:
    """Show all the answers. Change links come back here."""
    path = Path(pack, visit.current(pack).sheet)
    return page(
        "resident/check.html",
        heading=_("Check your answers"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        path=path,
        answered=len(path.answered()),
        notice=visit.notices(),
    )
