"""The report and the statement as documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from textwrap import wrap

import pytest

from consult.documents.checking import check_bytes
from consult.documents.faces import FACES
from consult.documents.model import Block, BulletList, DataTable, Document, Heading, Paragraph, Role, text_of
from consult.documents.plain import render_text
from consult.packs.model import Pack
from consult.results.exports.material import Material
from consult.results.exports.report import COMMENTS, LONGEST, report
from consult.results.exports.statement import statement
from consult.store.campaign_plan import LONGEST_CONTACT, LONGEST_ORGANISER, LONGEST_TITLE, Plan
from tests.results.exports.conftest import Make, comments_of

LINE, LINES = 80, 52
"""How many letters a line of a page has, and how many lines a page has: office programs fit these."""


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


def test_the_longest_statement_has_no_more_lines_than_a_page(make: Make, pack: Pack) -> None:
    longest = Plan(
        title="",
        organiser="Neighbour " * (LONGEST_ORGANISER // 10),
        contact="neighbour " * (LONGEST_CONTACT // 10),
        opens_on=date(2026, 2, 1),
        closes_on=date(2026, 2, 28),
        guides=tuple(question.id for question in pack.questions[::2]),
        route=tuple(question.id for question in pack.questions),
    )
    document = statement(replace(make(pack, title="Neighbour " * (LONGEST_TITLE // 10)), plan=longest))
    lines = [each for block in document.blocks for each in lines_of(block)]
    assert len(lines) <= LINES


def lines_of(block: Block) -> list[str]:
    """Return the lines that a block takes on a page, a heading as many as it takes up in height."""
    match block:
        case Heading():
            return ["heading"] * 3
        case Paragraph():
            return [*wrap(text_of(block.runs), LINE), ""]
        case BulletList():
            return [line for item in block.items for line in wrap(text_of(item.runs), LINE)]
    raise AssertionError(block)


PLAN = Plan(title="", organiser="The\x00  Walkers\nof = 1", contact="walk@example.org")


@pytest.mark.parametrize("build", [report, statement])
def test_a_document_says_whose_campaign_it_is_of_and_when(make: Make, build: Callable[..., Document]) -> None:
    def said(opens_on: date | None = None, closes_on: date | None = None) -> str:
        plan = replace(PLAN, opens_on=opens_on, closes_on=closes_on)
        return " ".join(render_text(build(replace(make(), plan=plan))).split())

    first, last = date(2026, 2, 1), date(2026, 2, 28)
    assert "Organiser of the campaign: The Walkers of = 1" in said()
    assert "How to reach them: walk@example.org" in said()
    assert "As at the week beginning 9 March 2026" in said()
    assert "campaign's" not in said().partition("Question 1")[0].partition("What they were offered")[0]
    assert "The campaign's days: from 1 February 2026 to 28 February 2026" in said(opens_on=first, closes_on=last)
    assert "The campaign's first day: 1 February 2026" in said(opens_on=first)
    assert "The campaign's last day: 28 February 2026" in said(closes_on=last)
    assert "Organiser" not in render_text(build(replace(make(), plan=Plan(title="x"))))
    assert "Organiser" not in render_text(build(make()))


def offered(material: Material, guides: tuple[str, ...] | None = None, route: tuple[str, ...] = ()) -> str:
    text = render_text(statement(replace(material, plan=replace(PLAN, guides=guides, route=route))))
    return " ".join(text.partition("What they were offered")[2].split())


def test_the_statement_says_only_what_the_campaign_offered(make: Make, pack: Pack) -> None:
    material = make(pack)
    first = next(each for each in pack.questions if each.guide.supporters)
    points = len(first.guide.supporters)
    assert 0 < points < sum(len(each.guide.supporters) for each in pack.questions)
    assert f"short points of supporters ({points})" in offered(material, guides=(first.id,))
    assert "points of supporters and critics that this website has were not shown" in offered(material, guides=())
    assert "short points of supporters" not in offered(material, guides=())
    assert "points were shown" not in offered(material, guides=())


def test_the_statement_says_where_points_were_and_what_came_first(make: Make, pack: Pack) -> None:
    material = make(pack)
    ids = {question.number: question.id for question in pack.questions}
    assert "points were shown on questions 1, 3 to 5 and 8." in offered(
        material, guides=(ids[8], ids[1], ids[3], ids[4], ids[5])
    )
    assert "points were shown on question 6." in offered(material, guides=(ids[6],))
    assert "points were shown on every question." in offered(material, guides=None)
    assert "These questions were offered first: 8 and 6." in offered(material, route=(ids[8], "gone", ids[6]))
    assert "This question was offered first: 2." in offered(material, route=(ids[2],))
    assert "offered first" not in offered(material)
