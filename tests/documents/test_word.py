"""The Word file, read back with python-docx and as raw XML."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from lxml import etree

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.building import build_response
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.model import Document
from consult.documents.naming import file_name
from consult.documents.word import prepare, render_docx
from consult.documents.word.package import prepared
from consult.packs.model import Pack
from tests.documents.conftest import ON

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
URDU = "یہ ٹیکنالوجی 2024-25 میں London کے لوگوں پر استعمال ہوئی۔"


@pytest.fixture
def document(pack: Pack, sheet: AnswerSheet, words: NullTranslations) -> Document:
    details = Details(
        name="Ama O'Neill",
        contact="ama@example.org\n1 High Street",
        capacity=Capacity.INDIVIDUAL,
        confidentiality=Confidentiality.ASKED,
        confidentiality_reason="I describe a stop.",
        sources=("The Commissioner https://www.gov.uk/x?y=1&z=2.", "https://example.org/a", "A book"),
        summary=("One point",),
    )
    return build_response(
        pack, sheet.with_answer("q5", Answer(None, URDU)), details, on=ON, words=words, language="en"
    )


def opened(document: Document) -> WordDocument:
    return docx.Document(BytesIO(render_docx(document)))


def part(document: Document, name: str) -> etree._Element:
    with ZipFile(BytesIO(render_docx(document))) as package:
        return etree.fromstring(package.read(name))


def paragraph_with(document: Document, text: str) -> etree._Element:
    body = part(document, "word/document.xml")
    return next(each for each in body.iter(f"{W}p") if text in "".join(each.itertext(f"{W}t")))


def test_headings_form_an_outline_without_gaps(document: Document) -> None:
    styles = [each.style.name for each in opened(document).paragraphs if each.style]
    levels = [int(name.split()[1]) for name in styles if name.startswith("Heading ")]
    assert styles[0] == "Title"
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_answer_keeps_its_line_breaks_and_paragraphs(document: Document) -> None:
    texts = [each.text for each in opened(document).paragraphs]
    at = texts.index("First line.\nSecond line.")
    assert texts[at - 1 : at + 2] == ["My answer: Agree", "First line.\nSecond line.", "A second paragraph."]


def test_markup_in_an_answer_is_text(document: Document) -> None:
    assert "Signs <b>&</b> a 10% audit." in [each.text for each in opened(document).paragraphs]


def test_title_and_language_are_all_that_the_properties_say(document: Document) -> None:
    core = part(document, "docProps/core.xml")
    said = {etree.QName(each).localname: each.text for each in core}
    assert said == {"title": document.title, "language": "en-GB"}


def test_nothing_else_tells_where_the_file_came_from(document: Document) -> None:
    with ZipFile(BytesIO(render_docx(document))) as package:
        names = set(package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(package.read(name) for name in names)
    assert names == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/numbering.xml",
        "word/theme/theme1.xml", "word/fontTable.xml",
        "word/header1.xml", "word/footer1.xml", "word/footer2.xml",
    }  # fmt: skip
    assert b"python" not in everything
    assert b"en-US" not in everything


def test_text_is_british_english_in_the_defaults(document: Document) -> None:
    language = part(document, "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "en-GB"


def test_a_welsh_document_marks_the_packs_english(pack: Pack, sheet: AnswerSheet, words: NullTranslations) -> None:
    document = build_response(pack, sheet, Details(), on=ON, words=words, language="cy")
    language = part(document, "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    wording = paragraph_with(document, "What safeguards").find(f".//{W}lang")
    assert language is not None
    assert wording is not None
    assert language.get(f"{W}val") == "cy-GB"
    assert wording.get(f"{W}val") == "en-GB"


def test_an_urdu_answer_runs_right_to_left(document: Document) -> None:
    paragraph = paragraph_with(document, "ٹیکنالوجی")
    assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    runs = {"".join(run.itertext(f"{W}t")).strip(): run for run in paragraph.iter(f"{W}r")}
    urdu = runs["یہ ٹیکنالوجی"]
    assert urdu.find(f"{W}rPr/{W}rtl") is not None
    language = urdu.find(f"{W}rPr/{W}lang")
    assert language is not None
    assert language.get(f"{W}bidi") == "ur-PK"
    assert all(runs[each].find(f"{W}rPr/{W}rtl") is None for each in ("2024-25", "London"))


def test_tables_have_a_flagged_header_row(document: Document) -> None:
    tables = list(part(document, "word/document.xml").iter(f"{W}tbl"))
    assert len(tables) == 2
    for table in tables:
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in [first, *others])


def test_links_lead_where_they_say(document: Document) -> None:
    links = {link.text: link.address for paragraph in opened(document).paragraphs for link in paragraph.hyperlinks}
    assert links["The Commissioner"] == "https://www.gov.uk/x?y=1&z=2"
    assert links["A page on example.org"] == "https://example.org/a"


def test_no_paragraph_is_empty(document: Document) -> None:
    assert all(paragraph.text.strip() for paragraph in opened(document).paragraphs)


def test_pages_are_numbered_and_titled(document: Document) -> None:
    section = opened(document).sections[0]
    assert section.header.paragraphs[0].text == "Cameras in the street"
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(document, name)
        assert "".join(footer.itertext(f"{W}t")) == "Page 1 of 1"
        fields = [str(each.get(f"{W}instr")).strip() for each in footer.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("large", "least"), [(False, 24), (True, 36)])
def test_all_print_is_large_enough(document: Document, pack: Pack, large: bool, least: int) -> None:
    edition = build_response(
        pack,
        AnswerSheet(pack.id, pack.version),
        Details(large_print=large),
        on=ON,
        words=NullTranslations(),
        language="en",
    ).edition
    styles = part(replace(document, edition=edition), "word/styles.xml")
    sizes = [int(str(each.get(f"{W}val"))) for name in ("sz", "szCs") for each in styles.iter(f"{W}{name}")]
    assert min(sizes) == least


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert render_docx(document) == render_docx(replace(document))


def test_the_file_name_says_what_it_is(document: Document) -> None:
    assert file_name(document) == "2026-02-10-home-office-street-cameras-response.docx"


def test_a_long_name_gives_way(pack: Pack, sheet: AnswerSheet, words: NullTranslations) -> None:
    long = pack.model_copy(update={"id": "-".join(["consultation"] * 4) + "-abcdefg"})
    details = Details(name="Ama Vandersomethingverylongindeed", name_in_file_name=True)
    name = file_name(build_response(long, sheet, details, on=date(2026, 2, 10), words=words, language="en"))
    assert len(name) < 80
    assert name.isascii()
    assert name.endswith("-response-vandersomethingverylongi.docx")


def test_preparing_ahead_leaves_nothing_to_prepare(document: Document) -> None:
    prepared.cache_clear()
    prepare()
    missed = prepared.cache_info().misses
    render_docx(document)
    assert missed == 4
    assert prepared.cache_info().misses == missed
