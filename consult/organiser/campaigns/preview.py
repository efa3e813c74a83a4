"""A campaign as residents will see it: their own pages, made by the same code."""

from __future__ import annotations

from flask import Blueprint, url_for

from consult.answers.path import Path
from consult.answers.sheet import AnswerSheet
from consult.organiser.campaigns.running import run_of
from consult.web import fronts
from consult.web.languages import both

PARTS = ("front", "tasks", "privacy", "closed")


def add_to(blueprint: Blueprint) -> None:
    """Add the page to the site."""
    rule = f"/organiser/campaigns/<slug>/preview/<any({', '.join(PARTS)}):part>"
    both(blueprint, rule, endpoint="look")(look)


def look(slug: str, part: str) -> str:
    """Show one of the pages."""
    run = run_of(slug)
    onward = url_for("organiser.look", slug=slug, part="tasks")
    if part == "tasks":
        blank = AnswerSheet(run.pack.id, run.pack.version, campaign=slug)
        return fronts.task_list(Path(run.pack, blank, run.plan.route), run.planned, preview=onward)
    if part == "privacy":
        return fronts.privacy_notice(run.pack, run.planned, preview=onward)
    if part == "closed":
        return fronts.closed(run.pack, run.planned, has_answers=False, preview=onward)
    return fronts.front(run.pack, run.planned, has_answers=False, preview=onward)
