"""The differ: how often a reader of every number tells the one answer that they do not know.

`python -m tests.proofs.differ` prints the table. The attacker knows everybody's answers but one person's, all code,
the published table, and when the person came; everything but the record keys. They see every number before and
after the person came, in all views. Their guess is the likeliest answer, so nobody who sees the same does better.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from consult.results.advancing import is_due
from consult.results.perturbation import RAMP, THRESHOLD
from tests.proofs.differ_attack import (
    Outcome,
    guess,
    keys_kept,
    read,
    with_noise,
    with_person,
    without_noise,
)
from tests.proofs.differ_bound import bound
from tests.results.many import Numbers, rounded

VIEWS = 8
"""Everyone, the four questions about the person that the largest pack asks, the language, the way, the version."""

ANSWERS = 4
ARRIVALS = 100_000
CAMPAIGNS = 10_000
WHOLE = 1_000
"""How many responses a whole campaign has."""

Sizes = Sequence[tuple[int, int]]


class Line(NamedTuple):
    """One line of the table: a case, how the attacker fared, and what was to be expected."""

    case: str
    arrivals: int
    chance: float
    outcome: Outcome
    bound: float | None


def campaigns(random: np.random.Generator, sizes: Sizes, arrivals: int) -> Numbers:
    """Return invented counts: after each reading, the others who came by then, in groups of at least a fifth.

    `sizes` gives, for each reading, from how many to how many responses everyone's view has.
    """
    leaning = random.dirichlet(np.ones(ANSWERS), arrivals)
    share = np.concatenate([np.ones((arrivals, 1)), random.uniform(0.2, 1, (arrivals, VIEWS - 1))], axis=1)
    counts: list[Numbers] = []
    before = np.zeros((arrivals, VIEWS), dtype=np.int64)
    for least, most in sizes:
        size = np.maximum((random.integers(least, most + 1, (arrivals, 1)) * share).astype(np.int64), before)
        new = random.multinomial(size - before, leaning[:, None, :])
        counts.append(new + (counts[-1] if counts else 0))
        before = size
    return np.array(counts)


def readings(*, after: int, before: int = 0) -> list[tuple[int, int]]:
    """Return after how many responses the numbers move, in a campaign that nobody leaves."""
    found, since = [], 0
    for count in range(before + 1, after + 1):
        since += 1
        if is_due(since, count - since):
            found.append((count - 1, count - 1))
            since = 0
    return found


def tenth_by_tenth() -> list[tuple[int, int]]:
    """Return the same if ten more were always enough."""
    return [(count - 1, count - 1) for count in range(10, WHOLE + 1, 10)]


def attack(random: np.random.Generator, others: Numbers, *, among: int = 2, noise: bool = True) -> Outcome:
    """Return how often the attacker tells which of the first answers the person gave."""
    given = random.integers(0, among, (others.shape[1],))
    counts = with_person(others, given)
    if noise:
        speaks = with_noise(read(counts, random), others, among)
    else:
        speaks = without_noise(rounded(counts), others, among)
    return Outcome.of((guess(speaks, random) == given).astype(np.int64))


def whether_answered(random: np.random.Generator, others: Numbers) -> Outcome:
    """Return how often the attacker tells whether the person gave a certain answer or left the question out."""
    given = -random.integers(0, 2, (others.shape[1],))
    speaks = with_noise(read(with_person(others, given), random), others, 1)[:, 0]
    return Outcome.of(((speaks > 0) == (given == 0)).astype(np.int64))


def withdrawal(random: np.random.Generator, others: Numbers) -> Outcome:
    """Return how often a watcher tells the answer of a person who comes with one reading and leaves by the next."""
    given = random.integers(0, 2, (others.shape[1],))
    values = np.array([read(with_person(others[:1], given), random)[0], read(others[1:2], random)[0]])
    # What was read after the person had gone says nothing about the person.
    speaks = with_noise(values[:1], others[:1], 2)
    return Outcome.of((guess(speaks, random) == given).astype(np.int64))


def most_telling(random: np.random.Generator) -> int:
    """Return the count at which an attacker learns most, if every number is brought there."""
    counts = range(THRESHOLD - 1, 2 * (THRESHOLD + RAMP))
    trials = CAMPAIGNS // 5
    found = [attack(random, np.full((1, trials, VIEWS, 2), count)).success for count in counts]
    return counts[found.index(max(found))]


def lines(random: np.random.Generator) -> Iterator[Line]:
    """Return the lines of the table, the method's own first."""
    usual = campaigns(random, [(40, WHOLE)], ARRIVALS)
    one = bound(2 * VIEWS)
    yield Line("one of two answers", ARRIVALS, 0.5, attack(random, usual), one)
    of_four, limit = attack(random, usual, among=ANSWERS), bound(2 * VIEWS, answers=ANSWERS)
    yield Line("one of four answers", ARRIVALS, 1 / ANSWERS, of_four, limit)
    yield Line("an answer or none", ARRIVALS, 0.5, whether_answered(random, usual), bound(VIEWS))
    small = campaigns(random, [(10, 60)], ARRIVALS)
    yield Line("in small campaigns", ARRIVALS, 0.5, attack(random, small), one)
    chosen = np.full((1, ARRIVALS, VIEWS, ANSWERS), most_telling(random))
    yield Line("nine of ten are the attacker's own", ARRIVALS, 0.5, attack(random, chosen), one)
    leaving = campaigns(random, [(40, WHOLE), (WHOLE, WHOLE)], ARRIVALS)
    yield Line("comes, and takes it back", ARRIVALS, 0.5, withdrawal(random, leaving), one)
    yield from over_time(random)
    yield from without(random, usual)


