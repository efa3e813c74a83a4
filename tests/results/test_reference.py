"""Every number that we show is the one that the Office for National Statistics' own package gives.

It is given our published table, and also its own, the 10–5 rule, which only rounds.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout

import numpy as np
import pandas as pd
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table
from cell_key_perturbation.utils.generate_test_ptable import generate_ptable_10_5_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.results import cell_key
from consult.results.perturbation import PUBLISHED, TABLE_ROWS, PerturbationTable
from consult.results.protect import Results, protect
from consult.results.tables import Table
from consult.results.tally import RECORD_KEYS, RESPONSES, Tally
from tests.results.material import AGREEMENT, make_pack

_PLACES = ("north", "south", "")
_PTABLES = {"ours": pd.read_csv(PUBLISHED), "theirs": generate_ptable_10_5_rule()}
_PACK = make_pack(questions=("q1",), open_questions=(), options=AGREEMENT, groups=_PLACES[:2])


@contextmanager
def using(name: str) -> Iterator[pd.DataFrame]:
    """Let the product use a table, and yield it as the reference takes it. Our own is used as it is published."""
    with pytest.MonkeyPatch.context() as patch:
        if name != "ours":
            patch.setattr(cell_key, "published", lambda: as_ours(_PTABLES[name]))
        yield _PTABLES[name]


def as_ours(ptable: pd.DataFrame) -> PerturbationTable:
    """Return the reference's form of a table in ours."""
    return [[0] * RECORD_KEYS, *ptable["pvalue"].to_numpy().reshape(TABLE_ROWS, RECORD_KEYS).tolist()]


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


def reference(people: pd.DataFrame, ptable: pd.DataFrame) -> dict[str, int | None]:
    """Return the reference's count for each option; an option that nobody chose is not in its table."""
    with redirect_stdout(io.StringIO()):  # it says at every call how it went
        table = create_perturbed_table(people, ptable, [], ["option"], "record_key")
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
    name=st.sampled_from(sorted(_PTABLES)),
    seed=st.integers(0, 2**32 - 1),
    size=st.one_of(st.integers(1, 60), st.integers(700, 1100), st.integers(1, 6000)),
    shares=st.tuples(*[st.floats(0, 1)] * len(AGREEMENT)),
)
def test_every_cell_agrees(name: str, seed: int, size: int, shares: tuple[float, ...]) -> None:
    people = invent(seed, size, shares)
    groups = {place: people[people["place"] == place] for place in _PLACES[:2]}
    with using(name) as ptable:
        results = protect(_PACK, tallied(people))
        assert shown(results.tables[0]) == reference(people, ptable)
        expected = {place: reference(there, ptable) if len(there) else {} for place, there in groups.items()}
        ours = {place: shown(table) for place, table in by_place(results).items()}
    for option in AGREEMENT:
        agrees_or_shields(
            [expected[place].get(option) for place in groups], [ours[place][option] for place in groups]
        )


@pytest.mark.parametrize("name", _PTABLES)
def test_the_references_own_breakdown_agrees(name: str) -> None:
    people = invent(7, 4000, (0.6, 0.3, 0.099, 0.001))
    with using(name) as ptable:
        table = create_perturbed_table(people, ptable, ["place"], ["option"], "record_key")
        ours = {place: shown(table) for place, table in by_place(protect(_PACK, tallied(people))).items()}
    expected = {
        (row["place"], row["option"]): None if pd.isna(row["count"]) else int(row["count"])
        for _, row in table.iterrows()
        if row["place"]
    }
    for option in AGREEMENT:
        agrees_or_shields(
            [expected.get((place, option)) for place in ours], [ours[place][option] for place in ours]
        )


@pytest.mark.parametrize("name", _PTABLES)
@pytest.mark.parametrize("size", [9, 10, 17, 23, 24, 750, 751, 1000, 1001, 1_000_000])
def test_a_cell_of_any_size_agrees(size: int, name: str) -> None:
    people = pd.DataFrame({"option": "yes", "record_key": np.arange(size) * 7 % RECORD_KEYS, "place": ""})
    with using(name) as ptable:
        assert shown(protect(_PACK, tallied(people)).tables[0]) == reference(people, ptable)


@pytest.mark.parametrize("name", _PTABLES)
def test_the_number_of_responses_agrees(name: str) -> None:
    keys = np.arange(1234) * 11 % RECORD_KEYS
    people = pd.DataFrame({"option": "yes", "record_key": keys})
    with using(name) as ptable:
        expected = create_perturbed_table(people, ptable, [], ["option"], "record_key")["count"].item()
        tally = Tally(RESPONSES, RESPONSES, 1234, int(keys.sum()))
        assert protect(_PACK, [tally]).responses.value == expected


def test_the_two_tables_do_not_give_the_same() -> None:
    people = invent(7, 4000, (0.6, 0.3, 0.09, 0.01))
    assert reference(people, _PTABLES["ours"]) != reference(people, _PTABLES["theirs"])
