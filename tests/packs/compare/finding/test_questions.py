"""Questions are found where a document has them, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pytest

from consult.packs.compare.finding.questions import Findings, find_questions
from consult.packs.compare.reading.html import read_html
from consult.packs.compare.reading.text import read_text
from tests.packs.compare.example import WORDINGS, pack_of
from tests.packs.compare.pages import options, page, paper

NUMBERS = list(range(1, len(WORDINGS) + 1))


def found_in(html: str, wordings: Sequence[str] = WORDINGS) -> Findings:
    return find_questions(read_html(html).blocks, pack_of(wordings))


def same(findings: Findings) -> list[int]:
    return [number for number, found in findings.found.items() if found.fit.same]


def ordered(wordings: Sequence[str] = WORDINGS, start: int = 1) -> str:
    return f'<ol start="{start}">' + "".join(f"<li>{escape(wording)}</li>" for wording in wordings) + "</ol>"


def test_every_question_of_a_paper_is_found_and_its_furniture_is_none() -> None:
    findings = found_in(paper())
    assert same(findings) == NUMBERS
    assert findings.extras == ()


@pytest.mark.parametrize(
    "shape",
    [
        "<p><strong>Question {n}:</strong> {w}</p>",
        "<p><strong>Question {n}</strong><br>{w}</p>",
        "<h3>Question {n}</h3><p>{w}</p>",
        "<h3>Question {n}: {w}</h3><p>The council thinks that boats are small.</p>",
        "<p>Q{n}. {w}</p>",
        "<p>Cwestiwn {n}: {w}</p>",
        "<p>{n}. {w}</p>",
        "<p>{n}) {w}</p>",
        "<p>{n}</p><p>{w}</p>",
        "<table><tr><td>{n}</td><td>{w}</td><td>Agree</td></tr></table>",
        "<table><tr><td>Q{n}</td><td>{w}</td></tr></table>",
        "<table><tr><td>Question {n}: {w}</td></tr></table>",
        '<div class="call-to-action"><p>Question {n}</p><p>{w}</p></div><p>The council thinks so.</p>',
        '<ol start="{n}"><li>{w}</li></ol><p>The council thinks that boats are small.</p>',
        "<ol><li>{w}</li></ol><p>The council thinks that boats are small.</p>",
        "<fieldset><legend>Question {n}: {w}</legend><label>Agree</label><label>Disagree</label></fieldset>",
        "<dl><dt>Question {n}</dt><dd>{w}</dd></dl>",
        "<p>Question {n}: {w} Agree / Neither agree nor disagree / Disagree / Don’t know</p>",
        "<p>Question {n}: {w}<br>Agree<br>Disagree<br>Please explain your answer:</p>",
        "<h3>Question {n}: The harbour</h3><p>{w}</p>",
    ],
)
def test_numbers_in_any_dress_are_known(shape: str) -> None:
    html = "".join(shape.format(n=number, w=escape(wording)) for number, wording in enumerate(WORDINGS, start=1))
    findings = found_in(page(html))
    assert same(findings) == NUMBERS
    assert findings.extras == ()
    assert not any(found.unequal for found in findings.found.values())


def test_a_list_that_paragraphs_interrupt_is_one_list() -> None:
    inside = (
        "<ol>"
        + "<p>The council thinks so.</p>".join(f"<li>{escape(wording)}</li>" for wording in WORDINGS)
        + "</ol>"
    )
    assert same(found_in(page(inside))) == NUMBERS
    continued = ordered(WORDINGS[:2]) + "<p>More.</p>" + ordered(WORDINGS[2:], start=3)
    assert same(found_in(page(continued))) == NUMBERS


def test_lists_that_start_again_are_counted_on_when_the_words_agree() -> None:
    assert same(found_in(page(ordered(WORDINGS[:4]) + "<p>More.</p>" + ordered(WORDINGS[4:])))) == NUMBERS


def test_a_question_may_run_over_paragraphs_and_a_list() -> None:
    html = """
    <p>Question 1: To what extent do you agree or disagree</p><p>that the ‘inner harbour’ should be open to all
    boats?</p><p>Question 2: Do you think that moorings should be let by the day?</p>
    <p>The alternative would be to let them by the year.</p><ul><li>Agree</li><li>Disagree</li></ul>
    <p>Question 3: What should the harbour master weigh up?</p><p>For example:</p>
    <ul><li>the size of the boat</li><li>the depth</li><li>whether it is stormy</li></ul>
    <p>Question 4: Small boats pay the same as large ones.</p><p>Do you agree?</p>"""
    assert same(found_in(html)) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "items",
    [
        ("the size of the boat;", "the depth;", "whether it is stormy."),
        ("the size of the boat", "the depth", "whether it is stormy."),
        ("the size of the boat;", "the depth; ", "whether it is stormy"),
    ],
)
def test_the_marks_at_the_ends_of_items_may_be_left_out(items: tuple[str, ...]) -> None:
    made = "".join(f"<li>{item}</li>" for item in items)
    html = f"<p>Question 3: What should the harbour master weigh up? For example:</p><ul>{made}</ul>"
    assert same(found_in(html)) == [3]


def test_a_list_with_other_marks_is_not_the_same() -> None:
    html = (
        "<p>Question 3: What should the harbour master weigh up? For example:</p><ul><li>the size of the boat,</li>"
        "<li>the depth,</li><li>whether it is stormy.</li></ul>"
    )
    assert same(found_in(html)) == []


@pytest.mark.parametrize(
    "tail",
    [
        "<p>For example:</p><ul><li>the size of the boat</li></ul>",
        "<ul><li>Agree</li><li>Disagree</li></ul>",
    ],
)
def test_words_of_the_document_that_belong_to_the_question_are_never_passed_over(tail: str) -> None:
    """The pack has a question's first sentence only; the next is in the same item, or before the options."""
    shorter = ("Do you think that moorings should be let by the day?",)
    rest = "<p>The alternative would be to let them by the year.</p>"
    for html in (
        f"<ol><li>{shorter[0]}{rest}</li></ol>{tail}",
        f"<p>Question 1: {shorter[0]}<br>Think of this:</p>{tail}",
        f"<p>Question 1: {shorter[0]}</p>{rest}<ul><li>Agree</li><li>Disagree</li></ul>",
    ):
        found = found_in(html, shorter).found[1]
        assert not found.fit.same
        assert found.fit.text.startswith(shorter[0] + " ")


