"""`flask packs compare`, as an operator calls it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result

from consult.cli.packs_compare import compare
from consult.packs.loading import load_pack
from consult.packs.model import Pack, WordingStatus
from tests.packs.compare.example import WORDINGS, write_pack
from tests.packs.compare.pages import ADDRESS, page, paper

CHANGED = paper().replace("by the day", "by the week")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path)


def run(pack: Path, html: str, *arguments: str, colour: bool = False) -> Result:
    document = pack.parent / "paper.html"
    document.write_text(html, encoding="utf-8")
    return CliRunner().invoke(compare, [str(pack), str(document), *arguments], color=colour)


def verified(pack: Path) -> list[int]:
    loaded: Pack = load_pack(pack)
    return [one.number for one in loaded.questions if one.wording.status is WordingStatus.VERIFIED]


def test_all_the_same_exits_with_0_and_writes_nothing(pack: Path) -> None:
    before = (pack / "questions.toml").read_bytes()
    result = run(pack, paper())
    assert result.exit_code == 0
    assert result.output.endswith("6 questions: 6 same, 0 differs, 0 not found.\n")
    assert (pack / "questions.toml").read_bytes() == before


@pytest.mark.parametrize("html", [CHANGED, paper().replace("Question 2:", "The second:")])
def test_any_that_differs_or_is_missing_exits_with_1(pack: Path, html: str) -> None:
    assert run(pack, html).exit_code == 1


@pytest.mark.parametrize("junk", ["", "%PDF-1.4\nx", "<html></html>"])
def test_an_unreadable_document_exits_with_2_and_says_why(pack: Path, junk: str) -> None:
    result = run(pack, junk)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: The document")
    assert "Traceback" not in result.output


def test_a_document_that_is_not_there_exits_with_2(pack: Path) -> None:
    result = CliRunner().invoke(compare, [str(pack), str(pack / "nowhere.html")])
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr


def test_a_pack_that_is_not_there_exits_with_2(tmp_path: Path) -> None:
    result = CliRunner().invoke(compare, ["no-such-pack", str(tmp_path / "paper.html")])
    assert result.exit_code == 2
    assert "no-such-pack" in result.stderr


def test_a_pack_with_faults_exits_with_2_and_lists_them(pack: Path) -> None:
    (pack / "guides.toml").unlink()
    result = run(pack, paper())
    assert result.exit_code == 2
    assert "guides.toml" in result.stderr


def test_a_bundled_pack_is_known_by_its_id(tmp_path: Path) -> None:
    document = tmp_path / "paper.txt"
    document.write_text("Nothing to see.", encoding="utf-8")
    result = CliRunner().invoke(compare, ["home-office-facial-recognition", str(document)])
    assert result.exit_code == 1
    assert "17 questions: 0 same, 0 differs, 17 not found." in result.output


def test_accepting_writes_what_is_the_same_and_leaves_what_differs(pack: Path) -> None:
    result = run(pack, CHANGED, "--accept")
    assert result.exit_code == 1
    assert verified(pack) == [1, 3, 4, 5, 6]
    assert "[-day?-] {+week?+}" in result.output
    assert "Question 2 was left as it is" in result.output
    assert load_pack(pack).questions[1].wording.text == WORDINGS[1]


def test_what_differs_is_accepted_by_its_number(pack: Path) -> None:
    result = run(pack, CHANGED, "--accept", "--only", "2, 3")
    assert result.exit_code == 0
    assert verified(pack) == [2, 3]
    assert load_pack(pack).questions[1].wording.text == WORDINGS[1].replace("day", "week")
    assert "version 5: question 2." in result.output


def test_what_is_missing_is_left_even_by_its_number(pack: Path) -> None:
    result = run(pack, paper().replace("Question 2:", "The second:"), "--accept", "--only", "2")
    assert result.exit_code == 1
    assert verified(pack) == []
    assert "Nothing was written." in result.output
    assert "Question 2 was left as it is: it was not found." in result.output


def test_what_stands_in_two_forms_is_left_even_by_its_number(pack: Path) -> None:
    html = page(f"<p>Question 4: {WORDINGS[3]}</p><p>Question 4: {WORDINGS[3].replace('agree', 'all agree')}</p>")
    result = run(pack, html, "--accept", "--only", "4")
    assert result.exit_code == 1
    assert verified(pack) == []
    assert "two forms" in result.output


def test_the_source_is_the_pages_own_address_unless_told(pack: Path) -> None:
    run(pack, paper(), "--accept", "--only", "1")
    run(pack, paper(), "--accept", "--only", "3", "--source", "https://www.gov.uk/other")
    questions = load_pack(pack).questions
    assert questions[0].wording.source_url == ADDRESS
    assert questions[2].wording.source_url == "https://www.gov.uk/other"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--accept"], "--source"),
        (["--accept", "--source", "www.gov.uk/x"], "whole web address"),
        (["--accept", "--source", ADDRESS, "--only", "7"], "no question 7"),
        (["--accept", "--source", ADDRESS, "--only", "one"], "no question one"),
        (["--accept", "--source", ADDRESS, "--only", ","], "give numbers"),
        (["--accept", "--source", ADDRESS, "--on", "2999-01-01"], "still to come"),
        (["--accept", "--source", ADDRESS, "--on", "soon"], "--on"),
        (["--only", "1"], "--accept"),
        (["--source", ADDRESS], "--accept"),
    ],
)
def test_a_wrong_call_exits_with_2_and_writes_nothing(pack: Path, arguments: list[str], why: str) -> None:
    result = run(pack, paper().replace('rel="canonical"', ""), *arguments)
    assert result.exit_code == 2
    assert why in result.stderr
    assert verified(pack) == []


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2026, 12, 31)),
    ],
)
def test_the_day_is_londons(pack: Path, now: datetime, day: date) -> None:
    with time_machine.travel(now, tick=False):
        run(pack, paper(), "--accept")
    assert load_pack(pack).questions[0].wording.checked_on == day


def test_the_day_may_be_told(pack: Path) -> None:
    run(pack, paper(), "--accept", "--on", "2026-03-02")
    assert load_pack(pack).questions[0].wording.checked_on == date(2026, 3, 2)


def test_a_pack_that_would_not_pass_its_check_exits_with_2(pack: Path) -> None:
    html = page("<p>Question 1: To what extent is **everything** open to all boats in the ‘inner harbour’?</p>")
    result = run(pack, html, "--accept", "--only", "1")
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert verified(pack) == []


def test_colour_is_for_terminals(pack: Path) -> None:
    assert "\x1b[" not in run(pack, CHANGED).output
    coloured = run(pack, CHANGED, colour=True).output
    assert "\x1b[31m[-day?-]\x1b[0m" in coloured
    assert "\x1b[32m{+week?+}\x1b[0m" in coloured
