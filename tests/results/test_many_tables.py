"""A million random tables, each with an option's number in everyone and in every group, at once.

The arrays follow the same rules as the product; the last tests hold them to the product's own code.
"""

from __future__ import annotations

import numpy as np
import pytest

from consult.results.cell_key import counts_behind, publishable
from consult.results.complement import hold_back
from consult.results.perturbation import RAMP, ROUNDING, THRESHOLD
from consult.results.protected import Protected
from consult.results.tally import RECORD_KEYS
from tests.results.many import HELD, Numbers, rows_of, shown

TABLES = 1_000_000
AT_ONCE = 100_000
LARGEST = 1_500
MOST_HELD = THRESHOLD + RAMP - 2
"""The largest count that is ever held back."""

_VALUES = range(THRESHOLD, LARGEST + 100, ROUNDING)
_BEHIND = [(0, MOST_HELD)] * (THRESHOLD // ROUNDING) + [counts_behind(value) for value in _VALUES]
LEAST: Numbers = np.array([least for least, _most in _BEHIND])
MOST: Numbers = np.array([most for _least, most in _BEHIND])


class Tables:
    """Random tables: `groups` are true counts by table and group, `all_of` those of all in a group."""

    def __init__(self, random: np.random.Generator, how_many: int, groups: int) -> None:
        scale = np.exp(random.uniform(0, np.log(LARGEST / groups), (how_many, groups)))
        self.all_of: Numbers = random.poisson(scale)
        self.groups: Numbers = random.binomial(self.all_of, random.uniform(0, 1, (how_many, 1)))
        self.everyone: Numbers = self.groups.sum(axis=1)
        keys = random.integers(0, RECORD_KEYS, (3, how_many, groups))
        self.everyone_shown = shown(self.everyone, keys[2, :, 0])
        self.bases = shown(self.all_of, keys[0])
        self.before = shown(self.groups, keys[1])
        self.shown = hidden_twice(self.before, self.bases)


def hidden_twice(values: Numbers, bases: Numbers) -> Numbers:
    """Return the values of each table's groups with a second one held back wherever only one is."""
    alone = ((values == HELD).sum(axis=1) == 1)[:, None]
    smallest = np.where(values == HELD, 10**9, bases).argmin(axis=1)
    is_smallest = np.arange(values.shape[1]) == smallest[:, None]
    return np.where(alone & is_smallest, HELD, values)


def least(values: Numbers) -> Numbers:
    return np.asarray(LEAST[values // ROUNDING])


def most(values: Numbers) -> Numbers:
    return np.asarray(MOST[values // ROUNDING])


def could_be(tables: Tables) -> tuple[Numbers, Numbers]:
    """Return the smallest and largest count that each held back number can have, for a reader who knows the rules.

    The reader also knows that everyone belongs to a group, which is the worst case.
    """
    held = tables.shown == HELD
    room = np.where(tables.bases == HELD, MOST_HELD, most(tables.bases))
    # Where two are held back, either may be one that only shields the other.
    highest = np.where((held.sum(axis=1) == 2)[:, None], room, MOST_HELD)
    up_to = np.where(held, highest, most(tables.shown))
    from_on = np.where(held, 0, least(tables.shown))
    lower = least(tables.everyone_shown)[:, None] - (up_to.sum(axis=1)[:, None] - up_to)
    upper = most(tables.everyone_shown)[:, None] - (from_on.sum(axis=1)[:, None] - from_on)
    return np.maximum(lower, from_on), np.minimum(upper, up_to)


@pytest.fixture(scope="module")
def found() -> dict[str, int]:
    """Count what is to be looked at, over all tables."""
    random = np.random.default_rng(2026)
    counted = dict.fromkeys(("tables", "under ten", "held", "exact", "proved", "alone"), 0)
    for at in range(TABLES // AT_ONCE):
        tables = Tables(random, AT_ONCE, groups=2 + at % 5)
        lower, upper = could_be(tables)
        small = (tables.shown == HELD) & (tables.groups < THRESHOLD) & (tables.groups > 0)
        is_shown = tables.shown != HELD
        assert (tables.shown[is_shown] % ROUNDING == 0).all()
        assert (lower <= np.where(is_shown, lower, tables.groups)).all()
        assert (upper >= np.where(is_shown, upper, tables.groups)).all()
        counted["tables"] += AT_ONCE
        counted["under ten"] += int((is_shown & ((tables.groups < THRESHOLD) | (tables.shown < THRESHOLD))).sum())
        counted["held"] += int(small.sum())
        counted["exact"] += int((small & (lower == upper)).sum())
        counted["proved"] += int((small & (lower > 0)).sum())
        counted["alone"] += int(((tables.shown == HELD).sum(axis=1) == 1).sum())
    return counted


def test_a_million_tables_were_looked_at(found: dict[str, int]) -> None:
    assert found["tables"] == TABLES
    assert found["held"] > TABLES / 10


def test_nothing_under_ten_is_shown_nor_of_fewer_than_ten(found: dict[str, int]) -> None:
    assert found["under ten"] == 0


def test_no_group_is_held_back_alone(found: dict[str, int]) -> None:
    assert found["alone"] == 0


def test_no_held_back_number_is_found_by_taking_away(found: dict[str, int]) -> None:
    assert found["exact"] == 0


def test_it_is_never_even_proved_that_somebody_is_there(found: dict[str, int]) -> None:
    assert found["proved"] == 0


def test_the_arrays_show_what_the_product_shows() -> None:
    random = np.random.default_rng(3)
    counts = np.concatenate([np.arange(2_000), random.integers(0, 10**7, 2_000)])
    keys = random.integers(0, 10**9, len(counts))
    ours = [publishable(int(count), int(key)) or HELD for count, key in zip(counts, keys, strict=True)]
    assert shown(counts, keys).tolist() == ours
    assert rows_of(np.array([750, 751, 1_000, 1_001])).tolist() == [750, 501, 750, 501]


def test_the_arrays_hold_back_what_the_product_holds_back() -> None:
    random = np.random.default_rng(4)
    for groups in (2, 3, 6):
        counts, bases = random.integers(0, 60, (2, 300, groups))
        keys = random.integers(0, RECORD_KEYS, (2, 300, groups))
        ours = hidden_twice(shown(counts, keys[0]), shown(bases, keys[1]))
        for row in range(300):
            given = [
                [Protected(count=int(count), key_sum=int(key)) for count, key in zip(*cells, strict=True)]
                for cells in ((counts[row], keys[0, row]), (bases[row], keys[1, row]))
            ]
            assert [count.value or HELD for count in hold_back(*given)] == ours[row].tolist()
