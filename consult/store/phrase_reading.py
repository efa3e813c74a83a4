"""Reading a phrase as people type it: in capitals, numbered, misspelt, run together or split.

There is at most one phrase in what somebody typed. Where it could be two, the person is asked: trying both would
double what each guess is worth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from consult.store.word_list import LONGEST as LONGEST_WORD
from consult.store.word_list import SHORTEST, is_word, meant

COUNT = 8
"""How many words a phrase has."""

LONGEST = 400
"""Text longer than this many characters is not read as a phrase: it leaves room for numbering and line ends."""

_MOST_LETTERS = COUNT * (LONGEST_WORD + 1)
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINERS = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True)
class Unread:
    """A word that cannot be read: which one it is (from 1), and the words of the list that it could be."""

    number: int
    could_be: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What was read: the phrase in canonical form or None, how many words were typed, and those not readable.

    Text too long to be a phrase counts as no words.
    """

    phrase: str | None
    typed: int = 0
    unread: tuple[Unread, ...] = ()


def read(text: str) -> Reading:
    """Return what can be read of a phrase that a person typed. Never raises.

    Case, accents, numbering, punctuation and line ends do not matter.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return Reading(None)
    typed = _LETTERS.findall(text.lower() if text.isascii() else _without_accents(text))
    each = [meant(word) for word in typed]
    if len(typed) == COUNT and all(len(words) == 1 for words in each):
        return Reading("-".join(words[0] for words in each), COUNT)
    unread = tuple(Unread(at, words) for at, words in enumerate(each, start=1) if len(words) != 1)
    return Reading(_regrouped(typed, each), len(typed), unread)


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_JOINERS)).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))


def _regrouped(typed: list[str], each: list[tuple[str, ...]]) -> str | None:
    """Return the one phrase that was typed with its words run together or split, or None.

    Where every word is in the list as it is, the gaps are where they belong, and there are too few or too many.
    """
    letters = "".join(typed)
    if all(map(is_word, typed)) or len(letters) > _MOST_LETTERS:
        return None
    steps = _whole_words(typed, each)
    reached: list[set[tuple[str, ...]]] = [set() for _ in range(len(letters) + 1)]
    reached[0].add(())
    for at in range(len(letters)):
        for end, word in {*_words_at(letters, at), *steps.get(at, ())}:
            reached[end] |= {(*before, word) for before in reached[at] if len(before) < COUNT}
        reached[at].clear()
    found = [words for words in reached[-1] if len(words) == COUNT]
    return "-".join(found[0]) if len(found) == 1 else None


def _words_at(letters: str, at: int) -> Iterator[tuple[int, str]]:
    """Give the words of the list that stand at a place, each with the place after it."""
    for end in range(at + SHORTEST, min(at + LONGEST_WORD, len(letters)) + 1):
        if is_word(letters[at:end]):
            yield end, letters[at:end]


def _whole_words(typed: list[str], each: list[tuple[str, ...]]) -> dict[int, list[tuple[int, str]]]:
    """Return the words that were typed apart and can be read, mistakes included, by the place where they begin."""
    steps, at = {}, 0
    for word, words in zip(typed, each, strict=True):
        end = at + len(word)
        # A longer tail may be the next word.
        if len(words) == 1 and len(word) <= len(words[0]) + 1:
            steps[at] = [(end, words[0])]
        at = end
    return steps
