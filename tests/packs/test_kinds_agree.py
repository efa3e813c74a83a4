"""Packs know the kinds of answer by name only; the answers' own table must say the same."""

from __future__ import annotations

from consult.answers.kinds import KINDS
from consult.packs.kinds import ABOUT_YOU, NEEDS_SCALE


def test_the_kinds_that_packs_know_are_the_kinds_of_answer() -> None:
    assert {name: kind.has_options for name, kind in KINDS.items()} == dict(NEEDS_SCALE)


def test_a_question_about_the_person_takes_an_option_and_no_text() -> None:
    assert KINDS[ABOUT_YOU].has_options
    assert not KINDS[ABOUT_YOU].has_text
