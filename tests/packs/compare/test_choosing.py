"""Nobody accepts words unread."""

from __future__ import annotations

from consult.packs.compare.choosing import choose
from consult.packs.compare.comparing import Outcome, Verdict
from tests.packs.compare.example import pack_of

QUESTIONS = pack_of().questions
SAME = Verdict(QUESTIONS[0], Outcome.SAME, "text")
DIFFERS = Verdict(QUESTIONS[1], Outcome.DIFFERS, "text")
MISSING = Verdict(QUESTIONS[2], Outcome.NOT_FOUND)
TWOFOLD = Verdict(QUESTIONS[3], Outcome.DIFFERS, "text", copies=("other text",))
ALL = (SAME, DIFFERS, MISSING, TWOFOLD)


def test_without_numbers_only_what_is_the_same_is_accepted() -> None:
    choice = choose(ALL, None)
    assert choice.accepted == (SAME,)
    assert choice.refused == (DIFFERS, MISSING, TWOFOLD)


def test_by_number_what_differs_is_accepted_too_and_nothing_else_is_touched() -> None:
    choice = choose(ALL, frozenset({2}))
    assert choice.accepted == (DIFFERS,)
    assert choice.refused == ()


def test_what_is_missing_or_stands_in_two_forms_is_never_accepted() -> None:
    choice = choose(ALL, frozenset({1, 2, 3, 4}))
    assert choice.accepted == (SAME, DIFFERS)
    assert choice.refused == (MISSING, TWOFOLD)
