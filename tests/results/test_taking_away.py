"""Nobody finds a number that is held back by taking away the numbers that are shown.

Every small campaign there can be is tabulated, and those that show the same are put together: what a reader of one
such page can know is what all campaigns behind it have in common.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from consult.packs.model import Pack
from consult.results.cell_key import publishable
from consult.results.complement import hold_back
from consult.results.protect import protect
from consult.results.protected import Protected
from consult.results.tally import RESPONSES, Tally
from tests.results.material import make_pack

World = tuple[int, ...]
"""How many chose each option; last, how many left the question out."""


def everything_shown(value: object) -> Hashable:
    """Return every number in what the results hold, wherever it stands, so that a new field is looked at too."""
    if isinstance(value, tuple):
        return tuple(everything_shown(part) for part in value)
    if is_dataclass(value) and not hasattr(value, "wording"):
        return tuple(everything_shown(getattr(value, part.name)) for part in fields(value))
    return value if isinstance(value, int) else None


@cache
def one_question(options: Sequence[str]) -> Pack:
    return make_pack(questions=("q1",), open_questions=(), options=options)


def page(world: World, options: Sequence[str]) -> Hashable:
    """Return the numbers on the page of a campaign with one question."""
    tallies = [Tally("q1", option, count, 0) for option, count in zip(options, world, strict=False)]
    results = protect(one_question(options), [Tally(RESPONSES, RESPONSES, sum(world), 0), *tallies])
    return everything_shown((results.responses, results.tables))


def pages(worlds: Iterable[World], options: Sequence[str]) -> dict[Hashable, list[World]]:
    """Return the campaigns behind each page."""
    behind: dict[Hashable, list[World]] = defaultdict(list)
    for world in worlds:
        behind[page(world, options)].append(world)
    return behind


@pytest.mark.parametrize(
    ("options", "sizes", "left_out"),
    [
        (("a", "b"), tuple(range(20)), tuple(range(24))),
        (("a", "b", "c"), (0, 1, 5, 9, 10, 12, 13, 17), tuple(range(34))),
    ],
)
def test_any_number_that_is_held_back_could_be_none(
    options: Sequence[str], sizes: Sequence[int], left_out: Sequence[int]
) -> None:
    small = len(options) * 9
    behind = pages(itertools.product(*[sizes] * len(options), left_out), options)
    looked_at = 0
    for worlds in behind.values():
        # Worlds near the edge of what was made have neighbours that were not made.
        inside = [world for world in worlds if world[-1] + small <= max(left_out) + 1]
        if inside:
            held = [at for at in range(len(options)) if publishable(inside[0][at], 0) is None]
            assert any(all(world[at] == 0 for at in held) for world in worlds)
            looked_at += bool(held)
    assert looked_at > 10


def test_why_a_question_has_no_total_of_its_own() -> None:
    """With one, rounded as everything else, some pages would have a single campaign behind them."""
    behind: dict[Hashable, list[World]] = defaultdict(list)
    for world in itertools.product(range(25), repeat=3):
        shown = [publishable(count, 0) for count in world]
        behind[*shown, publishable(sum(world), 0)].append(world)
    assert behind[10, 10, None, 35] == [(12, 12, 9)]


def least(count: Protected) -> int:
    """Return the smallest number that a reader must reckon with behind a count."""
    return 0 if count.value is None else max(10, count.value - 2)


def most(count: Protected) -> int:
    return 9 if count.value is None else count.value + 2


def room_beside(one: int, held: Sequence[int], bases: Sequence[Protected], *, shielded: bool) -> int:
    """Return how many people the other held back groups may have, if `one` is a small group."""
    others = [at for at in range(len(bases)) if at != one]
    shield = min(others, key=lambda at: bases[at].value or 0)
    if shielded and set(held) == {one, shield}:
        return most(bases[shield])
    return 9 * (len(held) - 1)


def someone_is_proved(
    counts: Sequence[Protected], bases: Sequence[Protected], left: int, *, shielded: bool
) -> bool:
    """Say whether a reader who knows the rules can prove that there is anybody in a group that has fewer than ten.

    `left` is what is sure to be left of everyone's number after those who said nothing about themselves.
    """
    groups = hold_back(counts, bases) if shielded else counts
    held = [at for at, count in enumerate(groups) if count.value is None]
    left -= sum(most(count) for count in groups if count.value is not None)
    return any(left > room_beside(at, held, bases, shielded=shielded) for at in held if counts[at].value is None)


def proved(shares: Sequence[float], *, shielded: bool) -> Counter[bool]:
    """Count the rows with a small group that do or do not prove anything, over invented campaigns.

    Everyone in them said which group is theirs, which is the worst case.
    """
    chance = random.Random(11)  # noqa: S311 - invented people, not a secret
    found: Counter[bool] = Counter()
    for _ in range(3000):
        size, groups = chance.randrange(40, 400), range(len(shares))
        people = Counter(
            zip(chance.choices(groups, shares, k=size), chance.choices("yn", (3, 7), k=size), strict=True)
        )
        bases = [Protected(count=people[at, "y"] + people[at, "n"], key_sum=0) for at in groups]
        counts = [Protected(count=people[at, "y"], key_sum=0) for at in groups]
        everyone = Protected(count=sum(people[at, "y"] for at in groups), key_sum=0)
        unstated = max(0, most(Protected(count=size, key_sum=0)) - sum(map(least, bases)))
        if any(count.value is None for count in counts):
            found[someone_is_proved(counts, bases, least(everyone) - unstated, shielded=shielded)] += 1
    return found


@pytest.mark.parametrize("shares", [(95, 5), (50, 50), (80, 20)])
def test_of_two_groups_neither_is_ever_proved_to_have_anyone(shares: Sequence[float]) -> None:
    assert proved(shares, shielded=True)[True] == 0


@pytest.mark.parametrize("shares", [(80, 15, 5), (40, 30, 30), (84, 8, 5, 3), (20, 20, 20, 10, 10, 10, 3, 3, 3)])
def test_of_more_groups_hardly_any_is(shares: Sequence[float]) -> None:
    found = proved(shares, shielded=True)
    assert found[True] < found[False] / 100


def test_without_a_second_number_held_back_many_would_be() -> None:
    found = proved((50, 50), shielded=False)
    assert found[True] > found[False] / 100
