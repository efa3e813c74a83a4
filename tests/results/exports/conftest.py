"""An invented campaign with numbers, groups and comments, as the exports get it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import pytest

from consult.packs.model import Pack
from consult.results.exports.material import Material
from consult.results.protect import protect
from tests.results.material import ENGLISH, make_pack, responses, tally

HOSTILE = (
    "=1+1",
    "+1",
    "-1\n=2",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "a\x00b\ud800c\u202e",
    '<b>&amp;</b> "quoted"',
)
PLACES = (("north", 60), ("south", 45))


@dataclass(frozen=True)
class Comment:
    text: str
    language: str = "en"


Make = Callable[..., Material]


def comments_of(number: int) -> list[str]:
    return [f"Invented comment {at} on question {number}, which nobody wrote." for at in range(40)]


@pytest.fixture
def make() -> Make:
    def make(
        pack: Pack | None = None, comments: dict[str, Iterable[str]] | None = None, title: str = "Walks"
    ) -> Material:
        pack = pack or make_pack()
        said = comments if comments is not None else {"q1": comments_of(1), "q3": [*comments_of(3), *HOSTILE]}
        tallies = [responses(120), tally("q1", "yes", 63), tally("q1", "no", 9), tally("q1", "not-sure", 33)]
        tallies += [tally("q2", "no", 41), tally("q3", "answered", 47)]
        for place, count in PLACES:
            tallies += [responses(count, place=place), tally("q1", "yes", count - 20, place=place)]
        return Material(
            campaign="walks",
            title=title,
            pack=pack,
            results=protect(pack, tallies),
            words=ENGLISH,
            language="en",
            week=date(2026, 3, 9),
            comments=lambda question: (Comment(text) for text in said.get(question, ())),
        )

    return make


@pytest.fixture
def material(make: Make) -> Material:
    return make()
