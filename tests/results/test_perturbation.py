"""The published table keeps the rules that are said of it, and is made by the code that is published with it."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from consult.results import perturbation
from consult.results.perturbation import (
    FURTHEST,
    PUBLISHED,
    RAMP,
    REPEATED_ROWS,
    ROUNDING,
    TABLE_ROWS,
    THRESHOLD,
    VARIANCE,
    lines,
    published,
    share_shown,
)
from consult.results.tally import RECORD_KEYS

ALWAYS = THRESHOLD - 1 + RAMP
"""From this count on there is always a number."""

COUNTS = range(1, TABLE_ROWS + 1)


def moves(count: int) -> list[int]:
    """Return how far each key moves a count whose number is shown."""
    return [move for move in published()[count] if count + move >= THRESHOLD]


def test_the_published_file_is_what_its_code_makes() -> None:
    assert PUBLISHED.read_bytes() == "".join(lines()).encode()


def test_a_file_that_is_not_whole_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:

    monkeypatch.setattr(perturbation, "PUBLISHED", tmp_path / "cut.csv")
    perturbation.PUBLISHED.write_text("pcv,ckey,pvalue\n1,0,-1\n")
    with pytest.raises(ValueError, match="has 1 lines"):
        perturbation.published.__wrapped__()


def test_there_is_a_value_for_every_count_and_key() -> None:
    assert len(published()) == TABLE_ROWS + 1
    assert {len(row) for row in published()} == {RECORD_KEYS}


def test_nothing_is_shown_of_fewer_than_ten() -> None:
    assert all(set(published()[count]) == {-count} for count in range(THRESHOLD))


def test_a_number_is_ten_or_more_a_multiple_of_five_and_not_far_off_or_held_back() -> None:
    for count in range(THRESHOLD, TABLE_ROWS + 1):
        for move in published()[count]:
            assert move == -count or ((count + move) % ROUNDING == 0 and count + move >= THRESHOLD)
        assert max(map(abs, moves(count))) <= FURTHEST


def test_numbers_are_held_back_more_rarely_the_larger_the_count() -> None:
    shares = [len(moves(count)) for count in range(THRESHOLD - 1, ALWAYS + 1)]
    assert shares[0] == 0
    assert shares[-1] == RECORD_KEYS
    assert all(less < more for less, more in pairwise(shares))
    assert all(len(moves(count)) == RECORD_KEYS for count in range(ALWAYS, TABLE_ROWS + 1))


@pytest.mark.parametrize(("count", "share"), [(0, 0), (9, 0), (24, 1), (750, 1)])
def test_the_share_that_is_shown(count: int, share: float) -> None:
    assert share_shown(count) == pytest.approx(share)


def test_nothing_is_added_or_taken_off_on_average() -> None:
    assert all(abs(mean(moves(count))) <= 0.01 for count in range(ALWAYS, TABLE_ROWS + 1))
    # With few keys that show anything, the mean is as near as a whole number of keys can bring it.
    assert all(abs(sum(moves(count))) <= ROUNDING / 2 for count in range(THRESHOLD, ALWAYS))


def test_the_spread_is_as_stated() -> None:
    for count in range(ALWAYS, TABLE_ROWS + 1):
        assert mean(move**2 for move in moves(count)) == pytest.approx(VARIANCE, rel=0.06)


def test_no_spread_has_more_entropy() -> None:
    """Another way to spread a count, with the same mean and variance, has less: three values, ten apart."""
    for count in (50, 500):
        values = {move: moves(count).count(move) / RECORD_KEYS for move in moves(count)}
        entropy = -sum(share * math.log(share) for share in values.values())
        side = VARIANCE / 2 / 10**2
        three = -2 * side * math.log(side) - (1 - 2 * side) * math.log(1 - 2 * side)
        gaussian = 0.5 * math.log(2 * math.pi * math.e * VARIANCE / ROUNDING**2)
        assert three < entropy == pytest.approx(gaussian, abs=0.03)


def test_the_rows_that_serve_large_counts_follow_on_from_each_other() -> None:
    """After the last row comes the first of those that are used again, for a count of the same ending."""
    first = TABLE_ROWS - REPEATED_ROWS + 1
    assert (
        sorted(published()[first]) == sorted(published()[first + ROUNDING]) == sorted(published()[TABLE_ROWS - 4])
    )


def test_keys_do_not_move_neighbouring_counts_alike() -> None:
    """Were keys dealt out in order, a key would move all counts the same way."""
    for count in range(ALWAYS, TABLE_ROWS):
        pairs = list(zip(published()[count], published()[count + 1], strict=True))
        assert abs(mean(one * other for one, other in pairs)) < VARIANCE / 3
