"""The whole consultation on one page to print, and what has happened since."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _

from consult.answers.path import kind_of
from consult.packs.model import Pack
from consult.packs.sides import sides
from consult.web.languages import both
from consult.web.pages import page


def add_to(blueprint: Blueprint) -> None:
    """Add the pages to the site."""
    both(blueprint, "/<pack:pack>/questions", endpoint="questions")(questions)
    both(blueprint, "/<pack:pack>/background", endpoint="background")(background)


def questions(pack: Pack) -> str:
    """Show every question on one page, for reading first or printing."""
    return page(
        "resident/questions.html",
        heading=_("All the questions on one page"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        kind_of=kind_of,
        sides=sides,
        robots="index",
    )


def background(pack: Pack) -> str:
    """Show what has happened, what surveys found, and every source."""
    return page(
        "resident/background.html",
        heading=_("What has happened so far"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        robots="index",
    )
