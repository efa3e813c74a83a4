"""What is kept does not tell the keyboard: one kind of mark, dash, space and accent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.redaction import find, kept
from consult.redaction.plain_typing import plainly

SAME = (
    ("'It isn't \"safe\" - and they know...'", "‘It isn’t “safe” – and they know…’"),
    ("we said - twice - no", "we said—twice—no"),
    ("we said - twice - no", "we said -- twice --- no"),
    ("the tŷ and the café", "the ty\u0302 and the cafe\u0301"),
    ("10-12 officers. They left.", "10\u201112\u00a0officers.  They\u202fleft.\t"),
    ("one\n\ntwo\nthree", "one \n \n\n\n two\u3000\n three"),
    ("officer, find the office!", "o\ufb03cer, \ufb01nd the o\u00adf\u200bfice！"),
    ("- this\n- that", "— this\n— that"),
)


@pytest.mark.parametrize(("plain", "typed"), SAME)
def test_texts_that_differ_by_the_keyboard_only_become_the_same(plain: str, typed: str) -> None:
    assert plainly(typed) == plainly(plain) == plain


@pytest.mark.parametrize(
    "chosen",
    [
        "NO. no! No?!",
        "colour, color, colur",
        "well ... ; : -",
        "😀 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️",
        "می‌خواهم",
        "5 m², ½",
        "-----",
        "«non»",
        "a\nb\n\nc",
    ],
)
def test_what_a_person_chose_stays(chosen: str) -> None:
    assert plainly(chosen) == chosen


@pytest.mark.parametrize(
    "typed",
    [
        "SE15—4QT",
        "ring 07700     900     123",
        "sarah—jones@example.org",
        "07700—900123",
        "ＡＢ１２ ＣＤＥ",
        "NI AB—12—34—56—C",
    ],
)
def test_nothing_is_found_in_what_is_kept(typed: str) -> None:
    made = kept(typed, find(typed), find=find)
    assert find(made.text) == []
    assert made.taken_out
    assert not any(each.isdigit() or each == "@" for each in made.text)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(st.characters(exclude_categories=())) | st.text("a'’“—–- \n\t…4ﬁＡ\u0301\u00a0\u200b\u200d"))
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    assert plainly(plainly(text)) == plainly(text)
