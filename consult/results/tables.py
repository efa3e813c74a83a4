"""Tables of protected counts, as plain values: for everyone, and for each group of people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consult.packs.model import AboutQuestion, Question
from consult.results.protected import Protected


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


@dataclass(frozen=True, slots=True)
class Table:
    """One question's rows: the pack's options in the pack's order, then those that the pack no longer has.

    `question` is None when the pack no longer has the question. `base` is the number of responses that the
    percentages are of. Rows do not add up to it, and a table has no total of its own: the decision on disclosure
    control shows what such a total would give away.
    """

    question_id: str
    question: Question | None
    rows: tuple[Row, ...]
    base: Protected


@dataclass(frozen=True, slots=True)
class Group:
    """The people who gave the same answer about themselves. `label` is empty when the pack lost that answer.

    Every group has the same tables with the same rows, in the same order.
    """

    value: str
    label: str
    responses: Protected
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Every table by one answer about the person. `question` is None when the pack no longer asks for it."""

    attribute: str
    question: AboutQuestion | None
    groups: tuple[Group, ...]
