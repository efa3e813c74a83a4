"""What organisers say and choose about a campaign, and what follows from it on a day. Plain values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST_TITLE = 200
LONGEST_ORGANISER = 100
LONGEST_CONTACT = 200
LONGEST_INTRODUCTION = 1000
LONGEST_PRIVACY = 4000
LONGEST_ROUTE = 20
"""The most questions on a short route: one that is longer is not short."""


class State(StrEnum):
    """What the organisers last did with a campaign."""

    DRAFT = "draft"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Stage(StrEnum):
    """How a campaign stands on a day. `COMING` is open before its opening day."""

    DRAFT = "draft"
    COMING = "coming"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class Leftover(StrEnum):
    """What happens at the end to waiting answers that are too few for a release of their own."""

    DISCARD = "discard"
    RELEASE = "release"


FROM: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.DRAFT, State.PAUSED}),
    State.PAUSED: frozenset({State.OPEN}),
    State.CLOSED: frozenset({State.OPEN, State.PAUSED}),
}
"""From which states each state can be reached. A closed campaign stays closed: what waited is released or gone."""


@dataclass(frozen=True)
class Plan:
    """What organisers say and choose. All texts are plain; an empty one says nothing.

    `language` is the BCP 47 tag of the texts. `guides` names the questions whose points of both sides are shown,
    None for all of them; one side alone cannot be chosen. `route` names the questions to offer first, in order. The
    days are in the consultation's own time zone, and the closing day is the last one on which the campaign is open.
    """

    title: str
    language: str = "en"
    organiser: str = ""
    contact: str = ""
    introduction: str = ""
    privacy: str = ""
    guides: tuple[str, ...] | None = None
    route: tuple[str, ...] = ()
    opens_on: date | None = None
    closes_on: date | None = None
    leftover: Leftover = Leftover.DISCARD

    def shows_guide(self, question_id: str) -> bool:
        """Say whether a question's page shows the points of both sides."""
        return self.guides is None or question_id in self.guides


@dataclass(frozen=True)
class Planned:
    """A campaign with its plan. `version` grows by one with each change to the plan.

    `settled_on` is the day on which what still waited was released or discarded, None while that is to come.
    """

    slug: str
    pack_id: str
    plan: Plan
    state: State
    version: int = 1
    settled_on: date | None = None

    def stage(self, today: date) -> Stage:
        """Return how the campaign stands on a day."""
        return stage_of(self.state, self.plan.opens_on, self.plan.closes_on, today)


def stage_of(state: State, opens_on: date | None, closes_on: date | None, today: date) -> Stage:
    """Return how a campaign stands on a day, from what was last done with it and its two days."""
    if state is State.DRAFT or state is State.CLOSED:
        return Stage(state)
    if closes_on and today > closes_on:
        return Stage.CLOSED
    if state is State.PAUSED:
        return Stage.PAUSED
    return Stage.COMING if opens_on and today < opens_on else Stage.OPEN


def days_fit(opens_on: date | None, closes_on: date | None) -> bool:
    """Say whether a campaign that opens on the one day can close on the other."""
    return not (opens_on and closes_on) or opens_on <= closes_on
