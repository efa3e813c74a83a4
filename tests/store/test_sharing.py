from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from consult.results.tally import LANGUAGE, OURS, VERSION, WAY
from consult.store.mixing.facts import opened
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import Receipt
from consult.store.mixing.sharing import Comment, Submission, SubmissionError, Way, payload_of
from tests.store.people import CAMPAIGN, QUESTIONS, answers

RECEIPT = Receipt(bytes(32))
NOT_IDS = ["", "Agree", "a b", "a|b", "é", "x" * 61, "\0"]


def test_a_submission_is_cut_into_one_piece_for_each_answer_and_one_for_the_response() -> None:
    payload = payload_of(answers("agree"), RECEIPT)
    assert [(piece.question, piece.option) for piece in payload.pieces] == [
        ("", ""),
        *((question, "agree") for question in QUESTIONS),
    ]
    assert payload.attributes == {"age": "over-60", LANGUAGE: "en", WAY: "online", VERSION: "3"}


def test_only_the_receipt_opens_what_taking_back_needs() -> None:
    payload = payload_of(replace(answers(), language="cy", way=Way.PAPER), RECEIPT)
    kept = bytes.fromhex(payload.facts)
    assert opened(kept, RECEIPT, CAMPAIGN) == payload.attributes
    assert payload.attributes == {"age": "over-60", LANGUAGE: "cy", WAY: "paper", VERSION: "3"}
    assert opened(kept, Receipt(b"1" * 32), CAMPAIGN) is None
    assert opened(kept, RECEIPT, "deptford") is None


def test_what_taking_back_needs_has_one_size_whatever_was_said() -> None:
    little = Submission(CAMPAIGN, {})
    told = {f"about-{number}": "over-60" for number in range(9)}
    much = Submission(CAMPAIGN, {f"question-{number}": "agree" for number in range(40)}, attributes=told)
    assert len({len(payload_of(said, RECEIPT).facts) for said in (little, much)}) == 1


@pytest.mark.parametrize("attribute", sorted(OURS))
def test_our_own_attributes_cannot_be_a_packs(attribute: str) -> None:
    with pytest.raises(SubmissionError, match="id of a pack"):
        payload_of(replace(answers(), attributes={attribute: "cy"}), RECEIPT)


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
    assert (words.question, words.text) == ("police", "ab")


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


def test_a_way_must_be_one_that_there_is() -> None:
    with pytest.raises(SubmissionError, match="way"):
        payload_of(replace(answers(), way=cast("Way", "carrier pigeon")), RECEIPT)


@pytest.mark.parametrize("language", ["", "english please", "x" * 36, "e", "\0"])
def test_a_language_must_be_a_tag(language: str) -> None:
    with pytest.raises(SubmissionError, match="language"):
        payload_of(replace(answers(), comments={"police": Comment("Words", language)}), RECEIPT)
    with pytest.raises(SubmissionError, match="language"):
        payload_of(replace(answers(), language=language), RECEIPT)
