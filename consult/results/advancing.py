"""When the numbers that are shown of a group may move, as a rule and as a ledger that keeps it.

A number that moves with each person says what that person answered. So everyone's numbers, and those of each group
of people, stay as they are until enough people have come to the group or left it. Each move is also one more noisy
look at everybody who was there before. So moves become rarer as a group grows, however people come and go.

With each move, the record keys of a group are drawn anew; the ledger draws their sums, which comes to the same.
With the keys of before, a number behind which nothing changed would stay as it is, and any that did not would prove
that somebody came.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from consult.results.tally import ADVANCE_AFTER, ADVANCE_SHARE, EVERYONE, RECORD_KEYS, RESPONSES, Tally


def is_due(since: int, before: int, *, closed: bool = False) -> bool:
    """Say whether a group's shown numbers move now.

    `since` is how many people have come to the group or left it since its numbers last moved, `before` how many had
    until then: both only ever grow between two moves, so nobody can buy moves by coming and going. In a `closed`
    campaign ten are enough, so that what is last shown is nearly complete.
    """
    return since >= (ADVANCE_AFTER if closed else max(ADVANCE_AFTER, before // ADVANCE_SHARE))


class Group(NamedTuple):
    """Everyone, or those who have one attribute in common."""

    attribute: str = EVERYONE
    value: str = EVERYONE


@dataclass(frozen=True)
class Response:
    """One person's choices, question by question, and attributes."""

    choices: Mapping[str, str]
    attributes: Mapping[str, str]

    @property
    def groups(self) -> list[Group]:
        """The groups in which this is counted."""
        return [Group(), *(Group(*attribute) for attribute in self.attributes.items())]


@dataclass
class _Counted:
    """What is known of a group: its true cells, its shown ones, and how often it changed."""

    true: dict[tuple[str, str], int]
    shown: dict[tuple[str, str], tuple[int, int]]
    since: int = 0
    before: int = 0


class Ledger:
    """The tallies of a campaign, true and shown. The store keeps the same in its tables.

    `draw` returns a key sum for each number that moves, which nobody can foretell.
    """

    def __init__(self, draw: Callable[[], int] = lambda: secrets.randbelow(RECORD_KEYS)) -> None:
        self._draw = draw
        self._groups: dict[Group, _Counted] = defaultdict(lambda: _Counted({}, {}))

    def arrive(self, response: Response) -> None:
        """Count a response in."""
        self._change(response, 1)

    def withdraw(self, response: Response) -> None:
        """Count a response out again."""
        self._change(response, -1)

    def advance(self, *, closed: bool = False) -> set[Group]:
        """Let the shown numbers of each group move that is due, and return which ones did.

        To be called after each release, each withdrawal, and on closing.
        """
        due = {
            group for group, counted in self._groups.items() if is_due(counted.since, counted.before, closed=closed)
        }
        for group in due:
            counted = self._groups[group]
            counted.shown = {cell: (count, self._draw()) for cell, count in counted.true.items() if count}
            counted.before += counted.since
            counted.since = 0
        return due

    def shown(self) -> list[Tally]:
        """Return the tallies that disclosure control may be given, in the order of their names."""
        return sorted(
            (
                Tally(question, option, count, key_sum, group.attribute, group.value)
                for group, counted in self._groups.items()
                for (question, option), (count, key_sum) in counted.shown.items()
            ),
            key=lambda tally: (tally.question, tally.option, tally.attribute, tally.value),
        )

    def _change(self, response: Response, sign: int) -> None:
        for group in response.groups:
            counted = self._groups[group]
            counted.since += 1
            for cell in [(RESPONSES, RESPONSES), *response.choices.items()]:
                counted.true[cell] = counted.true.get(cell, 0) + sign
