"""Putting two answers of one person together, by every feature alone and by the best combination of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tests.proofs.linker.chances import Interval, Scores, closeness, hits, interval, normal_tail, tail
from tests.proofs.linker.dump import Dump
from tests.proofs.linker.features import Eye, Feature, Ids
from tests.proofs.linker.people import WHOLE, Person

TOGETHER = "all of these together"
"""The combination: weights are learned from one half of the people, and tried on the other."""

Pick = Callable[[Person], bytes]


def record_of(question: str) -> Pick:
    """Return how to find the id of a person's record on a question."""
    return lambda person: person.records[question]


def comment_on(question: str) -> Pick:
    """Return how to find the id of a person's comment on a question."""
    return lambda person: person.comments[question]


VIEWS: dict[str, tuple[Pick, Pick]] = {
    "two answers": (record_of("trust"), record_of("police")),
    "two other answers": (record_of("shops"), record_of("police")),
    "a response and an answer": (record_of(WHOLE), record_of("trust")),
    "two comments": (comment_on("police"), comment_on("shops")),
    "an answer and a comment": (record_of("trust"), comment_on("police")),
}


@dataclass(frozen=True)
class Finding:
    """How well a feature puts pairs together: how many of `pairs`, and how close they are."""

    view: str
    feature: str
    pairs: int
    hits: float
    closeness: float
    likely: float
    """How likely chance alone does as well, in the better of the two ways."""

    @property
    def chance(self) -> float:
        """Return the share of pairs that a guess puts together."""
        return 1 / self.pairs

    @property
    def share(self) -> Interval:
        """Return the 95 % confidence interval of the share of pairs that were put together."""
        return interval(self.hits, self.pairs)

    def __str__(self) -> str:
        share = f"{self.share.low:7.2%} to {self.share.high:7.2%}"
        found = f"{self.hits:7.1f} of {self.pairs:,} ({share}; chance {self.chance:.2%})"
        return f"{self.view:25} {self.feature:48} {found}  closeness {self.closeness:+6.1f}"


def link(dump: Dump, people: Sequence[Person]) -> list[Finding]:
    """Try every feature on every view. Those of the people who still wait are left out."""
    eye = Eye(dump)
    released = [person for person in people if eye.sees(person.records[WHOLE])]
    return [finding for view in VIEWS for finding in _try(eye, view, released)]


def _try(eye: Eye, view: str, people: Sequence[Person]) -> Iterator[Finding]:
    left, right = _pairs(eye, view, people)
    half = len(left) // 2
    together = np.zeros((len(left) - half, len(left) - half), dtype=np.float32)
    for feature in eye.features(left, right):
        yield _judged(view, feature)
        weight = closeness(feature.scores[:half, :half])
        rest = feature.scores[half:, half:]
        if weight > 0 and float(rest.std()) > 0:
            together += weight * (rest - rest.mean()) / rest.std()
    yield _judged(view, Feature(TOGETHER, together))


def _pairs(eye: Eye, view: str, people: Sequence[Person]) -> tuple[Ids, Ids]:
    """Return what each person left on either side. Words of the last few writers may still wait."""
    picks = VIEWS[view]
    able = [person for person in people if person.comments] if "comment" in view else list(people)
    pairs = [tuple(pick(person) for pick in picks) for person in able]
    left, right = ([pair[side] for pair in pairs if all(map(eye.sees, pair))] for side in (0, 1))
    return left, right


def _judged(view: str, feature: Feature) -> Finding:
    scores: Scores = feature.scores
    pairs = len(scores)
    together, near = hits(scores), closeness(scores)
    # Few rows that are alike are no bell curve: the exact tail of so many equal pairs is taken instead.
    near_tail = (
        tail(float(np.diagonal(scores).sum()), pairs, float(scores.mean())) if feature.equal else normal_tail(near)
    )
    return Finding(view, feature.name, pairs, together, near, min(tail(together, pairs, 1 / pairs), near_tail))
