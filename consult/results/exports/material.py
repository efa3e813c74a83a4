"""Everything that a file is made from: protected numbers, masked comments, questions, and words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from gettext import NullTranslations
from typing import Protocol

from consult.packs.model import Pack, Question
from consult.results.export import Export
from consult.results.method import parts
from consult.results.phrases import notes, shorthand
from consult.results.protect import Results
from consult.results.tables import Breakdown
from consult.results.weeks import Week

FEWEST_WEEKS = 2
"""Weeks are shown from so many on. A single one is everyone again, under other noise."""


class Said(Protocol):
    """A comment: somebody's own words with what gives them away taken out, and their language as a BCP 47 tag."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def language(self) -> str:
        """The language, such as `cy`."""


class Plan(Protocol):
    """What organisers say of a campaign and chose for it. All texts are plain; an empty one says nothing.

    `guides` names the questions whose points of both sides are shown, None for all of them. `route` names those
    that are offered first, in their order.
    """

    @property
    def organiser(self) -> str:
        """Who asks people to take part."""

    @property
    def contact(self) -> str:
        """How to reach them."""

    @property
    def opens_on(self) -> date | None:
        """The first day, None when the organisers set none."""

    @property
    def closes_on(self) -> date | None:
        """The last day, None when the organisers set none."""

    @property
    def guides(self) -> tuple[str, ...] | None:
        """The ids of the questions that show points."""

    @property
    def route(self) -> tuple[str, ...]:
        """The ids of the questions that come first."""


@dataclass(frozen=True)
class Material:
    """What a file is made from.

    `campaign` is the campaign's short name and `title` what it is called. `language` ("en" or "cy") is that of
    `words`. `week` is the Monday of the week that the numbers are as at. `comments` takes a question's id and gives
    what may be shown of the comments on it, in random order; it may be asked more than once, and may stream.
    `plan` is what the organisers chose, None for a campaign without any, and `weeks` are those that may be shown.
    """

    campaign: str
    title: str
    pack: Pack
    results: Results
    words: NullTranslations
    language: str
    week: date | None
    comments: Callable[[str], Iterable[Said]]
    breakdown: Breakdown | None = None
    plan: Plan | None = None
    weeks: Sequence[Week] = ()

    def export(self) -> Export:
        """Return what the tables of a file are made from."""
        return Export(
            self.results, self.pack, self.words, self.title, self.week, self.breakdown, tuple(self.over_the_weeks)
        )

    @property
    def over_the_weeks(self) -> Sequence[Week]:
        """The weeks as the results page shows them: none while there is only one."""
        return self.weeks if len(self.weeks) >= FEWEST_WEEKS else ()

    def commented(self) -> Iterator[tuple[str, Question | None]]:
        """Return each question that can have comments: its id, and itself unless the pack has lost it."""
        for table in self.results.tables:
            yield table.question_id, table.question

    def watched(self, seen: Callable[[], None]) -> Material:
        """Return the same material, which calls `seen` for every comment that is read."""

        def comments(question: str) -> Iterator[Said]:
            for each in self.comments(question):
                seen()
                yield each

        return replace(self, comments=comments)

    def method(self) -> list[str]:
        """Return the method note: who answered, and what was done to the numbers and to the words."""
        said = notes(self.pack, self.words)
        done = [paragraph for part in parts(self.words) for paragraph in part.paragraphs]
        return [said.people, *done, shorthand(self.words), said.percentages, self.about_comments, said.licence]

    def method_file(self) -> tuple[str, list[bytes]]:
        """Return the name of a text file with the method note, and what is in it."""
        return "method.txt", ["\n\n".join([self.title, *self.method(), ""]).encode("utf-8", "replace")]

    @property
    def about_comments(self) -> str:
        """What was done to the comments."""
        return self.words.gettext(
            "Comments are people's own words, in random order. A machine took out what it recognised as personal "
            "before they were kept, and it does not recognise everything. People who wrote on the site saw what "
            "would be kept. Nothing says which comments come from the same person. An organiser may have hidden "
            "some, with a reason that is on record. Whoever counts the comments on a question knows exactly how "
            "many there are: that number is not changed as the others are."
        )
