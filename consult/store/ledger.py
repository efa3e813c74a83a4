"""All tallies of one campaign, as they are and as they are shown. Plain values only.

A group (everyone, or those who share one value of one attribute) is shown as it was when its numbers last moved.
`consult.results.advancing` says when they may, as a rule and as a ledger to which the tests hold this one. This one
can also be kept, checked and mended.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from consult.results.advancing import Group, is_due
from consult.results.tally import ADVANCE_AFTER, RESPONSES, Tally


class Cell(NamedTuple):
    """One option of one question; both are `RESPONSES` for the whole response."""

    question: str
    option: str


class Sum(NamedTuple):
    """How many records there are, and the sum of their record keys."""

    size: int = 0
    key_sum: int = 0


Sums = dict[Cell, Sum]
Counted = tuple[Cell, int]
"""An answer, and the record key that belongs to it."""

ALL = Group()
RESPONSE = Cell(RESPONSES, RESPONSES)


@dataclass(slots=True)
class Numbers:
    """A group's numbers, and how many people have come or gone: since they last moved, and until then."""

    true: Sums = field(default_factory=dict)
    shown: Sums = field(default_factory=dict)
    since: int = 0
    before: int = 0

    def change(self, answers: Iterable[Counted], sign: int) -> None:
        """Count one person's answers in (`sign` is 1) or out (-1)."""
        for cell, key in answers:
            size, key_sum = self.true.get(cell, (0, 0))
            self.true[cell] = Sum(size + sign, key_sum + sign * key)
        self.since += 1

    def move(self) -> None:
        """Show the numbers as they are."""
        self.true = {cell: total for cell, total in self.true.items() if total.size}
        self.shown = dict(self.true)
        self.before += self.since
        self.since = 0


@dataclass(slots=True)
class Unlabelled:
    """Comments in a language in which too few people wrote, by their ids in hexadecimal, and how many people."""

    people: int = 0
    comments: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Ledger:
    """The groups of a campaign, and the comments whose language is not to be seen yet, by language."""

    closed: bool = False
    groups: defaultdict[Group, Numbers] = field(default_factory=lambda: defaultdict(Numbers))
    unlabelled: defaultdict[str, Unlabelled] = field(default_factory=lambda: defaultdict(Unlabelled))

    def change(self, attributes: Mapping[str, str], answers: Iterable[Counted], sign: int) -> None:
        """Count one person's answers in (`sign` is 1) or out (-1), in every group of theirs."""
        answers = list(answers)
        for group in (ALL, *(Group(*item) for item in attributes.items())):
            self.groups[group].change(answers, sign)

    def advance(self) -> None:
        """Let the shown numbers of each group move that may."""
        for numbers in self.groups.values():
            if is_due(numbers.since, numbers.before, closed=self.closed):
                numbers.move()

    @property
    def responses(self) -> int:
        """Return how many responses there are."""
        return self.groups[ALL].true.get(RESPONSE, Sum()).size

    def shown(self) -> list[Tally]:
        """Return the tallies that are shown, in the order of their names."""
        found = [
            Tally(*cell, *total, *group)
            for group, numbers in self.groups.items()
            for cell, total in numbers.shown.items()
        ]
        return sorted(found, key=lambda tally: (tally.question, tally.option, tally.attribute, tally.value))

    def wait_for_label(self, language: str, comments: Iterable[str]) -> None:
        """Note one person's comments whose language is not to be seen yet."""
        waiting = self.unlabelled[language]
        waiting.people += 1
        waiting.comments.update(comments)

    def labelled(self) -> dict[str, set[str]]:
        """Return the ids of the comments of which the language may be seen by now, by language, and forget them."""
        enough = [tag for tag, waiting in self.unlabelled.items() if waiting.people >= ADVANCE_AFTER]
        return {tag: self.unlabelled.pop(tag).comments for tag in enough}

    def forget_comments(self, ids: set[str]) -> None:
        """Let one person's comments wait no more."""
        for waiting in self.unlabelled.values():
            if waiting.comments & ids:
                waiting.comments -= ids
                waiting.people -= 1

    def to_json(self) -> str:
        """Return this as JSON text."""
        groups = [[*group, numbers.since, numbers.before, _rows(numbers)] for group, numbers in self.groups.items()]
        waiting = [[tag, each.people, sorted(each.comments)] for tag, each in self.unlabelled.items()]
        return json.dumps({"closed": self.closed, "groups": groups, "unlabelled": waiting}, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Ledger:
        """Return what `to_json` wrote. Raises `ValueError`, `KeyError` or `TypeError` for anything else."""
        raw = json.loads(text)
        ledger = cls(raw["closed"])
        for attribute, value, since, before, rows in raw["groups"]:
            ledger.groups[Group(attribute, value)] = _numbers(rows, since, before)
        for tag, people, comments in raw["unlabelled"]:
            ledger.unlabelled[tag] = Unlabelled(people, set(comments))
        return ledger


def _rows(numbers: Numbers) -> list[tuple[str | int, ...]]:
    cells = {**numbers.true, **numbers.shown}
    rows = [(*cell, *numbers.true.get(cell, Sum()), *numbers.shown.get(cell, Sum())) for cell in cells]
    return [row for row in rows if any(row[2:])]


def _numbers(rows: Iterable[tuple[str, str, int, int, int, int]], since: int, before: int) -> Numbers:
    numbers = Numbers(since=since, before=before)
    for question, option, size, key_sum, shown, shown_key_sum in rows:
        cell = Cell(question, option)
        if size or key_sum:
            numbers.true[cell] = Sum(size, key_sum)
        if shown:
            numbers.shown[cell] = Sum(shown, shown_key_sum)
    return numbers
