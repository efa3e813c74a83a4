"""What an operator reads."""

from __future__ import annotations

from consult.packs.compare.accepting import Accepted
from consult.packs.compare.comparing import compare_pack
from consult.packs.compare.reading.html import read_html
from consult.packs.compare.reporting import Tone, accepted_lines, lines_of, refused_lines
from tests.packs.compare.example import WORDINGS, pack_of
from tests.packs.compare.pages import options, page, paper


def report(html: str) -> list[str]:
    lines = lines_of(compare_pack(pack_of(), read_html(html)))
    return ["".join(ink.text for ink in line) for line in lines]


def test_a_difference_is_marked_in_words_and_not_by_colour_alone() -> None:
    lines = report(paper().replace("by the day", "by the week"))
    assert "Question 2   differs (1 of the pack's words out, 1 of the document's in)" in lines
    assert lines[lines.index("Question 2   differs (1 of the pack's words out, 1 of the document's in)") + 1] == (
        "    Do you think that moorings should be let by the [-day?-] {+week?+} The alternative would be "
        "to let them by the year."
    )


def test_every_question_has_its_line_and_the_last_line_is_the_sum() -> None:
    lines = report(page(f"<p>Question 1: {WORDINGS[0]}</p>"))
    assert lines[0] == "Question 1   same"
    assert [line for line in lines if "not found" in line][:5] == [f"Question {n}   not found" for n in range(2, 7)]
    assert lines[-1] == "6 questions: 1 same, 0 differs, 5 not found."


def test_options_copies_notes_and_further_questions_are_told() -> None:
    html = page(
        f"<p>Question 1: {WORDINGS[0]}</p>{options(('Yes', 'No'))}<p>Question 4: {WORDINGS[3]}</p><p>And so on.</p>"
        f"<p>Question 4: {WORDINGS[3].replace('agree', 'all agree')}</p><p>Question 9: Who sails?</p>"
    )
    lines = report(html)
    assert "    answer options: differ; the document has Yes / No; then “Please explain your answer”" in lines
    assert any(line.startswith("    also in the document, in other words: Small boats") for line in lines)
    assert "    Not taken as part of it, but next in the document: “And so on.”" in lines
    assert "    9. Who sails?" in lines


def test_nothing_in_a_document_can_command_the_terminal() -> None:
    lines = report(page("<p>Question 9: Who\x1b[31m sails\x9b2J \u202eback?</p>"))
    assert "    9. Who[31m sails2J back?" in lines


def test_tones_follow_outcomes() -> None:
    tones = [line[1].tone for line in lines_of(compare_pack(pack_of(), read_html(paper()))) if len(line) == 2]
    assert set(tones) == {Tone.GOOD}


def test_what_was_written_and_what_was_left_is_told() -> None:
    written = [line[0].text for line in accepted_lines(Accepted((1, 2), (2,), 5), "https://www.gov.uk/x")]
    assert written == [
        "Written as verified, from https://www.gov.uk/x: questions 1, 2.",
        "New text, so the pack is now version 5: question 2.",
    ]
    assert [line[0].text for line in accepted_lines(Accepted((), (), 4), "")] == ["Nothing was written."]
    verdicts = compare_pack(pack_of(), read_html(page(f"<p>Question 1: {WORDINGS[0]} Or not?</p>"))).verdicts[:2]
    left = [line[0].text for line in refused_lines(verdicts)]
    assert left == [
        "Question 1 was left as it is: it differs. To accept the document's words, name it: --only 1",
        "Question 2 was left as it is: it was not found.",
    ]
