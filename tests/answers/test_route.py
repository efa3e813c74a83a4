"""A short route changes the order of walking through a consultation, and nothing else."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from consult.answers.path import Path
from consult.answers.sheet import Answer, AnswerSheet
from consult.packs.model import Pack


def path(pack: Pack, *route: str) -> Path:
    return Path(pack, AnswerSheet(pack.id, pack.version), route)


@given(st.data())
def test_a_route_leaves_no_question_out_and_walks_each_part_in_order(pack: Pack, data: st.DataObject) -> None:
    route = data.draw(st.lists(st.sampled_from([question.id for question in pack.questions]), unique=True))
    found = path(pack, *route)
    assert [question.id for question in found.first] == route
    assert sorted(question.number for question in (*found.first, *found.rest)) == list(range(1, 18))
    for walk in (found.first, found.rest):
        for one, other in pairwise(walk):
            assert found.next_after(one) is other
            assert found.before(other) is one
        if walk:
            assert found.before(walk[0]) is None
            assert found.next_after(walk[-1]) is None


def test_without_a_route_everything_is_the_rest_in_official_order(pack: Pack) -> None:
    assert path(pack).first == ()
    assert path(pack).rest == pack.questions
    assert path(pack).rest_by_section() == path(pack).sections()


def test_a_question_that_the_pack_no_longer_has_counts_for_nothing(pack: Pack) -> None:
    found = path(pack, "gone", "q6", "q2")
    assert [question.number for question in found.first] == [6, 2]
    assert len(found.rest) == 15
    assert found.is_first(pack.questions[5])
    assert not found.is_first(pack.questions[0])


def test_the_rest_is_shown_by_section_and_an_empty_section_is_not(pack: Pack) -> None:
    section = pack.sections[0]
    inside = [question.id for question in pack.in_section(section)]
    parts = path(pack, *inside).rest_by_section()
    assert [part.section for part in parts] == list(pack.sections[1:])
    assert sum(len(part.questions) for part in parts) == 17 - len(inside)


def test_progress_counts_the_rest_by_itself(pack: Pack) -> None:
    sheet = AnswerSheet(pack.id, 1).with_answer("q1", Answer("agree")).with_answer("q2", Answer("agree"))
    found = Path(pack, sheet, ("q1",))
    assert sum(part.answered for part in found.rest_by_section()) == 1
    assert sum(part.answered for part in found.sections()) == 2
