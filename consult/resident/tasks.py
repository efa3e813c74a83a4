"""The task list: every section with its questions, what is done, and the steps that follow."""

from __future__ import annotations

from flask import Blueprint

from consult.answers.path import Path
from consult.packs.model import Pack
from consult.resident import invited, visit
from consult.web import fronts
from consult.web.languages import both


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    both(blueprint, "/<pack:pack>/tasks", endpoint="tasks")(tasks)


def tasks(pack: Pack) -> str:
    """Show the list. Any question may be taken in any order, and any may be skipped."""
    sheet = visit.current(pack).sheet
    planned = invited.campaign_of(pack, sheet)
    return fronts.task_list(Path(pack, sheet, planned.plan.route), planned, notice=visit.notices())
