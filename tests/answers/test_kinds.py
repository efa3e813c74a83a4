"""The kinds of answer, each held to the one protocol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.answers.kinds import KINDS
from consult.answers.kinds.protocol import TEXT_LIMIT, AnswerKind, Fault
from consult.answers.sheet import Answer
from consult.packs.model import Option

OPTIONS = (Option(id="agree", label="Agree"), Option(id="disagree", label="Disagree"))
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())


def options_for(kind: AnswerKind) -> tuple[Option, ...]:
    return OPTIONS if kind.has_options else ()


@EVERY_KIND
@given(choice=st.text(), text=st.text(st.characters(exclude_categories=())))
def test_no_form_makes_a_kind_stumble(kind: AnswerKind, choice: str, text: str) -> None:
    options = options_for(kind)
    parsed = kind.parse({"choice": choice, "text": text}, options)
    kind.show(parsed.answer, options)
    kind.counted(parsed.answer, options)
    assert isinstance(kind.comment(parsed.answer), str)


@EVERY_KIND
def test_a_blank_form_is_a_blank_answer_without_faults(kind: AnswerKind) -> None:
    parsed = kind.parse({}, options_for(kind))
    assert (parsed.answer, parsed.faults, parsed.removed) == (Answer(), (), 0)
    assert kind.counted(parsed.answer, options_for(kind)) is None


@EVERY_KIND
def test_an_answer_is_shown_counted_and_quoted(kind: AnswerKind) -> None:
    parsed = kind.parse({"choice": "agree", "text": "One.\r\n\r\nTwo\r\nlines."}, options_for(kind))
    shown = kind.show(parsed.answer, options_for(kind))
    assert shown.chosen == ("Agree" if kind.has_options else None)
    assert shown.paragraphs == (("One.", "Two\nlines.") if kind.has_text else ())
    assert kind.counted(parsed.answer, options_for(kind)) == ("agree" if kind.has_options else "answered")
    assert kind.comment(parsed.answer) == ("One.\n\nTwo\nlines." if kind.has_text else "")


@EVERY_KIND
def test_an_unknown_option_is_a_fault_of_the_choice(kind: AnswerKind) -> None:
    faults = kind.parse({"choice": "perhaps", "text": ""}, options_for(kind)).faults
    expected = [("choice", Fault.UNKNOWN_OPTION)] if kind.has_options else []
    assert [(fault.field, fault.fault) for fault in faults] == expected


@EVERY_KIND
def test_a_text_over_the_limit_is_a_fault_that_keeps_the_text(kind: AnswerKind) -> None:
    parsed = kind.parse({"text": "x" * (TEXT_LIMIT + 7)}, options_for(kind))
    assert [fault.over_by for fault in parsed.faults] == ([7] if kind.has_text else [])
    assert len(parsed.answer.text) == (TEXT_LIMIT + 7 if kind.has_text else 0)


def test_an_option_that_the_pack_no_longer_has_is_shown_as_nothing() -> None:
    gone = Answer("maybe", "why")
    kind = KINDS["choice-with-reasons"]
    assert kind.show(gone, OPTIONS).chosen is None
    assert kind.counted(gone, OPTIONS) is None
