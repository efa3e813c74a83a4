"""Names that nothing announces, by how they are written and what stands beside them: "Kwame told me".

There is no list of the names to find. A word with a capital that no vocabulary holds is taken for a name, whoever
bears it; its neighbours say where it is a place, a company or a judgment after all. Words that are names too (Rose,
Blessing, Long) need a neighbour that speaks for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consult.redaction.found import Found, Kind
from consult.redaction.names import name_cues as cues
from consult.redaction.names.known_words import HEADS, LEADS
from consult.redaction.names.neighbours import Neighbours
from consult.redaction.names.public_people import is_public
from consult.redaction.names.sentences import Sentence, sentences
from consult.redaction.names.word_classes import Class, Classes, is_short_form

_MOST_WORDS = 5
_NAMELIKE = frozenset({Class.UNKNOWN, Class.NAME_TOO, Class.EASILY_WORD})
_SIGNS = cues.RELATIVES | cues.CALLED | cues.SPEAKING | {"with"}
"""What a name in small letters stands beside."""
_SURE = frozenset({Class.UNKNOWN, Class.NAME_TOO})


def unannounced(text: str, subject: frozenset[str] = frozenset()) -> Iterator[Found]:
    """Find names in running text. `subject` are words of the consultation itself, in small letters: no names."""
    classes = Classes(subject)
    for sentence in sentences(text):
        if not _may_hold_name(sentence):
            continue
        reader = _Reader(Neighbours(sentence, classes))
        for run in reader.names():
            found = Found(sentence.words[run.first].start, sentence.words[run.last].end, Kind.NAME)
            if not is_public(text, found) or reader.is_told_of(run):
                yield found


def _may_hold_name(sentence: Sentence) -> bool:
    """Say whether a sentence needs reading: most small letters and numbers need none."""
    return any(
        (word.is_capital and word.text != "I") or not word.text.isascii() or word.lower in _SIGNS
        for word in sentence.words
    )


class _Run(NamedTuple):
    """The words from `first` to `last` of a sentence, which may be a name."""

    first: int
    last: int


class _Reader:
    """Reads one sentence: how far a name goes, and whether it is one."""

    def __init__(self, near: Neighbours) -> None:
        self._near = near
        self._words = near.words

    def names(self) -> Iterator[_Run]:
        """Yield the stretches of words that are names, in order."""
        place = 0
        while place < len(self._words):
            run = self._run_at(place)
            if run and self._is_name(run):
                yield run
            place = run.last + 1 if run else place + 1

    def is_told_of(self, run: _Run) -> bool:
        """Say whether the writer says who it is ("my friend")."""
        return self._near.is_told_of(run.first)

    def _run_at(self, place: int) -> _Run | None:
        """Return the longest stretch from `place` on that may be one name."""
        if not self._may_begin(place):
            return None
        last, at = place, place
        while self._words[at].joins and at + 1 < len(self._words) and at + 1 - place < _MOST_WORDS:
            at += 1
            if self._words[at].lower in cues.PARTICLES and not self._ends_name(at):
                continue
            if not self._may_go_on(at, last):
                break
            last = at
        while place and self._words[place - 1].lower in cues.FIRST_PARTICLES and self._near.joins(place - 1):
            place -= 1
        return None if all(word.is_initial for word in self._words[place : last + 1]) else _Run(place, last)

    def _ends_name(self, place: int) -> bool:
        """Say whether a particle with a capital is the last word of a name ("Quang Le")."""
        return self._words[place].is_capital and not (self._near.joins(place) and self._words[place + 1].is_capital)

    def _may_begin(self, place: int) -> bool:
        word, near = self._words[place], self._near
        if word.is_initial:
            return near.joins(place) and (word.text != "I" or (place == 0 and word.after.startswith(".")))
        if word.is_capital:
            return near.kind(place) in _NAMELIKE or self._may_be_first_name(place) or near.is_person(place)
        if near.is_uncased(place):
            return True
        return word.lower not in cues.PARTICLES and (near.is_told_of(place) or self._is_quiet_speaker(place))

    def _may_be_first_name(self, place: int) -> bool:
        """Say whether an ordinary word has a capital for no reason but the unknown word after it ("Nana Ofori")."""
        word, near = self._words[place], self._near
        if near.is_loud or near.is_first(place) or near.is_heading or not near.joins(place):
            return False
        if word.lower in HEADS | LEADS | cues.CAPITAL_TOO | cues.SMALL_WORDS or is_short_form(word.text):
            return False
        if near.kind(place) is not Class.PLAIN and not near.is_met(place):
            return False
        return self._words[place + 1].is_capital and near.kind(place + 1) is Class.UNKNOWN and len(word.text) > 1

    def _may_go_on(self, place: int, last: int) -> bool:
        word, near = self._words[place], self._near
        kind = near.kind(place)
        if word.is_initial:
            return word.text != "I" or word.after.startswith(".")
        if not word.is_capital:
            is_quiet = not self._words[last].is_capital
            return is_quiet and kind in _NAMELIKE and word.lower not in cues.SPEAKING | cues.DOING
        if word.lower in cues.PARTICLES:
            return not near.is_loud
        if kind in _NAMELIKE:
            return word.lower not in HEADS or not near.is_place_like(last)
        if near.is_loud or word.lower in HEADS | cues.SMALL_WORDS or is_short_form(word.text):
            return False
        return near.kind(last) in _SURE or near.is_told_of(last)

    def _is_name(self, run: _Run) -> bool:
        near = self._near
        if near.is_told_of(run.first) or self._is_quiet_speaker(run.first):
            return True
        if near.is_something_else(run.first, run.last):
            return False
        if near.is_uncased(run.first):
            return near.is_met(run.first) or near.speaks(run.last)
        kinds = [near.kind(place) for place in range(run.first, run.last + 1) if self._words[place].is_capital]
        if Class.UNKNOWN in kinds:
            return self._is_unknown_name(run)
        if run.last > run.first:
            return self._is_pair_of_words(run, kinds)
        return bool(kinds) and self._is_word_as_name(run.first, kinds[0])

    def _is_unknown_name(self, run: _Run) -> bool:
        if not self._near.is_loud and all(
            is_short_form(word.text) for word in self._words[run.first : run.last + 1]
        ):
            return False
        if run.last > run.first:
            return True
        if self._near.is_loud:
            return self._near.is_met(run.first) or self._near.speaks(run.last)
        return True

    def _is_pair_of_words(self, run: _Run, kinds: list[Class]) -> bool:
        """Say whether words that are all names too make a name together ("Grace Young", "J. Rose")."""
        near = self._near
        if near.is_met(run.first) or near.speaks(run.last) or near.is_person(run.last):
            return True
        if near.is_loud or near.is_heading:
            return kinds[0] is Class.NAME_TOO and len(self._words) == len(kinds)
        if any(kind in _SURE for kind in kinds) or near.does(run.last):
            return True
        lowers = {word.lower for word in self._words[run.first : run.last + 1]}
        return not near.is_first(run.first) and lowers.isdisjoint(HEADS | cues.CAPITAL_TOO)

    def _is_word_as_name(self, place: int, kind: Class) -> bool:
        """Say whether one word that is a name too is one here."""
        word, near = self._words[place], self._near
        if word.is_initial or is_short_form(word.text):
            return False
        if near.is_head(place):
            return False
        if near.is_loud or near.is_heading:
            return near.speaks(place) and kind is Class.NAME_TOO
        if kind is Class.NAME_TOO:
            return not near.is_first(place) or word.possessive or near.does(place)
        return near.is_person(place)

    def _is_quiet_speaker(self, place: int) -> bool:
        """Say whether someone speaks or is met in a sentence without capitals ("kwame told me")."""
        near = self._near
        if not near.is_quiet or near.kind(place) not in _NAMELIKE:
            return False
        last, at = place, place
        kinds = [near.kind(place)]
        while near.joins(at) and at - place < _MOST_WORDS:
            at += 1
            if self._words[at].lower in cues.PARTICLES:
                continue
            if near.kind(at) not in _NAMELIKE or self._words[at].lower in cues.SPEAKING:
                break
            last = at
            kinds.append(near.kind(at))
        if Class.UNKNOWN not in kinds and (len(kinds) == 1 or Class.NAME_TOO not in kinds):
            return False
        return near.speaks(last) or (near.before(place) == "with" and near.after(last) in cues.WHEN_MET)
