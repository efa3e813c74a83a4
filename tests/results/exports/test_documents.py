"""The report and the statement as documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.documents.checking import check_bytes
from consult.documents.faces import FACES
from consult.documents.model import DataTable, Document, Heading, Paragraph, Role, text_of
from consult.documents.plain import render_text
from consult.packs.model import Pack
from consult.results.exports.material import Material
from consult.results.exports.report import COMMENTS, LONGEST, report
from consult.results.exports.statement import statement
from tests.results.exports.conftest import Make, comments_of


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("build", [report, statement])
def test_the_checker_of_documents_finds_nothing(make: Make, kind: str, build: object) -> None:
    assert callable(build)
    hostile = make(title="=Walks & <talks>\x00 " * 4)
    for material in (make(), hostile, make(comments={})):
        assert check_bytes(FACES[kind].render(build(material))) == []


def tables_of(document: Document) -> list[DataTable]:
    return [block for block in document.blocks if isinstance(block, DataTable)]


def test_every_question_has_its_chart_and_table(material: Material) -> None:
    document = report(material)
    headings = [text_of(block.runs) for block in document.blocks if isinstance(block, Heading)]
    assert [f"Question {number}" in headings for number in (1, 2, 3)] == [True] * 3
    first = tables_of(document)[0]
    assert [cell.bar is not None for cell, *_ in first.rows] == [True, False, True, False]
    bar = first.rows[0][0].bar
    assert bar is not None
    assert bar.alternative.startswith("Label of yes: ")
    assert bar.alternative.endswith("%")


def test_some_comments_are_shown_whole_or_cut_and_none_twice(make: Make) -> None:
    said = ["The same words.", "the same WORDS", "word " * 1000, *comments_of(1)]
    document = report(make(comments={"q1": said}))
    notes = [
        text_of(block.runs) for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.NOTE
    ]
    assert len(notes) == COMMENTS
    assert notes[0] == "The same words."
    assert len(notes[1]) <= LONGEST + 5
    assert notes[1].endswith("[…]")
    assert notes[2] == comments_of(1)[0]


def test_the_statement_counts_what_is_alike_and_shows_no_small_number(make: Make) -> None:
    template = "I write to say that this invented template was sent to many people who then sent it on to you."
    said = [template] * 60 + [template.replace("invented", "made-up")] * 5 + comments_of(1)
    text = render_text(statement(make(comments={"q1": said, "q3": comments_of(3)[:4]})))
    assert "too few" not in text.partition("How alike")[2].partition("How these")[0]
    few = render_text(statement(make(comments={"q1": [template] * 4, "q3": comments_of(3)})))
    assert "word for word the same as another on the same question: too few to show" in few


def test_the_statement_fits_a_page_and_claims_no_more_than_is_known(material: Material) -> None:
    text = render_text(statement(material))
    assert len(text) < 3500
    assert "nothing is kept of people who used the website and shared nothing" in text
    assert "Nothing shows how many of them sent their response" in text


def test_the_statement_says_only_what_the_campaign_offered(make: Make, pack: Pack) -> None:
    material = make(pack)

    def offered(guides: tuple[str, ...] | None) -> str:
        return render_text(statement(replace(material, guides=guides))).partition("What they were offered")[2]

    first = next(each for each in pack.questions if each.guide.supporters)
    points = len(first.guide.supporters)
    assert 0 < points < sum(len(each.guide.supporters) for each in pack.questions)
    assert f"short points of supporters ({points})" in " ".join(offered((first.id,)).split())
    assert "points of supporters and critics that this website has were not shown" in " ".join(offered(()).split())
    assert "short points of supporters" not in offered(())
