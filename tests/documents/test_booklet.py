"""The blank form, and the code that leads back from it."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from odf import opendocument, teletype

from consult.documents.booklet import build_blank_form
from consult.documents.form_code import form_code, pack_of_code, read_code
from consult.documents.model import AnswerSpace, Document, Edition, Heading, TickBoxes, text_of
from consult.documents.naming import file_name
from consult.documents.opendocument import render_odt
from consult.documents.reading import links_of, words_of
from consult.documents.word import render_docx
from consult.packs.model import Pack

OPEN, CLOSED = date(2026, 2, 12), date(2026, 2, 13)


def form(pack: Pack, on: date = OPEN, *, large_print: bool = False) -> Document:
    return build_blank_form(pack, on=on, words=NullTranslations(), language="en", large_print=large_print)


def test_every_question_is_there_under_its_number(pack: Pack) -> None:
    headings = [text_of(each.runs) for each in form(pack).blocks if isinstance(each, Heading) and each.level == 2]
    assert headings == ["Question 1", "Question 2", "Question 3", "Question 5"]
    said = words_of(form(pack))
    assert all(question.wording.text in said for question in pack.questions)
    assert "In plain words (ours, not official): In plain words, question 3." in said


def test_each_kind_has_what_it_needs_to_be_answered(pack: Pack) -> None:
    blocks = form(pack).blocks
    at = [i for i, each in enumerate(blocks) if isinstance(each, Heading) and each.level == 2]
    kinds = [
        [type(each) for each in blocks[start:end] if isinstance(each, TickBoxes | AnswerSpace)]
        for start, end in pairwise(at)
    ]
    assert kinds == [[TickBoxes, AnswerSpace], [TickBoxes], [AnswerSpace]]


def test_the_code_is_in_the_text_and_at_the_head_of_pages(pack: Pack) -> None:
    blank = form(pack)
    assert form_code(pack) in words_of(blank)
    assert text_of(blank.running_title) == f"Cameras in the street – Form code: {form_code(pack)}"


def test_it_says_when_the_consultation_has_closed(pack: Pack) -> None:
    assert "The consultation has closed" not in words_of(form(pack, OPEN))
    said = words_of(form(pack, CLOSED))
    assert said[said.index("The consultation has closed") + 2] == "Send it to your MP."


def test_it_sends_nobody_to_where_responses_went_once_it_has_closed(pack: Pack) -> None:
    online = pack.replies.model_copy(
        update={"online_form": "https://forms.example.gov.uk/cameras", "postal_address": "2 Marsham Street"}
    )
    taking = pack.model_copy(update={"replies": online})
    now = {
        "Responses go to",
        "By email",
        "By post",
        "On the web",
        "Official form: https://forms.example.gov.uk/cameras",
    }
    while_open, afterwards = words_of(form(taking, OPEN)), words_of(form(taking, CLOSED))
    assert now <= set(while_open)
    assert not now & set(afterwards)
    assert "https://forms.example.gov.uk/cameras" not in links_of(form(taking, CLOSED))
    past = "While it was open, responses went here:"
    assert past not in while_open
    at = afterwards.index(past)
    assert at > afterwards.index("The consultation has closed")
    assert afterwards[at + 1 : at + 5] == [
        "The Cameras Team, Home Office",
        "cameras@example.gov.uk",
        "2 Marsham Street",
        "How to fill it in",
    ]


def test_large_print(pack: Pack) -> None:
    assert form(pack, large_print=True).edition is Edition.LARGE


def test_word_and_opendocument_have_boxes_and_lines(pack: Pack) -> None:
    blank = form(pack)
    word = [each.text for each in docx.Document(BytesIO(render_docx(blank))).paragraphs]
    read = opendocument.load(BytesIO(render_odt(blank)))
    texts = [teletype.extractText(each) for each in read.text.childNodes]
    assert word.count("☐\tAgree") == texts.count("☐\tAgree") == 3
    lines = sum(each.lines for each in blank.blocks if isinstance(each, AnswerSpace))
    assert word.count("\t") == texts.count("\t") == lines


def test_it_is_named_by_its_version(pack: Pack) -> None:
    assert file_name(form(pack), "odt") == "home-office-street-cameras-form-v3.odt"


def test_a_code_leads_back_to_its_pack_however_it_is_typed(pack: Pack) -> None:
    code = form_code(pack)
    later = pack.model_copy(update={"version": 4})
    typed = f" {code[:3].lower()} - {code[3:]} ".replace("0", "o").replace("1", "i")
    assert pack_of_code(typed, [later, pack]) is pack
    assert form_code(later) != code


@pytest.mark.parametrize("at", range(6))
def test_a_mistyped_code_is_noticed(pack: Pack, at: int) -> None:
    code = form_code(pack)
    for symbol in "0123456789ABCDEFGHJKMNPQRSTVWXYZ":
        if symbol != code[at]:
            assert read_code(code[:at] + symbol + code[at + 1 :]) is None


@pytest.mark.parametrize("typed", ["", "ABC", "U" * 6, "1234567", "ß" * 6, "\ud800" * 6])
def test_what_is_no_code_is_none(pack: Pack, typed: str) -> None:
    assert read_code(typed) is None
    assert pack_of_code(typed, [pack]) is None


def test_it_asks_what_a_helper_may_share_and_ticks_nothing(pack: Pack) -> None:
    blocks = form(pack).blocks
    at = next(
        i
        for i, each in enumerate(blocks)
        if isinstance(each, Heading) and text_of(each.runs) == "If someone types this in for you"
    )
    boxes = next(each for each in blocks[at:] if isinstance(each, TickBoxes))
    counts, words, nothing = map(text_of, boxes.options)
    assert counts == (
        "Counts only: the answers I ticked, the questions I answered, and what I said about me."
        " Not my words, name or address"
    )
    assert (words, nothing) == ("Counts and my words", "Nothing")
