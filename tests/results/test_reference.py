"""Every number that we show is the one that the Office for National Statistics' own package gives."""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import redirect_stdout

import numpy as np
import pandas as pd
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table
from cell_key_perturbation.utils.generate_test_ptable import generate_ptable_10_5_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.results.protect import Results, protect
from consult.results.tables import Table
from consult.results.tally import RECORD_KEYS, Tally
from tests.results.material import AGREEMENT, make_pack, responses

_PLACES = ("north", "south", "")
_PTABLE = generate_ptable_10_5_rule()
_PACK = make_pack(questions=("q1",), open_questions=(), options=AGREEMENT, groups=_PLACES[:2])


def invent(seed: int, size: int, shares: Iterable[float]) -> pd.DataFrame:
    """Return microdata: one row for each answer to the question, with a place, or none, and a record key."""
    random = np.random.default_rng(seed)
    weights = np.array(list(shares)) + 1e-9
    return pd.DataFrame(
        {
            "option": random.choice(AGREEMENT, size, p=weights / weights.sum()),
            "place": random.choice(_PLACES, size, p=[0.7, 0.2, 0.1]),
            "record_key": random.integers(0, RECORD_KEYS, size),
        }
    )


def tallied(people: pd.DataFrame) -> list[Tally]:
    """Return the tallies that the store would keep of these people."""
    overall = people.groupby("option")["record_key"].agg(["size", "sum"])
    placed = people[people["place"] != ""].groupby(["place", "option"])["record_key"].agg(["size", "sum"])
    return [
        *(Tally("q1", option, int(size), int(keys)) for option, size, keys in overall.itertuples()),
        *(
            Tally("q1", option, int(size), int(keys), "place", place)
            for (place, option), size, keys in placed.itertuples()
        ),
    ]


def shown(table: Table) -> dict[str, int | None]:
    return {row.option: row.count.value for row in table.rows}


def reference(people: pd.DataFrame) -> dict[str, int | None]:
    """Return the reference's count for each option; an option that nobody chose is not in its table."""
    with redirect_stdout(io.StringIO()):  # it says at every call how it went
        table = create_perturbed_table(people, _PTABLE, [], ["option"], "record_key")
    counts = {row["option"]: None if pd.isna(row["count"]) else int(row["count"]) for _, row in table.iterrows()}
    return dict.fromkeys(AGREEMENT) | counts


def by_place(results: Results) -> dict[str, Table]:
    breakdown = results.by("place")
    assert breakdown is not None
    return {group.value: group.tables[0] for group in breakdown.groups}


def agrees_or_shields(expected: list[int | None], ours: list[int | None]) -> None:
    """Check one option in every group: the reference's numbers, with a second held back where one is."""
    more = [at for at, count in enumerate(ours) if count is None and expected[at] is not None]
    assert len(more) == (expected.count(None) == 1)
    assert [count for at, count in enumerate(ours) if at not in more] == [
        count for at, count in enumerate(expected) if at not in more
    ]


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.one_of(st.integers(1, 60), st.integers(700, 1100), st.integers(1, 6000)),
    shares=st.tuples(*[st.floats(0, 1)] * len(AGREEMENT)),
)
def test_every_cell_agrees(seed: int, size: int, shares: tuple[float, ...]) -> None:
    people = invent(seed, size, shares)
    results = protect(_PACK, tallied(people))
    assert shown(results.tables[0]) == reference(people)
    groups = {place: people[people["place"] == place] for place in _PLACES[:2]}
    expected = {place: reference(there) if len(there) else {} for place, there in groups.items()}
    ours = {place: shown(table) for place, table in by_place(results).items()}
    for option in AGREEMENT:
        agrees_or_shields(
            [expected[place].get(option) for place in groups], [ours[place][option] for place in groups]
        )


def test_the_references_own_breakdown_agrees() -> None:
    people = invent(7, 4000, (0.6, 0.3, 0.099, 0.001))
    table = create_perturbed_table(people, _PTABLE, ["place"], ["option"], "record_key")
    expected = {
        (row["place"], row["option"]): None if pd.isna(row["count"]) else int(row["count"])
        for _, row in table.iterrows()
        if row["place"]
    }
    ours = {place: shown(table) for place, table in by_place(protect(_PACK, tallied(people))).items()}
    for option in AGREEMENT:
        agrees_or_shields(
            [expected.get((place, option)) for place in ours], [ours[place][option] for place in ours]
        )


@pytest.mark.parametrize("size", [9, 10, 750, 751, 1000, 1001, 1_000_000])
def test_a_cell_of_any_size_agrees(size: int) -> None:
    people = pd.DataFrame({"option": "yes", "record_key": np.arange(size) * 7 % RECORD_KEYS, "place": ""})
    assert shown(protect(_PACK, tallied(people)).tables[0]) == reference(people)


def test_the_number_of_responses_agrees() -> None:
    people = pd.DataFrame({"option": "yes", "record_key": np.arange(1234) * 11 % RECORD_KEYS})
    expected = create_perturbed_table(people, _PTABLE, [], ["option"], "record_key")["count"].item()
    assert protect(_PACK, [responses(1234)]).responses.value == expected