def test_text_after_a_question_is_told_and_not_taken() -> None:
    found = found_in(f"<p>Question 6: {WORDINGS[5]}</p><p>The council thinks that boats are small.</p>").found[6]
    assert found.fit.same
    assert found.following == "The council thinks that boats are small."


def test_numbered_paragraphs_contents_and_references_are_no_questions() -> None:
    html = page(
        "<p>1.1 Boats lie here.</p><p>1. Boats lie here at night and by day.</p><p>2. They float. Do they?</p>"
        "<p>Question 5 asks about lights.</p><p>Questions 1 to 4 are about boats.</p>"
        '<ol><li><a href="#q1">Question 1</a></li></ol>'
    )
    findings = found_in(html + paper())
    assert same(findings) == NUMBERS
    assert findings.extras == ()
    assert not any(found.unequal or found.others for found in findings.found.values())


def test_questions_by_bare_number_are_told_from_numbered_paragraphs_by_their_words() -> None:
    paragraphs = "".join(f"<p>{number}. Boats of sort {number} lie in the harbour.</p>" for number in range(1, 30))
    findings = found_in(page(paragraphs + ordered()))
    assert same(findings) == NUMBERS
    assert findings.extras == ()


def test_a_bare_number_among_questions_is_found_even_when_its_words_are_others() -> None:
    wordings = [*WORDINGS[:4], "Would you rather swim, sail or row?", WORDINGS[5]]
    findings = found_in(page("<ol><li>Introduction</li><li>Boats</li></ol>" + ordered(wordings)))
    assert same(findings) == [1, 2, 3, 4, 6]
    assert findings.found[5].fit.text == "Would you rather swim, sail or row?"


