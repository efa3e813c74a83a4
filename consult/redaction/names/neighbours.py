"""What stands beside a word of a sentence, and what that says of it."""

from __future__ import annotations

from functools import cached_property

from consult.redaction.names import name_cues as cues
from consult.redaction.names.known_places import places
from consult.redaction.names.known_words import HEADS, LEADS
from consult.redaction.names.name_words import DESCRIPTIONS
from consult.redaction.names.sentences import Sentence
from consult.redaction.names.word_classes import Class, Classes

_ADJECTIVES = ("ly", "ss", "ish", "ian", "ean", "ese", "ing", "ism", "ity", "tion", "ment")
_APPOSITIONS = frozenset({"who", "aged", "my"})
_WORDS_AND_NAMES = frozenset({Class.NAME_TOO, Class.EASILY_WORD})
_WALKING = frozenset({"from", "to", "i", "o"})


class Neighbours:
    """A sentence with the classes of its words and the questions that the search for names asks."""

    def __init__(self, sentence: Sentence, classes: Classes) -> None:
        self.words = sentence.words
        self._sentence = sentence
        self._classes = classes

    @cached_property
    def is_loud(self) -> bool:
        """Whether the sentence is all in capitals."""
        return self._sentence.is_loud

    @cached_property
    def is_heading(self) -> bool:
        """Whether capitals mean nothing in it."""
        return self._sentence.is_heading

    @cached_property
    def is_quiet(self) -> bool:
        """Whether it has no capitals."""
        return self._sentence.is_quiet

    def kind(self, place: int) -> Class:
        """Return the class of a word."""
        word = self.words[place].text
        if self.is_loud and len(word) > 1:
            word = word.capitalize()
        return self._classes.of(word, welsh=self._sentence.is_welsh)

    def joins(self, place: int) -> bool:
        """Say whether only a space parts a word from the next one."""
        return self.words[place].joins and place + 1 < len(self.words)

    def before(self, place: int) -> str:
        """Return the word before, in small letters; nothing where more than a space parts them."""
        if not 0 < place < len(self.words) or self.words[place].before.strip(" '"):
            return ""
        return self.words[place - 1].lower

    def after(self, place: int) -> str:
        """Return the word after, if it is a small one that only a space parts, or the comma of an apposition."""
        if place + 1 >= len(self.words):
            return ""
        following, gap = self.words[place + 1], self.words[place].after.strip(" '")
        if gap not in {"", ","} or (following.is_capital and not self.is_loud):
            return ""
        return following.lower if not gap or following.lower in _APPOSITIONS else ""

    def is_first(self, place: int) -> bool:
        """Say whether a capital means nothing on this word, because something begins with it."""
        return place == 0 or self.words[place].is_fresh

    def is_uncased(self, place: int) -> bool:
        """Say whether a word is in a script without capitals."""
        word = self.words[place].text
        return not word.isascii() and word.lower() == word.upper()

    def is_met(self, place: int) -> bool:
        """Say whether a person may come here: after "with", "told" and the like."""
        return self.before(place) in cues.MEETING

    def speaks(self, place: int) -> bool:
        """Say whether the word is followed by what only a person does: "told", "says"."""
        return not self.words[place].possessive and self.after(place) in cues.SPEAKING

    def does(self, place: int) -> bool:
        """Say whether something is done after the word, or an apposition follows."""
        return not self.words[place].possessive and self.after(place) in cues.SPEAKING | cues.DOING

    def owns(self, place: int) -> bool:
        """Say whether the word owns what people own: "Gemma's phone"."""
        return self.words[place].possessive and self.after(place) in cues.BELONGINGS

    def is_person(self, place: int) -> bool:
        """Say whether an ordinary word with a capital does, owns or meets with what only a person can."""
        lower = self.words[place].lower
        if self.is_loud or self.is_heading or not self._may_be_anybody(place) or self._is_part_of_name(place):
            return False
        if self.owns(place) or (self.speaks(place) and not lower.endswith("s")) or self._has_apposition(place):
            return True
        if self.is_first(place) or self._is_before_capital(place) or self.words[place].text.isupper():
            return False
        if self.kind(place) is Class.EASILY_WORD and lower not in HEADS | places():
            return self.before(place) not in cues.DETERMINERS
        return self._is_spoken_to(place) or self.after(place) in cues.WILLING

    def is_head(self, place: int) -> bool:
        """Say whether the word is a kind of place or body after the name of one ("Rye Lane")."""
        joined = bool(self.before(place)) and self.words[place - 1].is_capital
        return joined and self.words[place].lower in HEADS

    def _is_part_of_name(self, place: int) -> bool:
        """Say whether the word belongs to what is before it ("Court of Appeal", "New Year's Eve")."""
        before = self.before(place)
        if not before:
            return False
        previous = self.words[place - 1]
        return before == "of" or previous.possessive or (previous.is_capital and not self.is_first(place - 1))

    def _has_apposition(self, place: int) -> bool:
        return self.words[place].after.strip() == "," and self.after(place) in _APPOSITIONS

    def _may_be_anybody(self, place: int) -> bool:
        lower = self.words[place].lower
        if lower in cues.CAPITAL_TOO | cues.SMALL_WORDS or len(lower) == 1 or lower.endswith(_ADJECTIVES):
            return False
        return lower not in DESCRIPTIONS and self.kind(place) not in {Class.PLACE, Class.PROPER}

    def _is_spoken_to(self, place: int) -> bool:
        if self.before(place) == "to":
            return self.before(place - 1) in cues.TALKING
        return self.before(place) in (cues.WELSH_VERBS if self._sentence.is_welsh else cues.MEETING_STRICTLY)

    def is_told_of(self, place: int) -> bool:
        """Say whether "my son", "called" or the like stands before a word that may be a name, in any case."""
        if self._is_ordinary(place):
            return False
        before = self.before(place)
        if before in cues.CALLED:
            return True
        if before in cues.RELATIVES:
            return self.before(place - 1) in cues.OWNERS or self.before(place - 2) in cues.OWNERS
        return self._is_relative_beside(place)

    def _is_relative_beside(self, place: int) -> bool:
        """Say whether a relative stands before a bracket or a comma ("My wife (Rose)", "my best friend, Rose,")."""
        word = self.words[place]
        if not word.is_capital or place == 0 or word.before.strip() not in {"(", ","}:
            return False
        closes = word.after.startswith((",", ")", "."))
        return closes and self.words[place - 1].lower in cues.RELATIVES

    def _is_ordinary(self, place: int) -> bool:
        """Say whether a word cannot be a name here: in small letters also the words that are names too, alone."""
        word, kind = self.words[place], self.kind(place)
        if word.is_capital and not self.is_loud:
            is_office = word.lower in cues.CAPITAL_TOO and kind not in _WORDS_AND_NAMES
            return is_office or word.lower in cues.SMALL_WORDS | LEADS or word.text.isupper()
        if kind is Class.UNKNOWN:
            return False
        beside = self.kind(place + 1) if self.joins(place) else None
        if beside is Class.EASILY_WORD and self.does(place + 1):
            beside = Class.NAME_TOO
        return kind not in _WORDS_AND_NAMES or beside not in {Class.UNKNOWN, Class.NAME_TOO}

    def is_something_else(self, first: int, last: int) -> bool:
        """Say whether the words beside a stretch show a place, a company, a law or a judgment."""
        before, after = self.before(first), self.after(last)
        if {before, after} & {"v", "vs"} or before in cues.DETERMINERS or self._is_before_head(first, last):
            return True
        if before and self.words[first - 1].is_capital and self._leads(first - 1):
            return True
        if self.words[last].possessive or self.speaks(last):
            return False
        return self._is_where_one_goes(first)

    def _leads(self, place: int) -> bool:
        return self.words[place].lower in LEADS or (not self.is_loud and self.kind(place) is Class.PLACE)

    def is_place_like(self, place: int) -> bool:
        """Say whether a word is a place, or stands where one would."""
        return self.kind(place) is Class.PLACE or self.before(place) in cues.IN_PLACES

    def _is_before_head(self, first: int, last: int) -> bool:
        if not self.joins(last):
            return False
        head = self.words[last + 1]
        return head.lower in HEADS and (head.is_capital or first == last)

    def _is_before_capital(self, place: int) -> bool:
        return self.joins(place) and self.words[place + 1].is_capital

    def _is_where_one_goes(self, first: int) -> bool:
        before, earlier = self.before(first), self.before(first - 1)
        if self.words[first].is_initial:
            return False
        if before in cues.IN_PLACES:
            return earlier not in {"in": cues.TRUSTING, "at": cues.LOOKING}.get(before, frozenset())
        if before in _WALKING:
            return before == "o" or earlier in cues.GOING
        return before == "of" and earlier in HEADS | cues.PARTS
