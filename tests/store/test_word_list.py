"""Every word of the list, with every single mistake that a hand can make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase

import pytest

from consult.store.word_list import LONGEST, SHORTEST, START, WORDS, is_word, meant


def slips(word: str) -> Iterator[str]:
    """Give the word with one letter missing, wrong, too many, or swapped with the next."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after[1:]
            yield before + letter + after


def test_the_list_is_the_one_that_phrases_were_made_from() -> None:
    assert (len(WORDS), WORDS[0], WORDS[-1]) == (2048, "abandon", "zoo")
    assert (SHORTEST, LONGEST) == (3, 8)
    assert len({word[:START] for word in WORDS}) == len(set(WORDS)) == len(WORDS)


def test_a_word_and_its_first_four_letters_stand_for_it() -> None:
    assert [word for word in WORDS if meant(word) != (word,)] == []
    assert [word for word in WORDS if meant(word[:START]) != (word,)] == []


@pytest.mark.parametrize("start", ascii_lowercase)
def test_a_slip_is_put_right_or_asked_about_and_never_makes_another_word(start: str) -> None:
    """Unless it happens to be another word, or begins with the four letters of one."""
    faults, outcomes = [], Counter[str]()
    for word in (each for each in WORDS if each.startswith(start)):
        for slip in set(slips(word)) - {word}:
            found = meant(slip)
            if word not in found and not is_word(slip) and not (found and found[0][:START] == slip[:START]):
                faults.append((word, slip, found))
            outcomes["put right" if found == (word,) else "else"] += 1
    assert faults == []
    assert outcomes["put right"] >= 0.8 * outcomes.total()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("abandonment", ("abandon",)),
        ("letters", ("letter",)),
        ("clim", ("climb",)),
        ("broat", ("boat",)),
        ("actule", ("actual",)),
        ("xx", ()),
        ("", ()),
        ("a", ()),
        ("q" * 400, ()),
    ],
)
def test_what_is_typed_stands_for(typed: str, words: tuple[str, ...]) -> None:
    assert meant(typed) == words


def test_where_the_start_says_one_word_and_the_rest_another_both_are_asked_about() -> None:
    asked = {slip: meant(slip) for word in WORDS[::7] for slip in slips(word) if len(meant(slip)) > 1}
    both = [words for slip, words in asked.items() if any(word[:START] == slip[:START] for word in words)]
    assert both
