import pandas as pd
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table
from cell_key_perturbation.utils.generate_test_ptable import generate_ptable_10_5_rule
from hypothesis import given
from hypothesis import strategies as st

from consult.results.cell_key import counts_behind, perturb, publishable, table_row
from consult.results.perturbation import (
    FURTHEST,
    RAMP,
    ROUNDING,
    TABLE_ROWS,
    THRESHOLD,
    published,
)
from consult.results.tally import RECORD_KEYS


@pytest.mark.parametrize(
    ("count", "row"),
    [(0, 0), (1, 1), (750, 750), (751, 501), (1000, 750), (1001, 501), (100_001, 501), (1_000_000, 750)],
)
def test_counts_past_the_tables_end_use_its_last_rows_again(count: int, row: int) -> None:
    assert table_row(count) == row


@given(count=st.one_of(st.integers(0, 40), st.integers(0, 10**9)), key_sum=st.integers(0, 10**12))
def test_whatever_is_published_is_ten_or_more_of_ten_or_more_a_multiple_of_five_and_near(
    count: int, key_sum: int
) -> None:
    shown = publishable(count, key_sum)
    if shown is None:
        assert count < THRESHOLD + RAMP - 1
    else:
        assert count >= THRESHOLD
        assert shown >= THRESHOLD
        assert shown % ROUNDING == 0
        assert abs(shown - count) <= FURTHEST


@pytest.mark.parametrize("count", [9, 10, 23, 24, 750, 751, 100_000])
def test_keys_that_are_the_same_but_for_whole_rounds_give_the_same(count: int) -> None:
    for key in range(RECORD_KEYS):
        assert publishable(count, key) == publishable(count, key + 3 * RECORD_KEYS)


def test_a_count_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        perturb(-1, 0, published())


@pytest.mark.parametrize("value", [10, 15, 40, 745, 755, 1005])
def test_the_counts_behind_a_number_are_those_that_can_show_it(value: int) -> None:
    can = [
        count for count in range(value + 100) if any(publishable(count, key) == value for key in range(RECORD_KEYS))
    ]
    assert counts_behind(value) == (min(can), max(can))


def test_a_number_that_is_never_shown_has_no_counts_behind_it() -> None:
    with pytest.raises(ValueError, match="empty"):
        counts_behind(12)


def test_the_cell_key_is_used_as_the_reference_uses_it_with_any_table() -> None:
    noisy = generate_ptable_10_5_rule()
    noisy["pvalue"] = (noisy["pcv"] * 7 + noisy["ckey"] * 13) % 11 - 5
    table = [[0] * RECORD_KEYS, *noisy["pvalue"].to_numpy().reshape(TABLE_ROWS, RECORD_KEYS).tolist()]
    sizes = [1, 4, 9, 10, 11, 249, 250, 501, 750, 751, 753, 1000, 1001, 2499]
    people = pd.DataFrame(
        [
            {"option": size, "record_key": (size * 31 + at * at * 17) % RECORD_KEYS}
            for size in sizes
            for at in range(size)
        ]
    )
    reference = create_perturbed_table(people, noisy, [], ["option"], "record_key")
    sums = people.groupby("option")["record_key"].sum()
    ours = [perturb(size, int(sums[size]), table) for size in sizes]
    assert [count if count >= THRESHOLD else None for count in ours] == [
        None if pd.isna(shown) else shown for shown in reference["count"]
    ]
    assert len({count - size for count, size in zip(ours, sizes, strict=True)}) > 3
