import pandas as pd
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table
from cell_key_perturbation.utils.generate_test_ptable import generate_ptable_10_5_rule
from hypothesis import given
from hypothesis import strategies as st

from consult.results.cell_key import ROUNDING, TABLE_ROWS, TEN_FIVE, THRESHOLD, perturb, publishable, table_row
from consult.results.tally import RECORD_KEYS


def test_the_table_is_the_references_own_cell_by_cell() -> None:
    reference = generate_ptable_10_5_rule(max_pcv=TABLE_ROWS, key_range=RECORD_KEYS - 1)
    ours = [value for row in TEN_FIVE[1:] for value in row]
    assert ours == reference["pvalue"].tolist()


def test_an_empty_cell_is_left_as_it_is() -> None:
    assert set(TEN_FIVE[0]) == {0}


@pytest.mark.parametrize(
    ("count", "row"),
    [(0, 0), (1, 1), (750, 750), (751, 501), (1000, 750), (1001, 501), (100_001, 501), (1_000_000, 750)],
)
def test_counts_past_the_tables_end_use_its_last_rows_again(count: int, row: int) -> None:
    assert table_row(count) == row


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, None),
        (1, None),
        (7, None),
        (8, None),
        (9, None),
        (10, 10),
        (11, 10),
        (12, 10),
        (13, 15),
        (14, 15),
        (15, 15),
        (17, 15),
        (18, 20),
        (749, 750),
        (750, 750),
        (751, 750),
        (752, 750),
        (753, 755),
        (1_000_000, 1_000_000),
        (1_000_003, 1_000_005),
    ],
)
def test_the_rule_at_its_edges(count: int, shown: int | None) -> None:
    assert publishable(count, key_sum=count * 100) == shown


@given(count=st.integers(0, 10**9), key_sum=st.integers(0, 10**12))
def test_whatever_is_published_is_ten_or_more_rounded_and_at_most_two_away(count: int, key_sum: int) -> None:
    shown = publishable(count, key_sum)
    if count < THRESHOLD:
        assert shown is None
    else:
        assert shown is not None
        assert shown >= THRESHOLD
        assert shown % ROUNDING == 0
        assert abs(shown - count) <= ROUNDING // 2


def test_a_count_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        perturb(-1, 0, TEN_FIVE)


def test_the_cell_key_is_used_as_the_reference_uses_it() -> None:
    """In the table of the 10–5 rule every key has the same value, so a noisy table has to show this."""
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
    ours = [publishable(size, int(sums[size]), table) for size in sizes]
    assert ours == [None if pd.isna(shown) else shown for shown in reference["count"]]
    assert len({perturb(size, int(sums[size]), table) - size for size in sizes}) > 3
