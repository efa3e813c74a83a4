"""What is a question's number, and what only looks like one."""

from __future__ import annotations

import pytest

from consult.packs.compare.markers import marker_of


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Question 1: Do you agree?", 1, "Do you agree?"),
        ("QUESTION 12. Do you agree?", 12, "Do you agree?"),
        ("Question 3 – Do you agree?", 3, "Do you agree?"),
        ("Question 4 Do you agree?", 4, "Do you agree?"),
        ("Question 5 ‘Boats’ or ships?", 5, "‘Boats’ or ships?"),
        ("Question 6", 6, ""),
        ("Question 7:", 7, ""),
        ("Question 2 of 17: Do you agree?", 2, "Do you agree?"),
        ("Consultation question 8: Why?", 8, "Why?"),
        ("Question no. 9: Why?", 9, "Why?"),
        ("Q1. Do you agree?", 1, "Do you agree?"),
        ("Q.2: Do you agree?", 2, "Do you agree?"),
        ("Q3 Do you agree?", 3, "Do you agree?"),
        ("q 4) Do you agree?", 4, "Do you agree?"),
        ("Cwestiwn 1: I ba raddau?", 1, "I ba raddau?"),
        ("Cwestiwn 11 I ba raddau?", 11, "I ba raddau?"),
        ("Question 1:To what extent?", 1, "To what extent?"),
    ],
)
def test_a_number_called_a_questions_is_strong(text: str, number: int, rest: str) -> None:
    marker = marker_of(text)
    assert marker is not None
    assert (marker.number, marker.suffix, marker.strong, marker.rest) == (number, "", True, rest)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Do you agree?", 1, "Do you agree?"),
        ("(2) Do you agree?", 2, "Do you agree?"),
        ("3) Do you agree?", 3, "Do you agree?"),
        ("4", 4, ""),
        ("5.", 5, ""),
        ("6.Do you agree?", 6, "Do you agree?"),
    ],
)
def test_a_bare_number_is_weak(text: str, number: int, rest: str) -> None:
    marker = marker_of(text)
    assert marker is not None
    assert (marker.number, marker.strong, marker.rest) == (number, False, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Question 5 asks about boats.",
        "Questions 1 to 4 are about boats.",
        "Question 1.1 is another matter",
        "Questionnaire 1: boats",
        "Question 3-5: boats",
        "1.1 Boats lie in the harbour.",
        "2026 was a good year.",
        "12 boats lay there.",
        "10.30am is high water.",
        "Quay 1: boats",
        "",
        "Do you agree?",
    ],
)
def test_prose_parts_years_and_times_wear_no_number(text: str) -> None:
    assert marker_of(text) is None


def test_a_letter_after_the_number_is_kept_apart() -> None:
    marker = marker_of("Question 4a: Why?")
    assert marker is not None
    assert (marker.number, marker.suffix, marker.rest) == (4, "a", "Why?")


def test_numbers_written_alike_are_of_one_family() -> None:
    families = [marker.family for text in ("1. x", "2. y", "3) z", "(4) w") if (marker := marker_of(text))]
    assert families[0] == families[1]
    assert len(set(families)) == 3
