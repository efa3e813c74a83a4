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
from consult.results.tables import Breakdown, Group, Row, Standing, Table
from consult.results.tally import CITED, EVERYONE, LANGUAGE, RESPONSES, VERSION, WAY, Tally


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
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every breakdown: by each about-you question, then by what we know of all responses."""
        attributes = [*(question.id for question in self._pack.about_you), LANGUAGE, WAY, VERSION]
        return tuple(breakdown for each in attributes if (breakdown := self.by(each)))

    def by(self, attribute: str) -> Breakdown | None:
        """Return every table by one attribute, or None when neither the pack nor a tally knows it.

        Two attributes are never crossed: a tally has one at most.
        """
        question = next((about for about in self._pack.about_you if about.id == attribute), None)
        labels = {option.id: option.label for option in question.options} if question else {}
        found = {place.value for place in self._counts if place.attribute == attribute != EVERYONE}
        bases = {value: self._responses(attribute, value) for value in [*labels, *sorted(found - set(labels))]}
        counts = self._shielded(attribute, bases)
        groups = tuple(
            Group(value, labels.get(value, ""), base, self._tables(attribute, value, counts), attribute)
            for value, base in bases.items()
        )
        return Breakdown(attribute, question, groups) if groups else None

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


def _place(tally: Tally) -> Place:
    whole = bool(tally.question) == bool(tally.option) and bool(tally.attribute) == bool(tally.value)
    if not whole or tally.count < 0:
        raise TallyError(f"a tally cannot be below zero or have half a place: {tally!r}")
    return Place(tally.question, tally.option, tally.attribute, tally.value)
