"""When the numbers that are shown of a group may move. `consult.results.ledger` keeps to this rule.

A number that moves with each person says what that person answered. So everyone's numbers, and those of each group
of people, stay as they are until enough people have come to the group or left it. Each move is also one more noisy
look at everybody who was there before. So moves become rarer as a group grows, however people come and go.

With each move, the record keys of a group are drawn anew; a ledger draws their sums, which comes to the same.
With the keys of before, a number behind which nothing changed would stay as it is, and any that did not would prove
that somebody came.
"""

from __future__ import annotations

from typing import NamedTuple

from consult.results.tally import ADVANCE_AFTER, ADVANCE_SHARE, EVERYONE


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
