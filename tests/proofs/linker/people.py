"""A thousand people whose answers are drawn independently: what they said links nothing, so only the store can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from consult.store.mixing.receipts import receipts_of
from consult.store.mixing.sharing import Comment, Submission, Way
from consult.store.phrases import new_phrase
from tests.store.people import CAMPAIGN

QUESTIONS = ("trust", "police", "shops")
WRITTEN = ("police", "shops")
OPTIONS = ("agree", "neither", "disagree", "unsure")
BOROUGHS = tuple(f"borough-{number}" for number in range(60))
NEAR = 1 / np.arange(1, len(BOROUGHS) + 1) ** 1.6
"""How many live in each borough, compared: most in a few, and hardly anybody in many."""

AGES = ("under-25", "25-to-44", "45-to-64", "65-or-over")
_SENTENCE = "I think that they should ask us first before they look at every face in the street and keep it"
WORDS = tuple(_SENTENCE.split())

WHOLE = ""
"""The question of the record that stands for the whole response."""


@dataclass(frozen=True)
class Person:
    """Somebody with a receipt, and what they share."""

    receipt: str
    submission: Submission

    @cached_property
    def records(self) -> Mapping[str, bytes]:
        """Return the ids of the records by question. To be read inside an app."""
        [opens] = receipts_of(self.receipt)
        return {
            question: opens.record(CAMPAIGN, at) for at, question in enumerate([WHOLE, *self.submission.choices])
        }

    @cached_property
    def comments(self) -> Mapping[str, bytes]:
        """Return the ids of the comments by question. To be read inside an app."""
        [opens] = receipts_of(self.receipt)
        return {question: opens.comment(CAMPAIGN, at) for at, question in enumerate(self.submission.comments)}


def crowd(size: int, seed: int) -> list[Person]:
    """Return invented people. Their answers depend on the seed; their receipts are as random as real ones."""
    dice = np.random.default_rng(seed)
    return [Person(new_phrase(), _said(dice, number)) for number in range(size)]


def _said(dice: np.random.Generator, number: int) -> Submission:
    language = "ur" if number % 300 == 7 else "cy" if dice.random() < 0.05 else "en"
    writes = dice.random() < 0.6
    return Submission(
        campaign=CAMPAIGN,
        choices={question: _one(dice, OPTIONS) for question in QUESTIONS},
        comments={question: Comment(_words(dice), language) for question in WRITTEN} if writes else {},
        attributes={
            "age": _one(dice, AGES),
            "borough": str(dice.choice(BOROUGHS, p=NEAR / NEAR.sum())),
            "near": _one(dice, ("yes", "no")),
        },
        # The first version of a pack is answered by few before it is mended.
        pack_version=1 if number < 15 else 2,
        language=language,
        way=Way.PAPER if dice.random() < 0.05 else Way.ONLINE,
    )


def _words(dice: np.random.Generator) -> str:
    return " ".join(_one(dice, WORDS) for _ in range(int(dice.integers(3, 60))))


def _one(dice: np.random.Generator, several: Sequence[str]) -> str:
    return several[int(dice.integers(len(several)))]
