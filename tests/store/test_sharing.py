from __future__ import annotations

from dataclasses import replace

import pytest

from consult.store.payload import Payload
from consult.store.receipts import Receipt
from consult.store.sharing import Comment, SubmissionError, payload_of
from tests.store.people import QUESTIONS, answers

RECEIPT = Receipt(bytes(32))
NOT_IDS = ["", "Agree", "a b", "a|b", "é", "x" * 61, "\0"]


def test_a_submission_is_cut_into_one_piece_for_each_answer_and_one_for_the_response() -> None:
    payload = payload_of(answers("agree"), RECEIPT)
    assert [(piece.question, piece.option) for piece in payload.pieces] == [
        ("", ""),
        *((question, "agree") for question in QUESTIONS),
    ]
    assert payload.pack_version == 3
    assert payload.attributes == {"age": "over-60"}


def test_no_two_pieces_or_words_have_an_id_in_common() -> None:
    payload = payload_of(answers(words="Words"), RECEIPT)
    ids = [piece.id for piece in payload.pieces] + [words.id for words in payload.words]
    assert len(ids) == len(set(ids)) == len(QUESTIONS) + 2


def test_ids_differ_between_receipts_and_between_campaigns() -> None:
    ids = {
        payload_of(submission, receipt).pieces[0].id
        for receipt in (RECEIPT, Receipt(b"1" * 32))
        for submission in (answers(), answers(campaign="deptford"))
    }
    assert len(ids) == 4


def test_words_are_cleaned_and_empty_ones_left_out() -> None:
    submission = replace(answers(), comments={"police": Comment(" a\0b\r\n", "en"), "shops": Comment("\0 ", "cy")})
    [words] = payload_of(submission, RECEIPT).words
    assert (words.question, words.text, words.language) == ("police", "ab", "en")


def test_a_payload_reads_back_as_it_was_written() -> None:
    payload = payload_of(answers(words="Words, \N{GRINNING FACE} and “quotes”"), RECEIPT)
    assert Payload.from_json(payload.to_json()) == payload


@pytest.mark.parametrize("wrong", NOT_IDS)
@pytest.mark.parametrize("place", ["question", "option", "attribute", "value", "commented"])
def test_what_no_pack_can_have_named_is_refused(place: str, wrong: str) -> None:
    submission = {
        "question": replace(answers(), choices={wrong: "agree"}),
        "option": replace(answers(), choices={"trust": wrong}),
        "attribute": replace(answers(), attributes={wrong: "over-60"}),
        "value": replace(answers(), attributes={"age": wrong}),
        "commented": replace(answers(), comments={wrong: Comment("Words", "en")}),
    }[place]
    with pytest.raises(SubmissionError, match="id of a pack"):
        payload_of(submission, RECEIPT)


@pytest.mark.parametrize("language", ["", "english please", "x" * 36, "e", "\0"])
def test_a_language_must_be_a_tag(language: str) -> None:
    with pytest.raises(SubmissionError, match="language"):
        payload_of(replace(answers(), comments={"police": Comment("Words", language)}), RECEIPT)
