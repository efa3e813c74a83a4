"""Plain text keeps lines and forgets paragraphs."""

from __future__ import annotations

from consult.packs.compare.blocks import Kind
from consult.packs.compare.reading.text import read_text

NOTHING: frozenset[str] = frozenset()


def texts(text: str, known: frozenset[str] = NOTHING) -> list[str]:
    return [block.text for block in read_text(text, known).blocks]


def test_wrapped_lines_are_joined_and_blank_lines_part() -> None:
    assert texts("Question 1: Do you agree that boats\nshould be small?\n\nAgree") == [
        "Question 1: Do you agree that boats should be small?",
        "Agree",
    ]


def test_a_line_broken_on_purpose_stays_apart() -> None:
    text = "Question 1: Do you agree that every boat should\nbe small?\nAgree\nDisagree\nQuestion 2: Why?"
    assert texts(text) == [
        "Question 1: Do you agree that every boat should be small?",
        "Agree",
        "Disagree",
        "Question 2: Why?",
    ]


def test_without_wrapping_each_line_is_a_paragraph() -> None:
    long = "Question 1: " + "Do you agree that boats should be small " * 6 + "?"
    assert texts(f"{long}\nThe council thinks so.\n") == [long, "The council thinks so."]


def test_short_lines_that_all_end_are_paragraphs() -> None:
    assert texts("Question 1: Why boats?\nQuestion 2: Why not?\nThe end.") == [
        "Question 1: Why boats?",
        "Question 2: Why not?",
        "The end.",
    ]


def test_bullets_are_items_and_lose_their_bullet() -> None:
    found = read_text("For example:\n• boats;\n- ships\n* rafts", NOTHING).blocks
    assert [(block.kind, block.text) for block in found[1:]] == [
        (Kind.ITEM, "boats;"),
        (Kind.ITEM, "ships"),
        (Kind.ITEM, "rafts"),
    ]


def test_a_word_broken_at_a_lines_end_is_joined() -> None:
    assert texts("Who should own the moor-\nings, and the others there?") == [
        "Who should own the moorings, and the others there?"
    ]


def test_a_hyphen_of_its_own_stays_when_the_text_has_it_elsewhere() -> None:
    text = "Is a well-known harbour better? Is a well-\nknown one not better at all?"
    assert texts(text) == ["Is a well-known harbour better? Is a well-known one not better at all?"]


def test_a_hyphen_of_its_own_stays_when_the_wording_of_the_pack_has_it() -> None:
    text = "Should the operator-\ninitiated boats be here?"
    assert texts(text, frozenset({"operator-initiated"})) == ["Should the operator-initiated boats be here?"]


def test_a_soft_hyphen_at_a_lines_end_joins() -> None:
    assert texts("Who owns the moor\u00ad\nings?") == ["Who owns the moorings?"]


def test_lines_that_lead_to_a_page_are_contents() -> None:
    assert texts("1. Boats .......... 3\n2. Ships . . . . . . 12\n\nBoats float.") == ["Boats float."]
