"""Tables of data, with the bars that make charts of them, in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from consult.documents.checking import check_bytes
from consult.documents.hypertext import render_html
from consult.documents.model import Bar, Cell, DataTable, Document, Heading, Paragraph, Run
from consult.documents.opendocument import render_odt
from consult.documents.plain import render_text
from consult.documents.word import render_docx
from tests.documents.breaking import adding, broken, parts_of, replacing

BODY, CONTENT = "word/document.xml", "content.xml"


def cells(*texts: str, bar: Bar | None = None) -> tuple[Cell, ...]:
    first, *others = texts
    return (Cell((Run(first),), bar), *(Cell((Run(text),)) for text in others))


TABLE = DataTable(
    "Question 1",
    ("Answer", "Responses", "Share"),
    (60, 20, 20),
    (
        cells("Agree & more", "50", "40%", bar=Bar(40, "Agree & “more”: 50 responses, 40%")),
        cells("Disagree", "75", "60%", bar=Bar(60, "Disagree: 75 responses, 60%")),
        cells("Neither", "fewer than 10", "not shown"),
    ),
)
DOCUMENT = Document(
    title="Results",
    language="en-GB",
    stem="results",
    running_title=(Run("Results"),),
    page_label="Page %(page)s of %(pages)s",
    blocks=(
        Heading(0, (Run("Results"),)),
        Heading(1, (Run("Question 1"),)),
        Paragraph((Run("What people chose."),)),
        TABLE,
    ),
)
WITHOUT = replace(DOCUMENT, blocks=DOCUMENT.blocks[:-1])


@pytest.mark.parametrize("render", [render_docx, render_odt])
def test_the_checker_finds_nothing_wrong_with_a_chart(render: Callable[[Document], bytes]) -> None:
    assert check_bytes(render(DOCUMENT)) == []
    assert render(DOCUMENT) == render(DOCUMENT)


def test_a_document_without_a_chart_holds_no_picture() -> None:
    assert not [name for render in (render_docx, render_odt) for name in parts_of(render(WITHOUT)) if "bar" in name]


def test_every_bar_says_what_it_shows() -> None:
    word, open_document = parts_of(render_docx(DOCUMENT))[BODY], parts_of(render_odt(DOCUMENT))[CONTENT]
    for bar in (b"Agree &amp; \xe2\x80\x9cmore\xe2\x80\x9d: 50 responses, 40%", b"Disagree: 75 responses, 60%"):
        assert bar in word
        assert bar in open_document
    assert word.count(b"<w:drawing>") == open_document.count(b"<draw:frame") == 2


def test_text_and_html_say_the_numbers() -> None:
    assert "Agree & more: Responses 50; Share 40%\nDisagree: Responses 75" in render_text(DOCUMENT)
    page = render_html(DOCUMENT)
    assert '<th scope="row">Agree &amp; more<svg class="app-bar"' in page
    assert 'aria-label="Disagree: 75 responses, 60%"><rect width="60%"' in page
    assert "<td>fewer than 10</td>" in page


BREAKS = {
    "a bar says nothing": (render_docx, "alternative", replacing(BODY, 'descr="Disagree', 'title="Disagree')),
    "a picture floats": (render_docx, "picture", replacing(BODY, "wp:inline", "wp:anchor")),
    "a picture is another": (render_docx, "picture", adding("word/media/bar.png", "x")),
    "a frame says nothing": (render_odt, "alternative", replacing(CONTENT, "svg:desc>", "svg:title>")),
    "a frame floats": (render_odt, "picture", replacing(CONTENT, '"as-char"', '"page"')),
    "a frame shows another picture": (render_odt, "picture", adding("Pictures/bar.png", "x")),
    "there is a shape": (render_odt, "picture", replacing(CONTENT, "draw:frame", "draw:rect")),
}


@pytest.mark.parametrize("name", list(BREAKS))
def test_a_broken_chart_is_caught(name: str) -> None:
    render, rule, how = BREAKS[name]
    assert rule in {fault.rule for fault in check_bytes(broken(render(DOCUMENT), how))}
