"""The published targets hold on the published test set."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult.redaction import Kind
from tests.redaction.forms import FORMS
from tests.redaction.hard import HARD
from tests.redaction.harmless import HARMLESS
from tests.redaction.measure import by_group, falsely_marked, missed_hard, ours, score
from tests.redaction.planted import planted

PAGE = Path(__file__).parents[2] / "docs" / "decisions" / "redaction.md"
LEAST_RECALL = 0.99
LEAST_PRECISION = 0.99
WIDEST_GAP = 0.03
MOST_FALSELY_MARKED = 0.02
FEWEST_HARD = 6


@pytest.mark.parametrize("kind", FORMS)
def test_nearly_every_detail_is_found_whole(kind: str) -> None:
    assert score(ours, planted(kind)).recall >= LEAST_RECALL


@pytest.mark.parametrize("kind", FORMS)
def test_nearly_every_mark_is_right(kind: str) -> None:
    assert score(ours, planted(kind)).precision >= LEAST_PRECISION


def test_names_of_every_origin_are_found_alike_where_they_are_announced() -> None:
    recalls = [result.recall for result in by_group(ours).values()]

    assert min(recalls) >= LEAST_RECALL
    assert max(recalls) - min(recalls) <= WIDEST_GAP


def test_answers_that_hold_nothing_personal_are_left_alone() -> None:
    assert len(falsely_marked(ours)) <= MOST_FALSELY_MARKED * len(HARMLESS)


def test_disguised_details_are_missed_no_more_often_than_published() -> None:
    assert len(HARD) - len(missed_hard(ours)) >= FEWEST_HARD


def test_every_kind_is_in_the_test_set() -> None:
    assert {*FORMS, "name"} == {kind.value for kind in Kind}


@pytest.mark.parametrize("kind", FORMS)
def test_the_decision_page_quotes_what_is_measured(kind: str) -> None:
    result = score(ours, planted(kind))
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {kind} |"))

    assert row.endswith(f"| {result.recall:.3f}, {result.precision:.3f} |")


def test_the_measure_can_fail() -> None:
    assert score(lambda _: [], planted("email")).recall == 0
    assert score(lambda text: [(0, 1), (len(text), len(text) + 1)], planted("email")).precision < LEAST_PRECISION
