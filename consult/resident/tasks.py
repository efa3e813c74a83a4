"""The task list: every section with its questions, what is done, and the steps that follow."""

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
    both(blueprint, "/<pack:pack>/tasks", endpoint="tasks")(tasks)


def tasks(pack: Pack) -> str:
    """Show the list. Any question may be taken in any order, and any may be skipped."""
    now = visit.current(pack)
    path = Path(pack, now.sheet)
    return page(
        "resident/tasks.html",
        heading=_("Your response"),
        pack=pack,
        home=url_for("resident.landing", pack=pack),
        path=path,
        sheet=now.sheet,
        answered=len(path.answered()),
        questions_changed=bool(now.sheet.answers) and now.sheet.pack_version != pack.version,
    )
