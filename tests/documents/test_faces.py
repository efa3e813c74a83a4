"""The same words, and the same links, in every face."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from gettext import NullTranslations
from io import BytesIO

import docx
import pytest
import time_machine
from bs4 import BeautifulSoup
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph
from odf import opendocument, teletype
from odf.element import Element
from odf.text import A as OdfLink

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.building import build_response
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.draft import render_eml
from consult.documents.faces import FACES
from consult.documents.hypertext import render_html
from consult.documents.model import BulletList, DefinitionTable, Document, Paragraph
from consult.documents.opendocument import render_odt
from consult.documents.plain import render_text
from consult.documents.reading import links_of, words_of
from consult.documents.word import render_docx
from consult.documents.word.package import prepared
from consult.packs.model import Pack
from tests.documents.conftest import ON

CLOSES = date(2026, 2, 12)
ANSWERS = {
    "q1": Answer("agree", "One.\n  Two,   with spaces.\tAnd a tab. \n\nA second paragraph & <b>markup</b>."),
    "q2": Answer("disagree"),
    "q3": Answer(
        None, "یہ 2024-25 میں London کے لوگ (020 7946 0000) ہیں۔\n\nএটা বাংলা। And English.\n\n日本のテキスト text"
    ),
    "q5": Answer("neither", "=HYPERLINK(1)\n\n🏳️‍🌈 e\u0301 שלום"),
}


@pytest.fixture(params=["individual", "organisation"])
def document(pack: Pack, request: pytest.FixtureRequest) -> Document:
    details = Details(
        name="Ama <b>O'Neill</b>",
        contact="ama@example.org\n1 High Street",
        capacity=Capacity(request.param),
        organisation="مرکز Street Watch",
        confidentiality=Confidentiality.ASKED,
        confidentiality_reason="I describe a stop.",
        summary=("One point", "دوسرا نکتہ"),
        sources=(
            "The Commissioner https://www.gov.uk/x?y=1&z=2.",
            "https://example.org/a",
            "A book",
            "www.gov.uk/z",
        ),
    )
    sheet = AnswerSheet(pack.id, pack.version, ANSWERS)
    return build_response(pack, sheet, details, on=ON, words=NullTranslations(), language="en")


def word_texts(data: bytes) -> list[str]:
    texts: list[str] = []
    for item in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(item, WordParagraph):
            texts.append(item.text)
        elif isinstance(item, Table):
            texts += [cell.text for row in item.rows for cell in row.cells]
    return texts


def test_word_says_it(document: Document) -> None:
    data = render_docx(document)
    assert word_texts(data) == words_of(document)
    addresses = [relation.target_ref for relation in docx.Document(BytesIO(data)).part.rels.values()]
    assert set(links_of(document)) <= set(addresses)


def test_opendocument_says_it(document: Document) -> None:
    read = opendocument.load(BytesIO(render_odt(document)))
    blocks = [each for each in walk(read.text) if each.qname[1] in {"p", "h"}]
    assert [teletype.extractText(each) for each in blocks] == words_of(document)
    links = [link.getAttribute("href") for link in read.getElementsByType(OdfLink)]
    assert list(dict.fromkeys(links)) == links_of(document)


def walk(element: Element) -> list[Element]:
    children = [child for child in element.childNodes if isinstance(child, Element)]
    return [each for child in children for each in (child, *walk(child))]


def test_html_says_it(document: Document) -> None:
    page = BeautifulSoup(str(render_html(document)), "lxml")
    for each in page.find_all("br"):
        each.replace_with("\n")
    found = page.find_all(["h1", "h2", "h3", "p", "li", "th", "td"])
    assert [each.get_text() for each in found] == words_of(document)
    assert list(dict.fromkeys(str(link["href"]) for link in page.find_all("a"))) == links_of(document)


def test_plain_text_says_it(document: Document) -> None:
    text, at, between = render_text(document), 0, []
    assert all(link.removeprefix("https://") in text for link in links_of(document))
    text = text.replace(" (https://example.org/story)", "")  # It stands inside a sentence.
    headings = {title for block in document.blocks if isinstance(block, DefinitionTable) for title in block.header}
    for words in [each for each in words_of(document) if each not in headings]:
        start = words if words in text[at:] else words.removesuffix(".")
        found = text.index(start, at)
        between.append(text[at:found])
        at = found + len(start)
    marks = re.compile(r"[\s:•]*|\.? ?\(https?://[^)]*\)\.?\s*")
    assert [each for each in [*between, text[at:]] if not marks.fullmatch(each)] == []


def test_the_draft_carries_it(document: Document) -> None:
    draft = message_from_bytes(render_eml(document), policy=default)
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == "cameras@example.gov.uk"
    assert document.sending
    assert draft["Subject"] == document.sending.subject
    assert {name.lower() for name in draft} & {"date", "message-id", "from", "user-agent", "x-mailer"} == set()
    (attached,) = draft.iter_attachments()
    assert attached.get_filename() == "2026-02-10-home-office-street-cameras-response.docx"
    assert word_texts(attached.get_content()) == words_of(document)


def test_a_draft_without_an_address_leaves_it_to_the_person(document: Document) -> None:
    assert document.sending
    nowhere = replace(document, sending=replace(document.sending, to=None))
    assert message_from_bytes(render_eml(nowhere), policy=default)["To"] is None


@pytest.mark.parametrize(("on", "to"), [(CLOSES, "cameras@example.gov.uk"), (CLOSES + timedelta(days=1), None)])
def test_a_draft_is_addressed_only_while_responses_are_taken(
    pack: Pack, sheet: AnswerSheet, on: date, to: str | None
) -> None:
    response = build_response(pack, sheet, Details(), on=on, words=NullTranslations(), language="en")
    data = render_eml(response)
    draft = message_from_bytes(data, policy=default)
    assert draft["To"] == to
    assert draft["Subject"] == f"Response to: {pack.document_title}"
    body, attached = draft.iter_parts()
    assert body.get_content().rstrip() == f"My response to the consultation “{pack.document_title}” is attached."
    assert (b"cameras@" in data) is bool(to)
    assert not any("cameras@" in each for each in word_texts(attached.get_content()))
    assert draft.defects == []


def test_a_document_not_meant_to_be_sent_has_no_draft(document: Document) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        render_eml(replace(document, sending=None))


@pytest.mark.parametrize("key", list(FACES))
def test_a_face_is_the_same_each_time_and_small(document: Document, key: str) -> None:
    face = FACES[key]
    data = face.render(document)
    assert data == face.render(replace(document))
    assert len(data) < 100_000
    assert face.file_name(document).endswith(f"-response.{key}")
    assert face.named(NullTranslations()) == face.label


def test_html_says_which_language_and_direction(document: Document) -> None:
    page = BeautifulSoup(str(render_html(document)), "lxml")
    around = page.find("div")
    assert around is not None
    assert (around["lang"], around["dir"]) == ("en-GB", "ltr")
    urdu = page.find(string=re.compile("میں"))
    assert urdu is not None
    paragraph = urdu.find_parent("p")
    assert paragraph is not None
    assert paragraph["dir"] == "rtl"
    assert urdu.find_parent(lang="ur") is not None
    assert {each.get_text() for each in paragraph.find_all("bdi")} == {"2024-25", "London", "020 7946 0000"}
    assert page.find(lang="bn") is not None
    assert page.find(lang="ja") is not None


def test_html_fits_below_a_pages_own_heading(document: Document) -> None:
    page = BeautifulSoup(str(render_html(document, top=2)), "lxml")
    assert page.find("h1") is None
    assert [len(page.find_all(name)) for name in ("h2", "h4")] == [1, 4]


def test_html_has_nothing_that_a_strict_policy_refuses(document: Document) -> None:
    text = str(render_html(document))
    assert not re.search(r"\sstyle=|<script|\son\w+=|<b>", text)


def test_opendocument_tells_no_program_person_or_time(document: Document) -> None:
    read = opendocument.load(BytesIO(render_odt(document)))
    assert {each.qname[1] for each in read.meta.childNodes} == {"title", "language"}


def test_rows_and_items_may_be_of_any_script(document: Document) -> None:
    items = [item for block in document.blocks if isinstance(block, BulletList) for item in block.items]
    assert [isinstance(item, Paragraph) for item in items] == [True] * 6
    assert [item.direction.value for item in items] == ["ltr", "rtl", "ltr", "ltr", "ltr", "ltr"]


@pytest.mark.parametrize("key", list(FACES))
def test_two_builds_a_minute_apart_are_the_same(pack: Pack, sheet: AnswerSheet, key: str) -> None:
    """Even when the prepared package is made anew, as another worker or another day would."""
    made = []
    for moment in ("2026-02-10T09:30:00Z", "2026-02-10T09:31:07Z"):
        with time_machine.travel(moment, tick=False):
            prepared.cache_clear()
            response = build_response(pack, sheet, Details(), on=ON, words=NullTranslations(), language="en")
            made.append(FACES[key].render(response))
    assert made[0] == made[1]


def test_a_link_in_two_scripts_is_one_link(pack: Pack, sheet: AnswerSheet) -> None:
    details = Details(sources=("Report رپورٹ and more https://x.org/r",))
    response = build_response(pack, sheet, details, on=ON, words=NullTranslations(), language="en")
    page = BeautifulSoup(str(render_html(response)), "lxml")
    links = [
        link.text for each in docx.Document(BytesIO(render_docx(response))).paragraphs for link in each.hyperlinks
    ]
    odt_links = opendocument.load(BytesIO(render_odt(response))).getElementsByType(OdfLink)
    assert [each.get_text() for each in page.find_all("a", href="https://x.org/r")] == ["Report رپورٹ and more"]
    assert links.count("Report رپورٹ and more") == 1
    assert [teletype.extractText(each) for each in odt_links].count("Report رپورٹ and more") == 1