def test_other_numbered_questions_do_not_stand_in_for_a_missing_one() -> None:
    asked = "<ol><li>What is a boat?</li><li>Who sails?</li><li>Where is the harbour?</li></ol>"
    missing = paper().replace("Question 3:", "Of question three:")
    assert 3 not in found_in(missing.replace("<h2>", asked + "<h2>", 1)).found


def test_answer_options_with_numbers_are_no_questions() -> None:
    html = page(
        "".join(
            f"<p>Question {number}: {escape(wording)}</p><ol><li>Agree</li><li>Disagree</li></ol>"
            for number, wording in enumerate(WORDINGS, start=1)
        )
    )
    findings = found_in(html)
    assert same(findings) == NUMBERS
    assert all(found.options.labels == ("Agree", "Disagree") for found in findings.found.values())


@pytest.mark.parametrize("option", ["1. Agree", "(1) Agree", "1) Strongly agree"])
def test_answer_options_with_typed_numbers_are_no_questions(option: str) -> None:
    findings = found_in(f"<p>{option}</p><p>2. Disagree</p>", ["Agree"])
    assert findings.found == {}


def test_equal_copies_are_one_and_may_differ_in_typography() -> None:
    annex = "<h2>Annex</h2>" + ordered([wording.replace("’", "'").replace("‘", "'") for wording in WORDINGS])
    findings = found_in(paper().replace('<div class="footnotes"', annex + '<div class="footnotes"'))
    assert same(findings) == NUMBERS
    assert not any(found.unequal for found in findings.found.values())


@pytest.mark.parametrize("first", ["paper", "annex"])
def test_unequal_copies_are_reported_whichever_comes_first(first: str) -> None:
    other = [wording.replace("Do you agree?", "Do you all agree?") for wording in WORDINGS]
    wordings = (WORDINGS, other) if first == "paper" else (other, WORDINGS)
    html = page("".join(f"<p>Question 4: {wording[3]}</p><p>Text.</p>" for wording in wordings))
    found = found_in(html).found[4]
    assert found.fit.same
    assert found.unequal == (other[3],)


def test_something_else_of_the_same_name_is_told() -> None:
    html = paper().replace("<h2>", "<h3>Question 2: mixed replies to last year’s paper.</h3><p>Text.</p><h2>", 1)
    found = found_in(html).found[2]
    assert found.fit.same
    assert found.unequal == ()
    assert found.others == ("mixed replies to last year’s paper.",)


def test_questions_that_the_pack_does_not_have_are_extra() -> None:
    html = paper().replace("<h3 id='part-1'>", "<p>Question 7: Who sails?</p><p>Question 4a: Why?</p><h3>")
    assert [(extra.label, extra.text) for extra in found_in(html).extras] == [("7", "Who sails?"), ("4a", "Why?")]


def test_a_question_of_a_bare_number_beyond_the_packs_is_extra() -> None:
    findings = found_in(page(ordered([*WORDINGS, "Who sails?"])))
    assert [(extra.label, extra.text) for extra in findings.extras] == [("7", "Who sails?")]


def test_options_of_any_wording_end_the_question() -> None:
    html = f"<p>Question 1: {WORDINGS[0]}</p>" + options(("Wholly agree", "Partly agree", "Disagree"), "")
    found = found_in(html).found[1]
    assert found.fit.same
    assert found.options.labels == ("Wholly agree", "Partly agree", "Disagree")


def test_options_may_stand_under_the_copy_in_an_annex_only() -> None:
    html = f"<p>Question 1: {WORDINGS[0]}</p><h2>Annex</h2><p>Question 1: {WORDINGS[0]}</p>{options()}"
    assert len(found_in(html).found[1].options.labels) == 4


def test_plain_text_without_blank_lines_is_understood() -> None:
    lines = "\n".join(
        f"Question {number}: {wording}\nAgree\nDisagree" for number, wording in enumerate(WORDINGS, 1)
    )
    findings = find_questions(read_text(lines, frozenset()).blocks, pack_of())
    assert same(findings) == NUMBERS


def test_what_wears_a_number_and_has_no_end_is_no_question() -> None:
    assert found_in("<p>Question 1: " + "boats and ships " * 2000 + "</p>").found == {}
