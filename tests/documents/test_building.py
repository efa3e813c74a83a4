"""What a response says."""

from __future__ import annotations

from gettext import NullTranslations

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.building import build_response, confidentiality_law
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.model import Block, BulletList, DefinitionTable, Document, Heading, Paragraph, text_of
from consult.packs.model import Pack, Question, Source
from tests.documents.conftest import ON


def built(pack: Pack, sheet: AnswerSheet, details: Details | None = None) -> Document:
    return build_response(pack, sheet, details or Details(), on=ON, words=NullTranslations(), language="en")


def texts(document: Document) -> list[str]:
    return [text for block in document.blocks for text in _texts(block)]


def _texts(block: Block) -> list[str]:
    if isinstance(block, Heading | Paragraph):
        return [text_of(block.runs)]
    if isinstance(block, BulletList):
        return [text_of(item.runs) for item in block.items]
    if isinstance(block, DefinitionTable):
        return [f"{text_of(row.label)}: {text_of(row.value.runs)}" for row in block.rows]
    raise AssertionError(block)


def test_it_opens_with_the_exact_title_reference_and_dates(pack: Pack, sheet: AnswerSheet) -> None:
    said = texts(built(pack, sheet))
    assert said[0] == pack.document_title
    assert "Reference: HO-2026-01" in said
    assert "Opened: 4 December 2025" in said
    assert "Closes: 12 February 2026" in said
    assert "Date of this response: 10 February 2026" in said


def test_each_question_has_its_number_words_and_standing(pack: Pack, sheet: AnswerSheet) -> None:
    said = texts(built(pack, sheet))
    at = said.index("Question 1")
    assert said[at + 1] == "Do you agree that ‘smart’ cameras need a law?"
    assert said[at + 2] == (
        "Wording as quoted by The Paper, not checked against the official document."
        " The options have not been checked against it. Read the official document."
    )
    assert "Working wording, not checked against the official document. Read the official document." in said
    assert any("checked against the official document on 5 January 2026" in each for each in said)


def test_only_the_official_document_is_called_so(pack: Pack, sheet: AnswerSheet) -> None:
    assert linked(built(pack, sheet), "Read the official document") == [pack.official_document] * 3
    assert linked(built(pack, sheet), "The Paper") == ["https://example.org/story"]
    elsewhere = "https://www.gov.uk/street-cameras.pdf"
    read = changed(pack, questions=tuple(with_wording(each, source_url=elsewhere) for each in pack.questions))
    official = linked(built(read, sheet), "Read the official document")
    assert official == [pack.official_document, pack.official_document, elsewhere]


def test_each_publisher_of_a_quotation_is_named_once(pack: Pack, sheet: AnswerSheet) -> None:
    sources = (
        Source(id="unlinked", title="Story", publisher="The Paper"),
        *pack.sources,
        Source(id="report", title="Report", publisher="A Council"),
    )
    quoted = with_wording(pack.questions[0], sources=("unlinked", "a-newspaper", "report"))
    document = built(changed(pack, questions=(quoted,), sources=sources), sheet)
    assert any(each.startswith("Wording as quoted by The Paper, A Council, not") for each in texts(document))
    assert linked(document, "The Paper") == ["https://example.org/story"]
    assert linked(document, "A Council") == []


def changed(pack: Pack, **parts: object) -> Pack:
    return Pack.model_validate({name: getattr(pack, name) for name in Pack.model_fields} | parts)


def with_wording(question: Question, **parts: object) -> Question:
    return question.model_copy(update={"wording": question.wording.model_copy(update=parts)})


def linked(document: Document, text: str) -> list[str]:
    paragraphs = [each for each in document.blocks if isinstance(each, Paragraph)]
    return [run.link for each in paragraphs for run in each.runs if run.link and run.text == text]


def test_questions_left_blank_are_named_and_given_no_opinion(pack: Pack, sheet: AnswerSheet) -> None:
    said = texts(built(pack, sheet))
    assert "Questions I have not answered: 5" in said
    assert "Question 5" not in said


def test_nothing_is_said_of_blanks_when_there_are_none(pack: Pack, sheet: AnswerSheet) -> None:
    said = texts(built(pack, sheet.with_answer("q5", Answer("agree"))))
    assert not any("not answered" in each for each in said)


def test_a_response_without_answers_says_so(pack: Pack) -> None:
    said = texts(built(pack, AnswerSheet(pack.id, pack.version)))
    assert "I have not answered any of the questions." in said
    assert "Questions I have not answered: 1, 2, 3, 5" in said


def test_an_organisation_says_we(pack: Pack, sheet: AnswerSheet) -> None:
    details = Details(
        capacity=Capacity.ORGANISATION,
        organisation="Street Watch",
        name="Ama",
        role="Chair",
        confidentiality=Confidentiality.ASKED,
        confidentiality_reason="It names a member.",
        summary=("One",),
        sources=("A book",),
    )
    said = texts(built(pack, sheet, details))
    assert said[1] == "Response on behalf of Street Watch"
    assert {"Responding as: An organisation", "Organisation: Street Watch", "Role: Chair"} <= set(said)
    assert "Our answer: Agree" in said
    assert "Questions we have not answered: 5" in said
    assert not any(f" {each} " in f" {line} " for each in ("I", "my", "My") for line in said)


def test_an_individual_has_no_organisation_or_role(pack: Pack, sheet: AnswerSheet) -> None:
    details = Details(capacity=Capacity.INDIVIDUAL, organisation="Street Watch", role="Chair")
    said = texts(built(pack, sheet, details))
    assert said[1] == "Response from an individual"
    assert not any("Street Watch" in line or "Chair" in line for line in said)


def test_nobody_is_named_when_nothing_was_typed(pack: Pack, sheet: AnswerSheet) -> None:
    said = texts(built(pack, sheet))
    assert said[1] == "Response to the consultation"
    assert "No name or contact details are given." in said


def test_confidentiality_is_silent_until_chosen(pack: Pack, sheet: AnswerSheet) -> None:
    assert "Confidentiality" not in texts(built(pack, sheet))
    open_ = texts(built(pack, sheet, Details(confidentiality=Confidentiality.NOT_ASKED)))
    assert "I do not ask for any part of this response to be kept confidential." in open_


def test_a_request_for_confidentiality_has_its_reason_and_the_law(pack: Pack, sheet: AnswerSheet) -> None:
    asked = Details(confidentiality=Confidentiality.ASKED, confidentiality_reason="It names my son.")
    said = texts(built(pack, sheet, asked))
    at = said.index("I ask for this response to be kept confidential.")
    assert said[at + 1 : at + 4] == ["My reason:", "It names my son.", confidentiality_law(NullTranslations())]


def test_provenance_can_be_left_out_and_the_licence_cannot(pack: Pack, sheet: AnswerSheet) -> None:
    with_line = texts(built(pack, sheet))
    without = texts(built(pack, sheet, Details(provenance=False)))
    assert any("in my own words" in line for line in with_line)
    assert not any("in my own words" in line for line in without)
    assert with_line[-1] == without[-1] == pack.licence


def test_an_option_that_the_pack_no_longer_has_is_left_out(pack: Pack, sheet: AnswerSheet) -> None:
    said = texts(built(pack, sheet.with_answer("q2", Answer("gone"))))
    assert "Question 2" not in said
    assert "Questions I have not answered: 2, 5" in said
