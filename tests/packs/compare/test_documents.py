"""The same paper in every form that it may be published in."""

from __future__ import annotations

import textwrap
from pathlib import Path
from time import process_time

import pytest

from consult.packs.compare.comparing import Comparison, Outcome, compare_pack
from consult.packs.compare.reading.lines import words_of
from consult.packs.compare.reading.opening import read_document
from tests.packs.compare.example import LABELS, PROMPT, SCALED, WORDINGS, pack_of
from tests.packs.compare.pages import page, paper
from tests.packs.compare.pdf_files import Text, flowing, pdf
from tests.packs.compare.word_files import add_footnote_mark, add_list, blank, number, saved

INTRODUCTION = (
    "The council looks after the harbour and all who use it. It has done so for as long as anyone can tell, and "
    "it means to go on. Question 2 of this paper is about moorings."
)


def compared(folder: Path, data: bytes) -> Comparison:
    path = folder / "paper"
    path.write_bytes(data)
    return compare_pack(pack_of(), read_document(path, words_of(WORDINGS)))


def assert_all_same(comparison: Comparison) -> None:
    assert [(verdict.outcome, verdict.text) for verdict in comparison.verdicts] == [
        (Outcome.SAME, wording) for wording in WORDINGS
    ]
    assert comparison.extras == ()


def test_a_web_page(tmp_path: Path) -> None:
    assert_all_same(compared(tmp_path, paper().encode()))


def word_paper(style: str) -> bytes:
    document = blank()
    document.add_heading("The harbour", 1)
    contents = document.add_paragraph("1. Introduction ................ 2")
    contents.add_run("\n2. Questions ................ 3")
    document.add_paragraph(f"1.1 {INTRODUCTION}")
    numbers = add_list(document, ("decimal", "Question %1:" if style == "named" else "%1."))
    for place, wording in enumerate(WORDINGS, start=1):
        if style == "typed":
            asked = document.add_paragraph(f"Question {place}: {wording}")
        elif style == "table":
            table = document.add_table(1, 2)
            table.cell(0, 0).text = str(place)
            asked = table.cell(0, 1).paragraphs[0]
            asked.add_run(wording)
        else:
            asked = number(document.add_paragraph(wording), numbers)
        add_footnote_mark(asked)
        if place in SCALED:
            for label in LABELS:
                document.add_paragraph(label, style="List Bullet")
            document.add_paragraph(PROMPT)
        document.add_paragraph(INTRODUCTION)
    return saved(document)


@pytest.mark.parametrize("style", ["named", "counted", "typed", "table"])
def test_a_word_document(tmp_path: Path, style: str) -> None:
    comparison = compared(tmp_path, word_paper(style))
    assert_all_same(comparison)
    assert [verdict.options for verdict in comparison.verdicts if verdict.question.scale] == [Outcome.SAME] * 3


def text_paper(width: int | None) -> bytes:
    paragraphs = [INTRODUCTION]
    for place, wording in enumerate(WORDINGS, start=1):
        paragraphs.append(f"Question {place}: {wording}")
        paragraphs.extend([*LABELS, PROMPT] if place in SCALED else [])
        paragraphs.append(INTRODUCTION)
    lines = [textwrap.fill(paragraph, width) if width else paragraph for paragraph in paragraphs]
    return "\n\n".join(lines).encode()


@pytest.mark.parametrize("width", [None, 40, 72, 100])
def test_plain_text(tmp_path: Path, width: int | None) -> None:
    assert_all_same(compared(tmp_path, text_paper(width)))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_of_other_encodings(tmp_path: Path, encoding: str) -> None:
    assert_all_same(compared(tmp_path, text_paper(72).decode().encode(encoding)))


def test_footnote_marks_that_were_copied_with_the_text(tmp_path: Path) -> None:
    marked = text_paper(None).decode().replace("harbour", "harbour[footnote 1]").replace("?", "? [footnote 12]", 1)
    assert_all_same(compared(tmp_path, marked.encode()))


def pdf_paper(per_page: int) -> bytes:
    lines = [Text("The harbour", 790, size=20)]
    paragraphs = [INTRODUCTION]
    for place, wording in enumerate(WORDINGS, start=1):
        paragraphs.append(f"Question {place}: {wording}")
        paragraphs.extend([*(f"• {label}" for label in LABELS), PROMPT] if place in SCALED else [])
        paragraphs.append(f"{place}.1 " + " ".join(f"{word}{'n' * place}" for word in INTRODUCTION.split()))
    lines.extend(flowing(paragraphs, width=66))
    pages: list[list[Text]] = []
    for start in range(0, len(lines), per_page):
        moved = lines[start].height - 770
        margins = [Text("Consultation on the harbour", 815, size=9), Text(str(len(pages) + 1), 30, size=9)]
        pages.append(
            [
                *(Text(line.text, line.height - moved, line.size) for line in lines[start : start + per_page]),
                *margins,
            ]
        )
    return pdf(*pages)


@pytest.mark.parametrize("per_page", range(7, 30))
def test_a_pdf_wherever_its_pages_end(tmp_path: Path, per_page: int) -> None:
    comparison = compared(tmp_path, pdf_paper(per_page))
    assert [verdict.outcome for verdict in comparison.verdicts] == [Outcome.SAME] * len(WORDINGS)


def test_one_word_less_in_each_form_is_found_out(tmp_path: Path) -> None:
    for data in (paper().encode(), text_paper(72)):
        comparison = compared(
            tmp_path, data.replace(b"should know", b"must know").replace(b"should\nknow", b"must\nknow")
        )
        assert [verdict.outcome for verdict in comparison.verdicts] == [Outcome.SAME] * 5 + [Outcome.DIFFERS]


def test_a_long_page_takes_time_in_proportion(tmp_path: Path) -> None:
    def seconds(paragraphs: int) -> float:
        text = "<p>1.2 The council says that it will look at <b>every answer</b> that it has. Is that so?</p>"
        data = page(text * paragraphs + paper()).encode()
        start = process_time()
        assert_all_same(compared(tmp_path, data))
        return process_time() - start

    assert seconds(20_000) < 30 * seconds(2_000) + 0.5
