"""No table for everyone proves that there is anybody behind a number that is held back.

Every small campaign there can be is tabulated with the real code, and then again with everyone who is behind a
held back number moved to those who left the question out. Nothing that is shown may change: then a reader cannot
tell one campaign from the other. Breakdowns are looked at in `test_many_tables.py`.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from consult.packs.model import Pack
from consult.results.cell_key import publishable
from consult.results.protect import Results, protect
from consult.results.tables import Table
from consult.results.tally import RECORD_KEYS, RESPONSES, Tally
from tests.dice import dice
from tests.results.material import make_pack

World = tuple[int, ...]
"""How many chose each option; last, how many left the question out."""


def everything_shown(value: object) -> Hashable:
    """Return every number in what the results hold, wherever it stands, so that a new field is looked at too."""
    if isinstance(value, tuple):
        return tuple(everything_shown(part) for part in value)
    if isinstance(value, Table):
        parts = [getattr(value, name) for name in ("rows", "base", "answered", "answered_percent")]
        assert {field.name for field in fields(value)} == {"question_id", "question", "rows", "base"}
        return tuple(everything_shown(part) for part in parts)
    if is_dataclass(value) and not hasattr(value, "wording"):
        return tuple(everything_shown(getattr(value, part.name)) for part in fields(value))
    return value if isinstance(value, int) else None


@cache
def one_question(options: Sequence[str]) -> Pack:
    return make_pack(questions=("q1",), open_questions=(), options=options)


def results(world: World, options: Sequence[str], keys: Sequence[int]) -> Results:
    """Return the results of a campaign with one question. The last key is that of the responses."""
    tallies = [Tally("q1", *cell) for cell in zip(options, world, keys, strict=False)]
    return protect(one_question(options), [Tally(RESPONSES, RESPONSES, sum(world), keys[-1]), *tallies])


def page(world: World, options: Sequence[str], keys: Sequence[int]) -> Hashable:
    shown = results(world, options, keys)
    return everything_shown((shown.responses, shown.tables))


def moved(world: World, keys: Sequence[int]) -> World:
    """Return the campaign in which nobody is behind a number that is held back."""
    kept = [
        count if publishable(count, key) is not None else 0
        for count, key in zip(world[:-1], keys[:-1], strict=True)
    ]
    return (*kept, world[-1] + sum(world[:-1]) - sum(kept))


@pytest.mark.parametrize(
    ("options", "sizes", "left_out"),
    [
        (("a", "b"), tuple(range(27)), (0, 1, 9, 10, 23)),
        (("a", "b", "c"), (0, 1, 5, 9, 10, 12, 17, 23, 24, 40), (0, 7, 30)),
    ],
)
def test_any_number_that_is_held_back_could_be_none(
    options: Sequence[str], sizes: Sequence[int], left_out: Sequence[int]
) -> None:
    draw = dice(5)
    looked_at = 0
    for world in itertools.product(*[sizes] * len(options), left_out):
        keys = [draw.randrange(RECORD_KEYS) for _ in world]
        other = moved(world, keys)
        assert page(world, options, keys) == page(other, options, keys)
        looked_at += other != world
    assert looked_at > 1000


def test_a_total_of_its_own_would_prove_that_somebody_is_there() -> None:
    """Which is why how many answered is the sum of what is shown, and no number of its own."""
    keys = [0, 0, 0]
    world = (40, 9, 30)
    shown = results(world, ("a", "b"), keys).tables[0]
    assert shown.rows[1].count.value is None
    assert shown.answered == (shown.rows[0].count.value, True)
    totals = {publishable(sum(world[:-1]), key) for key in range(RECORD_KEYS)}
    without = {publishable(world[0], key) for key in range(RECORD_KEYS)}
    assert totals - without
