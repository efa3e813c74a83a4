"""Settling which of several overlapping details stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consult.redaction import Found, Kind
from consult.redaction.found import apart

TEXT = "abcdefghij" * 3


def test_the_longest_wins() -> None:
    assert apart([Found(0, 3, Kind.NAME), Found(0, 9, Kind.EMAIL)], TEXT) == [Found(0, 9, Kind.EMAIL)]


def test_of_two_as_long_the_more_specific_wins() -> None:
    assert apart([Found(0, 9, Kind.PHONE), Found(0, 9, Kind.NHS_NUMBER)], TEXT) == [Found(0, 9, Kind.NHS_NUMBER)]


def test_what_reaches_beyond_the_winner_stays_found() -> None:
    overlapping = [Found(0, 8, Kind.PHONE), Found(6, 11, Kind.DATE)]

    assert apart(overlapping, TEXT) == [Found(0, 8, Kind.PHONE), Found(8, 11, Kind.DATE)]


def test_punctuation_at_the_cut_is_left() -> None:
    assert apart([Found(0, 8, Kind.PHONE), Found(6, 10, Kind.DATE)], "01234567, ") == [Found(0, 8, Kind.PHONE)]


SPANS = st.tuples(st.integers(0, 29), st.integers(1, 9), st.sampled_from(Kind)).map(
    lambda drawn: Found(drawn[0], min(len(TEXT), drawn[0] + drawn[1]), drawn[2])
)


@given(st.lists(SPANS, max_size=12))
def test_every_place_that_was_found_stays_found_once(spans: list[Found]) -> None:
    kept = apart(spans, TEXT)
    places = [place for each in kept for place in range(each.start, each.end)]

    assert len(places) == len(set(places))
    assert set(places) == {place for each in spans for place in range(each.start, each.end)}
