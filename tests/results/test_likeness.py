"""Texts that are the same, nearly the same, and neither."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.results.likeness import SHORTEST, likeness, words_of
from tests.dice import dice

VOCABULARY = """camera street police judge search face watch list child school station record oversight error rule
evidence public trust crime safety law power reason notice market football crowd light parent shop bus court"""
WORDS = VOCABULARY.split()
TEMPLATE = (
    "I am writing to ask that no camera may search a crowd for a face without the permission of a judge, because"
    " my neighbours were stopped by mistake outside the station and nobody ever told them why it had happened."
)


def invented(chance: Random, length: int = 40) -> str:
    return " ".join(chance.choices(WORDS, k=length))


def changed(text: str, chance: Random, words: int) -> str:
    """Return a text in which some words, one after the other, are others."""
    parts = text.split()
    start = chance.randrange(len(parts) - words)
    return " ".join([*parts[:start], *chance.choices(WORDS, k=words), *parts[start + words :]])


@pytest.fixture
def chance() -> Random:
    return dice(5)


@pytest.mark.parametrize("other", [TEMPLATE.upper(), f"  {TEMPLATE}!!\n", TEMPLATE.replace("judge,", "judge –")])
def test_case_punctuation_and_space_make_no_difference(other: str) -> None:
    found = likeness([TEMPLATE, "Something else entirely, which is not alike.", other])
    assert list(found.same) == [0, 1, 0]
    assert found.same_sizes() == found.sizes() == {0: 2}


def test_accents_and_apostrophes_make_no_difference() -> None:
    assert words_of("Tŷ’r heddlu: I don't") == words_of("TY'R HEDDLU i dont")
    assert words_of("یہ 2024-25") != words_of("2024 25")


def test_a_few_changed_words_are_nearly_the_same(chance: Random) -> None:
    texts = [TEMPLATE, *(changed(TEMPLATE, chance, 1) for _ in range(300)), *(invented(chance) for _ in range(300))]
    found = likeness(texts)
    assert len(set(found.same)) > 500
    assert found.sizes().get(0, 0) >= 297
    assert len(found.sizes()) == 1


def test_texts_with_half_of_their_words_in_common_are_not_alike(chance: Random) -> None:
    texts = [changed(TEMPLATE, chance, 16) for _ in range(200)]
    assert sum(likeness(texts).sizes().values()) < 10


def test_short_texts_are_alike_only_when_they_are_the_same() -> None:
    assert SHORTEST > 5
    assert likeness(["I agree.", "I do not agree.", "I AGREE", "", " "]).sizes() == {0: 2, 3: 2}


def test_each_group_is_named_by_its_first(chance: Random) -> None:
    one, other = invented(chance), invented(chance)
    assert list(likeness([one, other, one, other, other]).nearly) == [0, 1, 0, 1, 1]


@given(st.lists(st.text(max_size=40), max_size=20))
def test_any_texts_have_groups(texts: list[str]) -> None:
    found = likeness(texts)
    assert len(found.same) == len(found.nearly) == len(texts)
    for at, (same, nearly) in enumerate(zip(found.same, found.nearly, strict=True)):
        assert found.same[same] == same <= at
        assert found.nearly[nearly] == nearly <= at
        assert found.nearly[same] == nearly


def test_it_keeps_little_of_each_text(chance: Random) -> None:
    def texts() -> Iterator[str]:
        for _ in range(3000):
            yield invented(chance)

    tracemalloc.start()
    likeness(texts())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak / 3000 < 400
