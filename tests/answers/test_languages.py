from __future__ import annotations

import pytest

from consult.answers.languages import language_of

WELSH = [
    "Dw i ddim eisiau cael fy ngwylio ar y stryd.",
    "Mae angen i’r heddlu ofyn am ganiatâd yn gyntaf, ac mae hynny’n deg.",
    "Rwy’n poeni am blant sydd yn cerdded i’r ysgol.",
]
ENGLISH = [
    "I do not want to be watched in the street.",
    "The police should ask first, and that is only fair.",
    "It helps them to find people who are missing.",
]
NEITHER = ["", "!!! 123", "Llandudno", "پولیس کو پہلے پوچھنا چاہیے۔", "OK", "\ud800\0"]


@pytest.mark.parametrize(("language", "text"), [*(("cy", t) for t in WELSH), *(("en", t) for t in ENGLISH)])
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert language_of(text) == language
    assert language_of(text.upper()) == language


@pytest.mark.parametrize("text", NEITHER)
def test_what_tells_neither_has_none(text: str) -> None:
    assert language_of(text) == ""
