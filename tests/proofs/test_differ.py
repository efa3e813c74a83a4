"""The differ's guesses stay below the bound, and it would do far better without the method."""

from __future__ import annotations

import math
import sys

import numpy as np
import pytest

from consult.packs.loading import load_all
from consult.results.method import AT_MOST
from consult.results.perturbation import FURTHEST
from consult.results.tally import OURS, RECORD_KEYS
from tests.proofs.differ import ARRIVALS, VIEWS, Line, lines, readings, report
from tests.proofs.differ_bound import bound, coefficient, worst
from tests.results.many import TABLE, likelihood, shown


@pytest.fixture(scope="module")
def found() -> dict[str, Line]:
    return {line.case: line for line in lines(np.random.default_rng(20261123))}


def test_no_guess_is_better_than_the_bound(found: dict[str, Line]) -> None:
    rooms = [line.bound - line.outcome.success - line.outcome.margin for line in found.values() if line.bound]
    assert len(rooms) == 9
    assert min(rooms) > 0


def test_enough_arrivals_are_simulated(found: dict[str, Line]) -> None:
    assert sum(line.arrivals == ARRIVALS == 100_000 for line in found.values()) >= 6


def test_the_attacker_is_worth_the_name(found: dict[str, Line]) -> None:
    """It does better than chance against the method, and nearly always finds the answer without the noise."""
    assert found["one of two answers"].outcome.success > 0.6
    assert found["WITHOUT noise, only rounded"].outcome.success > 0.95


def test_each_part_of_the_method_is_needed(found: dict[str, Line]) -> None:
    def success(case: str) -> float:
        return found[case].outcome.success

    assert success("WITHOUT new keys, one of four answers") > success("one of four answers") + 0.15
    assert success("WITHOUT rarer moves, every tenth") > 0.99


def test_the_methodology_does_not_promise_more_than_the_bound() -> None:
    assert bound(2 * VIEWS) <= AT_MOST / 100


def test_there_are_no_more_views_than_were_counted() -> None:
    packs = load_all()
    assert packs
    assert all(1 + len(pack.about_you) + len(OURS) <= VIEWS for pack in packs.values())


@pytest.mark.parametrize("count", [9, 10, 17, 23, 24, 50, 749, 750, 751, 1_000])
def test_likelihoods_are_those_of_every_key(count: int) -> None:
    keys = np.arange(RECORD_KEYS)
    values = shown(np.full(RECORD_KEYS, count), keys)
    for value in {0, *values.tolist(), count + FURTHEST + 5}:
        expected = (values == value).mean()
        assert likelihood(np.array([value]), np.array([count]))[0] == pytest.approx(expected)


def test_one_number_is_guessed_no_better_than_its_bound() -> None:
    """The best guess from one number is known exactly: half of one, and half of the total variation."""
    for count in range(9, 1_001):
        values = np.arange(0, count + 50, 5)
        without, with_one = (likelihood(values, np.full(len(values), each)) for each in (count, count + 1))
        exact = (1 + np.abs(without - with_one).sum() / 2) / 2
        assert exact <= bound(1, least=coefficient(count)) + 1e-12


def test_the_worst_count_is_where_numbers_begin_to_be_shown() -> None:
    count, least = worst()
    assert 9 <= count < 24
    assert math.isclose(least, coefficient(count))
    assert len(TABLE) == 751


def test_a_campaign_is_read_ever_more_rarely() -> None:
    moves = [most for _least, most in readings(after=1_000)]
    assert moves[:3] == [9, 19, 29]
    assert len(moves) == 18


def test_the_table_is_printed(found: dict[str, Line], capsys: pytest.CaptureFixture[str]) -> None:
    text = report(list(found.values()))
    with capsys.disabled():
        sys.stdout.write(f"\n{text}")
    assert len(text.splitlines()) == len(found) + 1
    assert "none" in text
