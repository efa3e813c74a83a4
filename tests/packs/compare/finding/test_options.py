"""Answer options end a question; words that only name them do not."""

from __future__ import annotations

from time import process_time

import pytest

from consult.packs.compare.finding.options import OptionWords, PrintedOptions
from tests.packs.compare.example import pack_of


@pytest.fixture(scope="module")
def words() -> OptionWords:
    return OptionWords(pack_of())


@pytest.mark.parametrize(
    "text",
    [
        "Agree",
        "Neither agree nor disagree",
        "☐ Don’t know",
        "Agree / Neither agree nor disagree / Disagree / Don't know",
        "Strongly agree, agree, disagree or don't know.",
        "(Yes/No)",
        "[ ] Yes [ ] No",
        "Please explain your answer:",
        "Please give your reasons.",
        "If not, please explain why",
        "Why?",
        "Yes / No. Please explain your answer.",
        "Cytuno",
    ],
)
def test_options_are_known(words: OptionWords, text: str) -> None:
    assert words.are_options(text)


@pytest.mark.parametrize(
    "text",
    [
        "Agree with us?",
        "Do you agree?",
        "No boats",
        "Others",
        "Please explain what a boat is.",
        "Agreement",
        "",
        "Yesterday",
    ],
)
def test_words_are_no_options(words: OptionWords, text: str) -> None:
    assert not words.are_options(text)


@pytest.mark.parametrize(
    ("text", "question", "tail"),
    [
        ("Do you agree? Agree / Disagree", "Do you agree?", "Agree / Disagree"),
        ("Should it be open? Yes/No", "Should it be open?", "Yes/No"),
        ("Is it ‘open’? Please explain your answer.", "Is it ‘open’?", "Please explain your answer."),
        ("Is it open? Or not? Agree Disagree Don’t know", "Is it open? Or not?", "Agree Disagree Don’t know"),
        ("Is it open?Agree / Disagree", "Is it open?", "Agree / Disagree"),
    ],
)
def test_options_at_the_end_are_cut_off(words: OptionWords, text: str, question: str, tail: str) -> None:
    assert words.split(text) == (question, tail)


@pytest.mark.parametrize(
    "text",
    [
        "To what extent do you agree or disagree?",
        "Do you agree? Agree",
        "Agree / Disagree",
        "Is it open? Agree with the council / Disagree with it",
        "Which is it: yes or no boats?",
    ],
)
def test_what_belongs_to_the_question_stays(words: OptionWords, text: str) -> None:
    assert words.split(text) == (text, "")


def test_printed_options_are_read_in_order(words: OptionWords) -> None:
    printed = words.read(
        ["Agree / Neither agree nor disagree", "Disagree", "Partly so", "Please explain your answer:"]
    )
    assert printed == PrintedOptions(
        ("Agree", "Neither agree nor disagree", "Disagree", "Partly so"), "Please explain your answer"
    )


def test_a_long_list_that_fails_at_its_end_is_given_up_at_once(words: OptionWords) -> None:
    start = process_time()
    assert not words.are_options("agree or disagree • no • " * 20 + "x")
    assert process_time() - start < 0.5
