"""The verdict on every question of a pack."""

from __future__ import annotations

import pytest

from consult.packs.compare.blocks import Document
from consult.packs.compare.comparing import Comparison, Outcome, Part, Words, compare_pack, difference
from consult.packs.compare.reading.html import read_html
from tests.packs.compare.example import LABELS, WORDINGS, pack_of
from tests.packs.compare.pages import options, page, paper


def compared(html: str) -> Comparison:
    return compare_pack(pack_of(), read_html(html))


def outcomes(comparison: Comparison) -> list[Outcome]:
    return [verdict.outcome for verdict in comparison.verdicts]


def test_same_differs_and_not_found_are_told_apart() -> None:
    html = paper().replace("by the day", "by the week").replace("Question 3:", "Of the third:")
    comparison = compared(html)
    assert outcomes(comparison) == [
        Outcome.SAME,
        Outcome.DIFFERS,
        Outcome.NOT_FOUND,
        Outcome.SAME,
        Outcome.SAME,
        Outcome.SAME,
    ]
    assert [comparison.count(outcome) for outcome in Outcome] == [4, 1, 1]


def test_a_difference_is_shown_word_by_word() -> None:
    verdict = compared(paper().replace("by the day", "by the week")).verdicts[1]
    assert Words(Part.OLD, "day?") in verdict.difference
    assert Words(Part.NEW, "week?") in verdict.difference
    assert verdict.text == WORDINGS[1].replace("by the day", "by the week")


def test_a_difference_passes_over_typography_and_shows_the_documents() -> None:
    found = difference("the 'inner' harbour is open", "the ‘inner’ harbour was open")
    assert found == (
        Words(Part.KEPT, "the ‘inner’ harbour"),
        Words(Part.OLD, "is"),
        Words(Part.NEW, "was"),
        Words(Part.KEPT, "open"),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("float?", "float"),
        ("float?", "float."),
        ("Boats", "boats"),
        ("boats; ships", "boats, ships"),
        ("ten boats", "10 boats"),
    ],
)
def test_any_other_mark_or_letter_makes_a_question_differ(old: str, new: str) -> None:
    pack = pack_of([f"Do {old} in the bay, and why do they?"])
    html = f"<p>Question 1: Do {new} in the bay, and why do they?</p>"
    assert compare_pack(pack, read_html(html)).verdicts[0].outcome is Outcome.DIFFERS


def test_unequal_copies_make_a_question_differ_whatever_the_pack_says() -> None:
    other = WORDINGS[3].replace("agree", "all agree")
    verdict = compared(page(f"<p>Question 4: {WORDINGS[3]}</p><p>Question 4: {other}</p>")).verdicts[3]
    assert verdict.outcome is Outcome.DIFFERS
    assert verdict.copies == (other,)


def test_a_question_under_another_number_is_pointed_to() -> None:
    verdict = compared(page(f"<p>Question 5: {WORDINGS[5]}</p>")).verdicts[5]
    assert verdict.outcome is Outcome.NOT_FOUND
    assert verdict.notes == ("The pack's words for it stand in the document under number 5.",)


def test_printed_options_are_compared_in_their_order() -> None:
    def verdict(labels: tuple[str, ...], prompt: str = "Please explain your answer:") -> Outcome | None:
        return compared(page(f"<p>Question 1: {WORDINGS[0]}</p>{options(labels, prompt)}")).verdicts[0].options

    assert verdict(LABELS) is Outcome.SAME
    assert verdict((*LABELS[:3], "Don’t know")) is Outcome.SAME
    assert verdict(LABELS[:3]) is Outcome.DIFFERS
    assert verdict((*LABELS, "Other")) is Outcome.DIFFERS
    assert verdict((LABELS[2], *LABELS[:2], LABELS[3])) is Outcome.DIFFERS
    assert verdict(LABELS, "Please give your reasons:") is Outcome.DIFFERS


def test_options_that_are_not_printed_or_not_the_packs_are_not_judged() -> None:
    assert compared(page(f"<p>Question 1: {WORDINGS[0]}</p>")).verdicts[0].options is None
    assert compared(page(f"<p>Question 5: {WORDINGS[4]}</p>{options()}")).verdicts[4].options is None


def test_a_paper_in_other_words_is_doubted() -> None:
    other = "".join(f"<p>Cwestiwn {number}: Beth yw eich barn am yr harbwr?</p>" for number in range(1, 7))
    comparison = compared(page(other))
    assert set(outcomes(comparison)) == {Outcome.DIFFERS}
    assert "right paper" in comparison.notes[0]


def test_notes_of_the_reading_are_passed_on() -> None:
    assert compare_pack(pack_of(), Document((), notes=("Look twice.",))).notes == ("Look twice.",)


def test_an_empty_document_has_no_question() -> None:
    assert set(outcomes(compare_pack(pack_of(), Document(())))) == {Outcome.NOT_FOUND}


def test_another_text_of_the_same_name_is_noted() -> None:
    html = paper().replace("<h2>", "<h3>Question 2: mixed replies to last year’s paper.</h3><p>Text.</p><h2>", 1)
    verdict = compared(html).verdicts[1]
    assert verdict.outcome is Outcome.SAME
    assert verdict.notes == ("The document also calls this a question 2: “mixed replies to last year’s paper.”",)


def test_a_long_text_in_a_note_is_shortened_at_a_word() -> None:
    html = f"<p>Question 6: {WORDINGS[5]}</p><p>{'Boats float in the bay. ' * 30}</p>"
    note = compared(html).verdicts[5].notes[0]
    assert note.endswith("Boats float in …”")
    assert len(note) < 240
