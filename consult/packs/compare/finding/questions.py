"""Which of a document's numbered texts are its questions.

A number that is called a question's ("Question 3:") makes a question. A bare number ("3.") may be a paragraph's, a
contents entry's, a footnote's or an option's, so it makes a question only on evidence: its words are like those
that the pack has for that number, or it stands in the one run of numbers that the document's questions form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from consult.packs.compare.blocks import Block
from consult.packs.compare.finding.fitting import Fit, fit, likeness, run_on
from consult.packs.compare.finding.options import OptionWords, PrintedOptions
from consult.packs.compare.finding.passages import Passage, Passages
from consult.packs.compare.finding.units import Unit, cut
from consult.packs.compare.typography import plain
from consult.packs.model import Pack

ALIKE = 0.6
"""Two texts that share this part of their words are versions of one another."""
_NAMED_SHARE = 0.3
"""A document that names this share of the pack's questions as questions does so for all of them."""


@dataclass(frozen=True)
class Candidate:
    """A numbered text. `supposed` says that its number is not printed but counted on over several lists."""

    number: int
    suffix: str
    strong: bool
    supposed: bool
    family: str
    passage: Passage
    fit: Fit | None

    @property
    def text(self) -> str:
        """Return the text as it reads best: as it fits the pack, or as the document's structure shows it."""
        return self.fit.text if self.fit else run_on(self.passage.segments[: self.passage.required])

    @property
    def is_like(self) -> bool:
        """Say whether its words are like the pack's for its number."""
        return self.fit is not None and self.fit.likeness >= ALIKE


@dataclass(frozen=True)
class Found:
    """One question of the document: how it fits, its options, and other texts under the same number.

    `unequal` are copies of it in other words. `others` are texts unlike it that are called by its number, too.
    """

    fit: Fit
    options: PrintedOptions
    following: str
    unequal: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Extra:
    """A numbered question of the document that the pack does not have: its number, such as "4a", and its text."""

    label: str
    text: str


@dataclass(frozen=True)
class Findings:
    """What a document holds: the pack's questions by number, further ones, and where each text stands."""

    found: Mapping[int, Found]
    extras: tuple[Extra, ...]
    places: Mapping[str, int]
    """The number under which a text stands, by its plain form."""


def find_questions(blocks: Iterable[Block], pack: Pack) -> Findings:
    """Return the numbered questions among `blocks`, those of `pack` by their numbers."""
    wordings = {question.number: question.wording.text for question in pack.questions}
    words = OptionWords(pack)
    units = cut(blocks, words)
    candidates = list(_candidates(units, Passages(units, words), wordings))
    named = {one.number for one in candidates if one.strong and one.number in wordings}
    run = [] if len(named) >= _NAMED_SHARE * len(wordings) else _question_run(candidates)
    in_run = {id(one) for one in run}
    accepted = [one for one in candidates if one.strong or one.is_like or id(one) in in_run]
    by_number: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in accepted:
        if not one.suffix:
            by_number[one.number].append(one)
    found = {number: _settle(by_number[number]) for number in wordings if number in by_number}
    places = {plain(one.text): one.number for one in reversed(accepted)}
    return Findings(found, tuple(_extras(accepted, wordings)), places)


def _candidates(units: Sequence[Unit], passages: Passages, wordings: Mapping[int, str]) -> Iterator[Candidate]:
    counted = _CountedOn()
    for index, unit in enumerate(units):
        marker = unit.marker
        passage = passages.at(index) if marker else None
        if marker is None or passage is None:
            continue
        for number, supposed in ((marker.number, False), *counted.numbers(unit)):
            wording = wordings.get(number)
            fitted = fit(passage, wording) if wording and not marker.suffix else None
            yield Candidate(number, marker.suffix, marker.strong, supposed, marker.family, passage, fitted)


class _CountedOn:
    """Counts list items on where a list starts again at 1, as lists do that were one before text came between."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def numbers(self, unit: Unit) -> list[tuple[int, bool]]:
        """Return the number that the item would have in one list with those before, if that is another one."""
        marker = unit.marker
        if marker is None or marker.strong or not marker.family.startswith("list"):
            return []
        last = self._last.get(marker.family, 0)
        number = marker.number if marker.number > last else last + 1
        self._last[marker.family] = number
        return [(number, True)] if number != marker.number else []


def _question_run(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the run of bare numbers that most looks like the questions; an empty one when none does.

    A run goes up within one way of writing numbers. Half of its texts at least must be like the pack's, or ask.
    """
    runs: defaultdict[str, list[list[Candidate]]] = defaultdict(list)
    for one in candidates:
        if one.strong or one.supposed or one.suffix:
            continue
        family = runs[one.family]
        if not family or family[-1][-1].number >= one.number:
            family.append([])
        family[-1].append(one)
    likely = [run for run in chain.from_iterable(runs.values()) if 2 * sum(map(_is_likely, run)) >= len(run)]
    return max(likely, key=lambda run: (sum(one.is_like for one in run), sum(map(_is_likely, run))), default=[])


def _is_likely(one: Candidate) -> bool:
    return one.is_like or "?" in one.text


def _settle(candidates: Sequence[Candidate]) -> Found:
    """Choose among the texts under one number, and say how the others relate to the one chosen."""
    fits = [(one, one.fit) for one in candidates if one.fit]
    best, best_fit = max(fits, key=lambda pair: (pair[1].same, pair[0].is_like, pair[0].strong, pair[1].likeness))
    unequal: dict[str, str] = {}
    others: dict[str, str] = {}
    for one, fitted in fits:
        text = plain(fitted.text)
        if text == plain(best_fit.text):
            continue
        if likeness(fitted.text, best_fit.text) >= ALIKE:
            unequal[text] = fitted.text
        elif one.strong:
            others[text] = fitted.text
    # Options may stand under one copy only, such as the annex's.
    copies = [best, *(one for one, fitted in fits if fitted.same)]
    options = next((one.passage.options for one in copies if one.passage.options.labels), best.passage.options)
    following = best.passage.following(best_fit.length)
    return Found(best_fit, options, following, tuple(unequal.values()), tuple(others.values()))


def _extras(accepted: Iterable[Candidate], wordings: Mapping[int, str]) -> Iterator[Extra]:
    seen: set[tuple[str, str]] = set()
    for one in accepted:
        key = (f"{one.number}{one.suffix}", plain(one.text))
        ours = one.number in wordings and not one.suffix
        if not ours and not one.supposed and (one.strong or "?" in one.text) and key not in seen:
            seen.add(key)
            yield Extra(key[0], one.text)
