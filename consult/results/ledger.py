"""All tallies of one campaign, as they are and as they are shown. Plain values only.

A group (everyone, or those who share one value of one attribute) is shown as it was when its numbers last moved.
`consult.results.advancing` says when they may. A ledger can be kept as text.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from consult.results.advancing import Group, is_due
from consult.results.tally import RECORD_KEYS, RESPONSES, Tally


class Cell(NamedTuple):
    """One option of one question; both are `RESPONSES` for the whole response."""

    question: str
    option: str


class Shown(NamedTuple):
    """A number that is shown, and the sum of record keys that disclosure control gets with it."""

    size: int
    key_sum: int


ALL = Group()
RESPONSE = Cell(RESPONSES, RESPONSES)


@dataclass(slots=True)
class Numbers:
    """A group's numbers, and how many people have come or gone: since they last moved, and until then."""

    true: defaultdict[Cell, int] = field(default_factory=lambda: defaultdict(int))
    shown: dict[Cell, Shown] = field(default_factory=dict)
    since: int = 0
    before: int = 0

    def change(self, answers: Iterable[Cell], sign: int) -> None:
        """Count one person's answers in (`sign` is 1) or out (-1)."""
        for cell in answers:
            self.true[cell] += sign
        self.since += 1

    def move(self) -> None:
        """Show the numbers as they are, each with a key drawn anew: `consult.results.advancing` says why."""
        self.shown = {cell: Shown(size, secrets.randbelow(RECORD_KEYS)) for cell, size in self.true.items() if size}
        self.before += self.since
        self.since = 0


@dataclass(slots=True)
class Ledger:
    """The groups of a campaign. In a `closed` one, the numbers of a group move more readily."""

    closed: bool = False
    groups: defaultdict[Group, Numbers] = field(default_factory=lambda: defaultdict(Numbers))

    def change(self, attributes: Mapping[str, str], answers: Sequence[Cell], sign: int) -> None:
        """Count one person's answers in (`sign` is 1) or out (-1), in every group of theirs."""
        for group in (ALL, *(Group(*item) for item in attributes.items())):
            self.groups[group].change(answers, sign)

    def advance(self) -> set[Group]:
        """Let the shown numbers of each group move that may, and return which ones did.

        To be called after each release, each withdrawal, and on closing.
        """
        due = {
            group
            for group, numbers in self.groups.items()
            if is_due(numbers.since, numbers.before, closed=self.closed)
        }
        for group in due:
            self.groups[group].move()
        return due

    @property
    def responses(self) -> int:
        """Return how many responses there are."""
        return self.groups[ALL].true[RESPONSE]

    def shown(self) -> list[Tally]:
        """Return the tallies that are shown, in the order of their names."""
        found = [
            Tally(*cell, *number, *group)
            for group, numbers in self.groups.items()
            for cell, number in numbers.shown.items()
        ]
        return sorted(found, key=lambda tally: (tally.question, tally.option, tally.attribute, tally.value))

    def to_json(self) -> str:
        """Return this as JSON text."""
        groups = [[*group, numbers.since, numbers.before, _rows(numbers)] for group, numbers in self.groups.items()]
        return json.dumps({"closed": self.closed, "groups": groups}, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Ledger:
        """Return what `to_json` wrote. Raises `ValueError`, `KeyError` or `TypeError` for anything else."""
        raw = json.loads(text)
        ledger = cls(raw["closed"])
        for attribute, value, since, before, rows in raw["groups"]:
            ledger.groups[Group(attribute, value)] = _numbers(rows, since, before)
        return ledger


def _rows(numbers: Numbers) -> list[tuple[str | int, ...]]:
    cells = {**numbers.true, **numbers.shown}
    rows = [(*cell, numbers.true.get(cell, 0), *numbers.shown.get(cell, (0, 0))) for cell in cells]
    return [row for row in rows if any(row[2:])]


def _numbers(rows: Iterable[tuple[str, str, int, int, int]], since: int, before: int) -> Numbers:
    numbers = Numbers(since=since, before=before)
    for question, option, size, shown, key_sum in rows:
        cell = Cell(question, option)
        if size:
            numbers.true[cell] = size
        if shown:
            numbers.shown[cell] = Shown(shown, key_sum)
    return numbers
