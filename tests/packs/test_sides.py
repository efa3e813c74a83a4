"""Neither side of a guide is favoured by coming first."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from consult.packs.model import Pack
from consult.packs.sides import Side, sides


def test_both_sides_come_with_their_points(pack: Pack) -> None:
    for question in pack.questions:
        assert dict(sides(question)) == {
            Side.SUPPORTERS: question.guide.supporters,
            Side.CRITICS: question.guide.critics,
        }


def test_the_side_that_comes_first_changes_from_question_to_question(pack: Pack) -> None:
    first = [sides(question)[0][0] for question in pack.questions]
    assert all(one is not other for one, other in pairwise(first))
    assert abs(Counter(first)[Side.SUPPORTERS] - Counter(first)[Side.CRITICS]) <= 1


def test_the_order_is_the_same_every_time(pack: Pack) -> None:
    assert [sides(question) for question in pack.questions] == [sides(question) for question in pack.questions]
