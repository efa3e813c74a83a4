"""Sentences and words are counted as a reader would."""

from __future__ import annotations

import pytest

from consult.packs.sentences import own_words, sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One.", 1),
        ("One. Two! Three?", 3),
        ("He said “stop.” Then he left.", 2),
        ("A rate of 0.04% for some, e.g. these.", 1),
        ("“One.” “Two.”", 2),
        ("No full stop", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don’t stop", ["don’t", "stop"]),
        ("3,147,436 faces", ["3,147,436", "faces"]),
        ("above-average, 0.04%", ["above-average", "0.04"]),
        ("—", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("It is “ours”, they said.", "they said", "ours"),
        ("They said ‘we won’t’ and left.", "and left", "we"),
        ('"We" is a word.', "is a word", "We"),
        ("The people’s own and our own.", "our own", "never there"),
    ],
)
def test_what_is_quoted_is_not_the_writers_own(text: str, kept: str, gone: str) -> None:
    assert kept in own_words(text)
    assert gone not in words(own_words(text))
