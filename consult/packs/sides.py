"""The two sides of a guide, in an order that favours neither."""

from __future__ import annotations

from enum import StrEnum

from consult.packs.model import Point, Question


class Side(StrEnum):
    """Who makes a point: those for what the question proposes or for wider use, or those against or for less."""

    SUPPORTERS = "supporters"
    CRITICS = "critics"


def sides(question: Question) -> tuple[tuple[Side, tuple[Point, ...]], ...]:
    """Return both sides with their points, supporters first on odd numbers and critics first on even ones.

    The order depends on the question alone, so everyone sees the same page and a page can be prepared once.
    Over a whole pack neither side comes first more than once oftener than the other.
    """
    supporters = (Side.SUPPORTERS, question.guide.supporters)
    critics = (Side.CRITICS, question.guide.critics)
    return (supporters, critics) if question.number % 2 else (critics, supporters)
