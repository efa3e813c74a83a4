"""PDFs know where letters stand and little else."""

from __future__ import annotations

import pytest

from consult.packs.compare.blocks import DocumentError, Kind
from consult.packs.compare.reading.pdf import read_pdf
from tests.packs.compare.pdf_files import Text, flowing, locked, pdf

NOTHING: frozenset[str] = frozenset()
LONG = (
    "Boats lie in the harbour at night, and many of them are small, so that there is room for large ones as well. "
    * 3
)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data, NOTHING).blocks]


def test_lines_become_paragraphs_again() -> None:
    question = "Question 1: Do you agree that the ‘inner harbour’ should be open to all boats, large or small?"
    assert texts(pdf(flowing([LONG, question, LONG]))) == [LONG.strip(), question, LONG.strip()]


def test_a_sentence_goes_on_over_the_page() -> None:
    question = (
        "Question 1: Do you agree that the inner harbour should be open to all boats, large and small? Or not?"
    )
    lines = flowing([LONG, question, LONG])
    place = next(place for place, line in enumerate(lines) if line.text.startswith("Question"))
    pages = [lines[: place + 1], [Text(line.text, line.height + 200) for line in lines[place + 1 :]]]
    assert question in texts(pdf(*pages))


def with_margins(body: list[Text], number: int) -> list[Text]:
    return [
        Text("Consultation on the harbour", 810),
        *body,
        Text(f"Page {number} of 3", 40),
        Text("Bay Council", 25),
    ]


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    own = [" ".join(f"{word}{number}" for word in LONG.split()) for number in (1, 2, 3)]
    pages = [with_margins(flowing([text]), number) for number, text in enumerate(own, start=1)]
    assert " ".join(texts(pdf(*pages))) == " ".join(own)


def test_a_question_that_heads_every_page_is_no_header() -> None:
    pages = [with_margins(flowing([f"Question {number}", LONG], top=760 - number), number) for number in (1, 2, 3)]
    assert [text for text in texts(pdf(*pages)) if text.startswith("Question")] == [
        "Question 1",
        "Question 2",
        "Question 3",
    ]


def test_footnotes_at_the_foot_and_their_marks_are_left_out() -> None:
    body = flowing([LONG])
    page = [
        *body,
        Text("All boats", 500),
        Text("1", 505, size=7, left=130),
        Text(", that is, ships and rafts of any sort and any size, should they pay?", 500, left=134),
        Text("1 Is it in the almanac?", 60, size=9),
    ]
    assert texts(pdf(page))[-1] == "All boats, that is, ships and rafts of any sort and any size, should they pay?"


def test_larger_type_is_a_heading() -> None:
    found = read_pdf(pdf([Text("Boats", 780, size=18), *flowing([LONG])]), NOTHING).blocks
    assert [block.kind for block in found] == [Kind.HEADING, Kind.PARAGRAPH]


def test_bullets_are_items() -> None:
    lines = [Text("For example:", 700), Text("• the size of the boat", 684), Text("• the water", 668)]
    found = read_pdf(pdf([*flowing([LONG]), *lines]), NOTHING).blocks
    assert [(block.kind, block.text) for block in found[-2:]] == [
        (Kind.ITEM, "the size of the boat"),
        (Kind.ITEM, "the water"),
    ]


def test_words_broken_at_a_lines_end_are_joined() -> None:
    lines = [
        Text("Question 1: Do you think that the moor-", 700),
        Text("ings should be let by the day and night?", 686),
    ]
    assert texts(pdf(lines)) == ["Question 1: Do you think that the moorings should be let by the day and night?"]


def test_a_picture_of_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="scan"):
        read_pdf(pdf([], []), NOTHING)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_locked_file_is_refused_and_one_locked_for_editing_only_is_read(algorithm: str) -> None:
    data = pdf(flowing([LONG]))
    with pytest.raises(DocumentError, match="password"):
        read_pdf(locked(data, "open sesame", algorithm), NOTHING)
    assert texts(locked(data, "", algorithm)) == [LONG.strip()]