def over_time(random: np.random.Generator) -> Iterator[Line]:
    """Return how attackers fare who keep every page."""
    moves = readings(after=WHOLE)
    for case, sizes in (
        ("the first two readings", moves[:2]),
        ("the first five readings", moves[:5]),
        (f"all {len(moves)} readings up to {WHOLE} responses", moves),
    ):
        outcome = attack(random, campaigns(random, sizes, CAMPAIGNS))
        yield Line(case, CAMPAIGNS, 0.5, outcome, bound(2 * VIEWS * len(sizes)))


def without(random: np.random.Generator, usual: Numbers) -> Iterator[Line]:
    """Return how the same attackers fare where a part of the method is missing."""
    yield Line("WITHOUT noise, only rounded", ARRIVALS, 0.5, attack(random, usual, noise=False), None)
    release = campaigns(random, [(40, WHOLE)], CAMPAIGNS)
    came = random.multinomial(9, np.full(ANSWERS, 1 / ANSWERS), (1, CAMPAIGNS, VIEWS))
    given = random.integers(0, ANSWERS, CAMPAIGNS)
    kept = keys_kept(release, release + came, given, random)
    yield Line("WITHOUT new keys, one of four answers", CAMPAIGNS, 1 / ANSWERS, kept, None)
    often = campaigns(random, tenth_by_tenth(), CAMPAIGNS // 4)
    yield Line("WITHOUT rarer moves, every tenth", CAMPAIGNS // 4, 0.5, attack(random, often), None)


def report(found: Sequence[Line]) -> str:
    """Return the table as text."""
    rows = [f"{'what is guessed':45}{'arrivals':>9}{'chance':>8}{'success':>9}{'± 95%':>7}{'bound':>8}"]
    for line in found:
        most = f"{line.bound:8.1%}" if line.bound else "    none"
        share = f"{line.outcome.success:9.1%}{line.outcome.margin:7.1%}"
        rows.append(f"{line.case:45}{line.arrivals:9,}{line.chance:8.0%}{share}{most}")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report(list(lines(np.random.default_rng()))))
