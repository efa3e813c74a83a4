"""The strongest attacker: who knows everybody's answers but one person's, and reads every number.

Arrays of counts have four axes: the readings (one after each time that the numbers move), the arrivals that are
simulated, the views (everyone, and the person's own group in each breakdown), and the answers to one question. The
other questions, and the groups that the person is not in, say nothing about this answer.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from tests.results.many import Chances, Numbers, likelihood, rounded, shown

Likelihood = Callable[[Numbers, Numbers], Chances]
_IMPOSSIBLE = 1e-300


class Outcome(NamedTuple):
    """How often a guess was right, with half the width of its 95% confidence interval."""

    success: float
    margin: float

    @classmethod
    def of(cls, right: Numbers) -> Outcome:
        """Return the outcome of so many guesses, 1 for each that was right."""
        success = float(right.mean())
        return cls(success, 1.96 * math.sqrt(success * (1 - success) / len(right)))


def with_person(others: Numbers, given: Numbers) -> Numbers:
    """Return the counts with one more for the answer that each person gave; below zero for none."""
    answers = np.arange(others.shape[-1])
    return np.asarray(others + (answers == given[:, None])[None, :, None, :])


def read(counts: Numbers, random: np.random.Generator) -> Numbers:
    """Return what is shown of counts: each reading of each number with a key drawn anew."""
    return shown(counts, random.integers(0, 256, counts.shape))


def with_noise(values: Numbers, others: Numbers, among: int, like: Likelihood = likelihood) -> Chances:
    """Return for each arrival how much the values speak for each of the first `among` answers, as a logarithm."""
    values, others = values[..., :among], others[..., :among]
    speaks = _log(like(values, others + 1)) - _log(like(values, others))
    return np.asarray(speaks.sum(axis=(0, 2)))


def without_noise(values: Numbers, others: Numbers, among: int) -> Chances:
    """Return the same where numbers are only rounded."""
    return with_noise(values, others, among, lambda seen, counts: (rounded(counts) == seen).astype(float))


def guess(speaks: Chances, random: np.random.Generator) -> Numbers:
    """Return the likeliest answer; among equals, any."""
    return np.asarray((speaks + random.uniform(0, 1e-9, speaks.shape)).argmax(axis=1))


def keys_kept(before: Numbers, others: Numbers, given: Numbers, random: np.random.Generator) -> Outcome:
    """Return how an attacker would fare against numbers that keep their keys until somebody comes.

    `before` and `others` are the counts without the person, before and after one release. A number to which nobody
    else came stays as it was unless the person is in it.
    """
    after = with_person(others, given)
    key = random.integers(0, 256, before.shape)
    came = after > before
    first, second = shown(before, key), shown(after, np.where(came, random.integers(0, 256, key.shape), key))
    quiet = others == before
    without = np.where(quiet, (first == second).astype(float), likelihood(second, others))
    speaks = (_log(likelihood(second, others + 1)) - _log(without)).sum(axis=(0, 2))
    return Outcome.of((guess(speaks, random) == given).astype(np.int64))


def _log(chances: Chances) -> Chances:
    return np.asarray(np.log(np.maximum(chances, _IMPOSSIBLE)))
