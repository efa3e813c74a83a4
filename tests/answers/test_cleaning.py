"""The one cleaning step."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.answers.cleaning import clean, clean_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept", "removed"),
    [
        ("plain", "plain", 0),
        ("  around \n", "around", 0),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh", 0),
        ("tab\tstays", "tab\tstays", 0),
        ("NUL\x00 BEL\x07 ESC\x1b", "NUL BEL ESC", 3),
        ("half\ud83d a pair", "half a pair", 1),
        ("non\ufffe\uffff\U0001fffe", "non", 3),
        ("\ufeffmark at the start", "mark at the start", 1),
        ("over\u202eride\u2066isolate\u2069", "overrideisolate", 3),
        ("marks \u200f\u200e stay", "marks \u200f\u200e stay", 0),
        ("joiners 👩\u200d👩\u200d👧 stay", "joiners 👩\u200d👩\u200d👧 stay", 0),
        ("e\u0301 is not é", "e\u0301 is not é", 0),
    ],
)
def test_only_what_a_document_cannot_hold_is_taken_out(typed: str, kept: str, removed: int) -> None:
    assert (clean(typed).text, clean(typed).removed) == (kept, removed)
    assert clean(typed).changed is bool(removed)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once.text) == type(once)(once.text, 0)


@given(ANY_TEXT)
def test_cleaned_text_can_be_written_and_put_in_xml(text: str) -> None:
    cleaned = clean(text).text
    assert cleaned.encode().decode() == cleaned
    assert not any(ord(character) < 32 and character not in "\t\n" for character in cleaned)


@given(ANY_TEXT)
def test_a_line_has_no_line_ends(text: str) -> None:
    assert "\n" not in clean_line(text).text


def test_a_line_has_single_spaces() -> None:
    assert clean_line("  one \r\n two\t three ").text == "one two three"


def test_a_megabyte_of_marks_is_cleaned_in_linear_time() -> None:
    started = time.process_time()
    clean("a" + "\u0301\u0323\u202e" * 350_000)
    assert time.process_time() - started < 1
