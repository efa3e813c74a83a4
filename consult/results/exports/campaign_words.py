"""What a file says of the campaign itself: whose it is, how to reach them, its days, and what it chose to offer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel.lists import format_list

from consult.documents.languages import LOCALES
from consult.documents.naming import long_day
from consult.packs.model import Question
from consult.results.exports.material import Material

SHORTEST_RUN = 3
"""So many numbers in a row are written as a first and a last."""


def whose(material: Material) -> list[str]:
    """Return who organises it, how to reach them, its days and the week of the numbers, each if it is known."""
    say, plan = material.words.gettext, material.plan
    lines = []
    if plan and plan.organiser.strip():
        lines.append(say("Organiser of the campaign: %(organiser)s") % {"organiser": _line(plan.organiser)})
    if plan and plan.contact.strip():
        lines.append(say("How to reach them: %(contact)s") % {"contact": _line(plan.contact)})
    if plan and (days := _days(material, plan.opens_on, plan.closes_on)):
        lines.append(days)
    if material.week:
        day = long_day(material.week, material.language)
        lines.append(say("As at the week beginning %(day)s") % {"day": day})
    return lines


def _days(material: Material, first: date | None, last: date | None) -> str:
    say = material.words.gettext
    parts = {
        name: long_day(day, material.language)
        for name, day in (("first", first), ("last", last))
        if day is not None
    }
    if len(parts) > 1:
        return say("The campaign's days: from %(first)s to %(last)s") % parts
    if first:
        return say("The campaign's first day: %(first)s") % parts
    return say("The campaign's last day: %(last)s") % parts if last else ""


def with_points(material: Material) -> list[Question]:
    """Return the questions on which the points of both sides are shown, in official order."""
    chosen = material.plan.guides if material.plan else None
    return [
        question
        for question in material.pack.questions
        if question.guide.supporters + question.guide.critics and (chosen is None or question.id in chosen)
    ]


def offered_first(material: Material) -> list[Question]:
    """Return the questions that the campaign offers first, in its order. What the pack lost is not among them."""
    route = material.plan.route if material.plan else ()
    return [found for each in route if (found := material.pack.question(each))]


def numbered(questions: Iterable[Question], material: Material) -> str:
    """Return the questions' numbers for reading, in the order that they come in: `1, 4 to 8 and 6`."""
    runs: list[list[int]] = []
    for question in questions:
        if runs and runs[-1][-1] + 1 == question.number:
            runs[-1].append(question.number)
        else:
            runs.append([question.number])
    locale = LOCALES[material.language].replace("-", "_")
    return format_list([part for run in runs for part in _run(run, material)], locale=locale)


def _run(numbers: list[int], material: Material) -> list[str]:
    if len(numbers) < SHORTEST_RUN:
        return list(map(str, numbers))
    return [material.words.gettext("%(first)s to %(last)s") % {"first": numbers[0], "last": numbers[-1]}]


def _line(text: str) -> str:
    return " ".join(text.split())
