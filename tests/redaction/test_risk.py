"""Words that identify without being a detail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.redaction import Risk, find, mask, risks
from consult.redaction.risk import NEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was stopped at Stratford on 3 May.", {Risk.STOP_AND_TIME, Risk.STOP_AND_PLACE, Risk.TIME_AND_PLACE}),
        ("They searched my son last Tuesday.", {Risk.STOP_AND_TIME}),
        ("The police arrested me near Lewisham station.", {Risk.STOP_AND_PLACE}),
        ("I was at Westfield yesterday.", {Risk.TIME_AND_PLACE}),
        ("Two weeks ago I was wrongly identified by a camera.", {Risk.STOP_AND_TIME}),
        ("We were outside the Odeon at 4pm.", {Risk.TIME_AND_PLACE}),
        ("In June 2024 I walked through SE15.", {Risk.TIME_AND_PLACE}),
        ("Ces i fy stopio yn Abertawe ddoe.", {Risk.STOP_AND_TIME, Risk.STOP_AND_PLACE, Risk.TIME_AND_PLACE}),
        ("Cafodd fy mab ei chwilio nos Sadwrn.", {Risk.STOP_AND_TIME}),
        ("Stopiwyd fi ger Gorsaf Caerdydd.", {Risk.STOP_AND_PLACE}),
        ("I am the only Black teacher at my school.", {Risk.ONLY_ONE}),
        ("Fi yw'r unig un sydd yn gwisgo hijab yma.", {Risk.ONLY_ONE}),
    ],
)
def test_a_risk_is_seen_in_english_and_in_welsh(text: str, expected: set[Risk]) -> None:
    assert risks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I was stopped once and it was humiliating.",
        "It happened yesterday.",
        "I live near Lewisham station.",
        "Article 8 in May 2020 was argued in Parliament.",
        "Since 2021 England has had no clear law.",
        "Mae Cymru yn haeddu gwell.",
    ],
)
def test_one_sign_alone_is_no_risk(text: str) -> None:
    assert risks(text) == set()


def test_signs_far_apart_are_not_read_together() -> None:
    assert risks("I was stopped." + " x" * NEAR + " It was yesterday.") == set()
    assert risks("I was stopped." + " x" * 20 + " It was yesterday.") == {Risk.STOP_AND_TIME}


def test_a_masked_date_no_longer_tells_when() -> None:
    text = "I was stopped at Stratford on 3 May 2025."

    assert risks(mask(text, find(text))) == {Risk.STOP_AND_PLACE}


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_read(text: str) -> None:
    assert risks(text) <= set(Risk)
