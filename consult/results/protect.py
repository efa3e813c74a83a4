"""From tallies to tables: the one door between what is counted and what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from consult.answers.kinds.text import ANSWERED
from consult.answers.path import kind_of, options_of
from consult.packs.model import Pack, Question
from consult.results.complement import hold_back
from consult.results.protected import NOTHING, Protected, percent_of
from consult.results.tables import Breakdown, Group, Grouping, Row, Standing, Table
from consult.results.tally import CITED, EVERYONE, LANGUAGE, OURS, RESPONSES, VERSION, WAY, Tally

FEWEST_GROUPS = 2
"""An attribute of ours breaks down from so many groups on. A single group is everyone again, under other noise."""


class TallyError(ValueError):
    """Raised for a tally that cannot be: below zero, or with half a place. Its message holds no count."""


class Place(NamedTuple):
    """Where a count belongs; see `Tally` for the four ids."""

    question: str
    option: str
    attribute: str = EVERYONE
    value: str = EVERYONE


class _Line(NamedTuple):
    """A row before it is counted."""

    option: str
    label: str
    standing: Standing


@dataclass(frozen=True)
class Results:
    """What may be shown of a campaign: the number of responses, a table for each question, and breakdowns."""

    _pack: Pack = field(repr=False)
    _counts: Mapping[Place, Protected] = field(repr=False)

    @cached_property
    def responses(self) -> Protected:
        """How many whole responses there are."""
        return self._responses(EVERYONE, EVERYONE)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """A table for every question that the pack or a tally knows, in the pack's order."""
        return self._tables(EVERYONE, EVERYONE, self._counts)

    @cached_property
    def groupings(self) -> tuple[Grouping, ...]:
        """What the results can be broken down by: the about-you questions, then what we know of all responses."""
        attributes = [*(question.id for question in self._pack.about_you), LANGUAGE, WAY, VERSION]
        return tuple(grouping for each in attributes if (grouping := self._grouping(each)))

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every breakdown, in the order of `groupings`. They take most of the time that results take."""
        return tuple(map(self._broken_down, self.groupings))

    def by(self, attribute: str) -> Breakdown | None:
        """Return every table by one attribute, or None when it is none that people can be told apart by.

        Two attributes are never crossed: a tally has one at most.
        """
        grouping = self._grouping(attribute)
        return self._broken_down(grouping) if grouping else None

    def _grouping(self, attribute: str) -> Grouping | None:
        """Return what there is to break down by, None when neither the pack nor a tally knows it.

        None, too, when all responses are in one group of an attribute of `OURS`: the same people would be shown
        a second time with noise drawn anew, and the two numbers together would tell more than either.
        """
        question = next((about for about in self._pack.about_you if about.id == attribute), None)
        found = self._values.get(attribute, set())
        if attribute in OURS and len(found) < FEWEST_GROUPS:
            return None
        return Grouping(attribute, question) if question or found else None

    def _broken_down(self, grouping: Grouping) -> Breakdown:
        attribute, question = grouping.attribute, grouping.question
        labels = {option.id: option.label for option in question.options} if question else {}
        values = [*labels, *sorted(self._values.get(attribute, set()) - set(labels))]
        bases = {value: self._responses(attribute, value) for value in values}
        counts = self._shielded(attribute, bases)
        groups = tuple(
            Group(value, labels.get(value, ""), base, self._tables(attribute, value, counts), attribute)
            for value, base in bases.items()
        )
        return Breakdown(attribute, question, groups)

    @cached_property
    def _values(self) -> dict[str, set[str]]:
        """Every value of every attribute that a tally knows."""
        found: dict[str, set[str]] = {}
        for place in self._counts:
            if place.attribute != EVERYONE:
                found.setdefault(place.attribute, set()).add(place.value)
        return found

    def _shielded(self, attribute: str, bases: Mapping[str, Protected]) -> dict[Place, Protected]:
        """Return the counts of a breakdown, with what has to be held back. `bases` are the groups' responses."""
        shielded: dict[Place, Protected] = {}
        for question_id, lines in self._layout.items():
            for line in lines:
                places = [Place(question_id, line.option, attribute, value) for value in bases]
                counts = [self._counts.get(place, NOTHING) for place in places]
                shielded.update(zip(places, hold_back(counts, list(bases.values())), strict=True))
        return shielded

    def _responses(self, attribute: str, value: str) -> Protected:
        return self._counts.get(Place(RESPONSES, RESPONSES, attribute, value), NOTHING)

    def _tables(self, attribute: str, value: str, counts: Mapping[Place, Protected]) -> tuple[Table, ...]:
        base = self._responses(attribute, value)
        return tuple(
            Table(
                question_id,
                self._pack.question(question_id),
                tuple(
                    _row(line, counts.get(Place(question_id, line.option, attribute, value), NOTHING), base)
                    for line in lines
                ),
                base,
            )
            for question_id, lines in self._layout.items()
        )

    @cached_property
    def cited(self) -> tuple[Row, ...]:
        """A row for each source that enough people named by its web address, the most named first."""
        named = [(place, count) for place, count in self._counts.items() if place.question == CITED]
        shown = [(place.option, count) for place, count in named if place.attribute == EVERYONE and count.value]
        base = self.responses
        return tuple(
            Row(source, "", Standing.OPTION, count, percent_of(count, base))
            for source, count in sorted(shown, key=lambda each: (-(each[1].value or 0), each[0]))
        )

    @cached_property
    def _layout(self) -> dict[str, list[_Line]]:
        """Every question, and every option of it, that the pack or a tally knows."""
        layout = {question.id: _expected(self._pack, question) for question in self._pack.questions}
        for question_id, options in sorted(self._found().items()):
            lines = layout.setdefault(question_id, [])
            removed = options - {line.option for line in lines}
            lines += [_Line(option, "", Standing.REMOVED) for option in sorted(removed)]
        return layout

    def _found(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for place in self._counts:
            if place.question not in {RESPONSES, CITED}:
                found.setdefault(place.question, set()).add(place.option)
        return found


def _row(line: _Line, count: Protected, base: Protected) -> Row:
    return Row(line.option, line.label, line.standing, count, percent_of(count, base))


def _expected(pack: Pack, question: Question) -> list[_Line]:
    if not kind_of(question).has_options:
        return [_Line(ANSWERED, "", Standing.WROTE)]
    return [_Line(option.id, option.label, Standing.OPTION) for option in options_of(pack, question)]


def protect(pack: Pack, tallies: Iterable[Tally]) -> Results:
    """Return what may be shown of one campaign's tallies. Tallies of the same place are added together first.

    Raises TallyError for a tally that cannot be.
    """
    raw: dict[Place, tuple[int, int]] = {}
    for tally in tallies:
        place = _place(tally)
        count, key_sum = raw.get(place, (0, 0))
        raw[place] = count + tally.count, key_sum + tally.key_sum
    counts = {place: Protected(count=count, key_sum=key_sum) for place, (count, key_sum) in raw.items()}
    return Results(pack, counts)


def responses_in(tallies: Iterable[Tally]) -> Protected:
    """Return how many whole responses may be shown: the number of `protect(…).responses`, for a list of many.

    Raises TallyError for a tally that cannot be.
    """
    counted = [tally for tally in tallies if _place(tally) == Place(RESPONSES, RESPONSES)]
    return Protected(count=sum(each.count for each in counted), key_sum=sum(each.key_sum for each in counted))


def _place(tally: Tally) -> Place:
    whole = bool(tally.question) == bool(tally.option) and bool(tally.attribute) == bool(tally.value)
    if not whole or tally.count < 0:
        raise TallyError(f"a tally cannot be below zero or have half a place: {tally!r}")
    return Place(tally.question, tally.option, tally.attribute, tally.value)
