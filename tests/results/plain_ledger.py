"""A ledger as plain as can be, to which the one that the site keeps is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from consult.results.advancing import Group, is_due
from consult.results.tally import RESPONSES, Tally


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
    shown: dict[tuple[str, str], int]
    since: int = 0
    before: int = 0


class PlainLedger:
    """The tallies of a campaign, true and shown."""

    def __init__(self) -> None:
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
            counted.shown = {cell: count for cell, count in counted.true.items() if count}
            counted.before += counted.since
            counted.since = 0
        return due

    def shown(self) -> list[Tally]:
        """Return the tallies that are shown, without keys, in the order of their names."""
        return sorted(
            (
                Tally(question, option, count, 0, group.attribute, group.value)
                for group, counted in self._groups.items()
                for (question, option), count in counted.shown.items()
            ),
            key=lambda tally: (tally.question, tally.option, tally.attribute, tally.value),
        )

    def _change(self, response: Response, sign: int) -> None:
        for group in response.groups:
            counted = self._groups[group]
            counted.since += 1
            for cell in [(RESPONSES, RESPONSES), *response.choices.items()]:
                counted.true[cell] = counted.true.get(cell, 0) + sign
