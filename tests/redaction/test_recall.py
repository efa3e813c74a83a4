"""The published targets hold on the published test set."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from consult.redaction import Kind
from tests.redaction.forms import FORMS
from tests.redaction.hard import HARD
from tests.redaction.harmless import HELD_OUT, SEEN
from tests.redaction.measure import Score, by_origin, falsely_marked, gap, missed_hard, ours, score, total
from tests.redaction.people import announced_names, unannounced_names
from tests.redaction.planted import Planted, planted

PAGE = Path(__file__).parents[2] / "docs" / "decisions" / "redaction.md"
LEAST_RECALL = 0.99
LEAST_PRECISION = 0.99
LEAST_UNANNOUNCED = 0.985
LEAST_OF_AN_ORIGIN = 0.96
WIDEST_GAP = 0.03
MOST_FALSELY_MARKED = 0.02
FEWEST_HARD = 12


@cache
def names(which: str) -> dict[str, Score]:
    """Return how well the names of one set are found, by origin: the same for every test."""
    if which == "announced":
        return by_origin(ours, [*announced_names(held_out=False), *announced_names(held_out=True)])
    return by_origin(ours, unannounced_names(held_out=which == "held out"))


@pytest.mark.parametrize("kind", FORMS)
def test_nearly_every_detail_is_found_whole(kind: str) -> None:
    assert score(ours, planted(kind)).recall >= LEAST_RECALL


@pytest.mark.parametrize("kind", FORMS)
def test_nearly_every_mark_is_right(kind: str) -> None:
    assert score(ours, planted(kind)).precision >= LEAST_PRECISION


def test_announced_names_are_found() -> None:
    assert min(each.recall for each in names("announced").values()) >= LEAST_RECALL


@pytest.mark.parametrize("which", ["seen", "held out"])
def test_names_that_nothing_announces_are_found_as_well_as_published(which: str) -> None:
    scores = names(which)

    assert total(scores).recall >= LEAST_UNANNOUNCED
    assert min(each.recall for each in scores.values()) >= LEAST_OF_AN_ORIGIN


@pytest.mark.parametrize("which", ["announced", "seen", "held out"])
def test_names_of_every_origin_are_found_alike(which: str) -> None:
    assert gap(names(which)) <= WIDEST_GAP


def test_the_names_come_from_many_origins_and_no_sentence_is_seen_and_held_out() -> None:
    seen, held_out = ({each.text for each in unannounced_names(held_out=half)} for half in (False, True))

    assert len(names("seen")) >= 12
    assert seen.isdisjoint(held_out)


def test_answers_that_hold_nothing_personal_are_left_alone() -> None:
    answers = SEEN + HELD_OUT

    assert len(answers) >= 300
    assert len(set(answers)) == len(answers)
    assert len(falsely_marked(ours, answers)) <= MOST_FALSELY_MARKED * len(answers)


def test_disguised_details_are_missed_no_more_often_than_published() -> None:
    assert len(HARD) - len(missed_hard(ours)) >= FEWEST_HARD


def test_every_kind_is_in_the_test_set() -> None:
    assert {*FORMS, "name"} == {kind.value for kind in Kind}


@pytest.mark.parametrize("kind", FORMS)
def test_the_decision_page_quotes_what_is_measured(kind: str) -> None:
    result = score(ours, planted(kind))
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {kind} |"))

    assert row.endswith(f"| {result.recall:.3f}, {result.precision:.3f} |")


@pytest.mark.parametrize("which", ["seen", "held out"])
def test_the_decision_page_quotes_what_is_measured_of_names(which: str) -> None:
    column = ["seen", "held out"].index(which)
    rows = dict(
        re.findall(
            r"^\| (?:\*\*)?([\w ,]+?)(?:\*\*)? \| ([\d. |]+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    quoted = {name: cells.split(" | ")[column] for name, cells in rows.items()}
    scores = names(which)

    assert {origin: quoted[origin] for origin in scores} == {o: f"{each.recall:.3f}" for o, each in scores.items()}
    assert quoted["gap between origins"] == f"{gap(scores):.3f}"


def test_the_measure_can_fail() -> None:
    assert score(lambda _: [], planted("email")).recall == 0
    assert score(lambda text: [(0, 1), (len(text), len(text) + 1)], planted("email")).precision < LEAST_PRECISION
    assert (
        gap(by_origin(ours, [Planted("Kwame told me", "Kwame", "name", "a"), Planted("x", "x", "name", "b")])) == 1
    )
