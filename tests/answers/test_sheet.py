"""The answer sheet and the path through a consultation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.answers.path import Path
from consult.answers.sheet import Answer, AnswerSheet, SheetError
from consult.packs.model import Pack

WORDS = st.text(st.characters(codec="utf-8"))


@given(st.dictionaries(st.text(), st.tuples(st.none() | WORDS, WORDS)), st.dictionaries(WORDS, WORDS), WORDS)
def test_a_sheet_comes_back_as_it_was_kept(
    answers: dict[str, tuple[str | None, str]], about: dict[str, str], campaign: str
) -> None:
    sheet = AnswerSheet("p", 3, {key: Answer(*value) for key, value in answers.items()}, about, campaign, "counts")
    assert AnswerSheet.from_json(sheet.to_json()) == sheet


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"pack": 1}', '{"answers": 3}', "\x00"])
def test_anything_else_is_not_a_sheet(text: str) -> None:
    with pytest.raises(SheetError):
        AnswerSheet.from_json(text)


def test_a_blank_answer_takes_the_old_one_away() -> None:
    sheet = AnswerSheet("p", 1).with_answer("q1", Answer("agree")).with_answer("q1", Answer())
    assert dict(sheet.answers) == {}


def test_a_sheet_cannot_be_changed_in_place() -> None:
    sheet = AnswerSheet("p", 1).with_answer("q1", Answer("agree"))
    with pytest.raises(TypeError):
        sheet.answers["q2"] = Answer("agree")  # type: ignore[index] # that it cannot is the point


def test_the_path_follows_the_official_order(pack: Pack) -> None:
    path = Path(pack, AnswerSheet(pack.id, pack.version))
    first, last = pack.questions[0], pack.questions[-1]
    assert path.before(first) is None
    assert path.next_after(last) is None
    walked = [first]
    while (following := path.next_after(walked[-1])) is not None:
        assert path.before(following) is walked[-1]
        walked.append(following)
    assert tuple(walked) == pack.questions


def test_progress_is_computed_from_the_answers(pack: Pack) -> None:
    sheet = AnswerSheet(pack.id, 1).with_answer("q1", Answer("agree")).with_answer("q6", Answer(None, "x"))
    path = Path(pack, sheet.with_answer("q9", Answer(None, " ")))
    assert [question.number for question in path.answered()] == [1, 6]
    assert len(path.unanswered()) == 15
    assert sum(part.answered for part in path.sections()) == 2
    assert sum(len(part.questions) for part in path.sections()) == 17


def test_a_question_about_a_borough_is_asked_in_london_only(pack: Pack) -> None:
    def asked(region: str) -> set[str]:
        return {each.id for each in Path(pack, AnswerSheet(pack.id, 1, about={"region": region})).about_questions()}

    assert asked("london") - asked("wales") == {each.id for each in pack.about_you if each.only_if}


def test_a_sheet_from_before_details_could_be_taken_out_takes_none_out() -> None:
    old = AnswerSheet("pack", 1).to_json().replace(',"masked":[]', "")

    assert "masked" not in old
    assert AnswerSheet.from_json(old).masked == frozenset()


def test_what_to_take_out_of_the_document_is_kept_and_undone() -> None:
    sheet = AnswerSheet("pack", 1).with_masked("q1", masked=True)

    assert AnswerSheet.from_json(sheet.to_json()).masked == {"q1"}
    assert sheet.with_masked("q1", masked=False).masked == frozenset()
