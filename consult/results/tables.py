"""Tables of protected counts, as plain values: for everyone, and for each group of people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from consult.packs.model import AboutQuestion, Question
from consult.results.protected import Protected, percentage


class Standing(StrEnum):
    """What a row counts."""

    OPTION = "option"
    """Who chose an option."""
    WROTE = "wrote"
    """Who answered an open question."""
    REMOVED = "removed"
    """Who chose an option that the pack no longer has."""


@dataclass(frozen=True, slots=True)
class Row:
    """An option and how many chose it. `label` is empty unless the pack has the option.

    `percent` is of the table's base, 0 to 100, or None when it cannot be shown.
    """

    option: str
    label: str
    standing: Standing
    count: Protected
    percent: int | None

    @property
    def bar(self) -> int:
        """The length of the row's bar, in whole steps from 0 to 100."""
        return self.percent or 0


class Answered(NamedTuple):
    """About how many answered a question: at least that many where a row is held back."""

    people: int
    is_least: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One question's rows: the pack's options in the pack's order, then those that the pack no longer has.

    `question` is None when the pack no longer has the question. `base` is the number of responses that the
    percentages are of. Each number has noise of its own, so rows do not add up to it.
    """

    question_id: str
    question: Question | None
    rows: tuple[Row, ...]
    base: Protected

    @property
    def has_numbers(self) -> bool:
        """Say whether any number of the table is shown."""
        return any(row.count.value is not None for row in self.rows)

    @property
    def answered(self) -> Answered | None:
        """How many answered the question at all: the sum of the rows that are shown. None where none is.

        Each row has noise of its own, so a sum can come out above the number of responses: it is then that number.
        Nothing but shown numbers goes into this, so it gives nothing away.
        """
        shown = [row.count.value for row in self.rows if row.count.value is not None]
        if not shown:
            return None
        most = self.base.value if self.base.value is not None else sum(shown)
        return Answered(min(sum(shown), most), is_least=len(shown) < len(self.rows) and sum(shown) < most)

    @property
    def answered_percent(self) -> int | None:
        """How many in a hundred responses that is, at most 100, or None when the base is not safe."""
        return percentage(self.answered.people, self.base) if self.answered else None


@dataclass(frozen=True, slots=True)
class Group:
    """The people who have one attribute in common. `label` is empty when that is not an answer of the pack.

    Every group has the same tables with the same rows, in the same order.
    """

    value: str
    label: str
    responses: Protected
    tables: tuple[Table, ...]
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Grouping:
    """What people can be told apart by.

    `question` is None when the pack does not ask for it: it is one of `tally.OURS`, or the pack lost it.
    """

    attribute: str
    question: AboutQuestion | None


@dataclass(frozen=True, slots=True)
class Breakdown(Grouping):
    """Every table by one attribute."""

    groups: tuple[Group, ...]
