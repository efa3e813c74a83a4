"""The words that phrases are made of, and which of them somebody meant.

They are the 2,048 of the English list of BIP-39 (bitcoin/bips, bip-0039): common words of three to eight letters
that differ in their first four.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mnemonic import Mnemonic

WORDS: tuple[str, ...] = tuple(Mnemonic("english").wordlist)
SHORTEST, LONGEST = min(map(len, WORDS)), max(map(len, WORDS))
START = 4
"""This many letters are enough to tell any two words apart."""

_WORDS = frozenset(WORDS)
_BY_START = {word[:START]: word for word in WORDS}


def is_word(text: str) -> bool:
    """Say whether `text` is in the list as it is."""
    return text in _WORDS


def meant(typed: str) -> tuple[str, ...]:
    """Return the words that `typed` (lower case letters) can stand for: none, one, or several to ask about.

    A word of the list stands for itself. Then the first four letters decide, unless what follows them says that it
    is another word with one mistake. Where they fit no word, one letter may be missing, too many, wrong or swapped
    with the next.
    """
    if typed in _WORDS:
        return (typed,)
    near = _one_mistake_away(typed)
    begun = _BY_START.get(typed[:START]) if len(typed) >= START else None
    if begun is None:
        return tuple(sorted(near))
    if begun in near or begun.startswith(typed) or not near:
        return (begun,)
    return tuple(sorted(near | {begun}))


def _one_mistake_away(typed: str) -> set[str]:
    if not SHORTEST - 1 <= len(typed) <= LONGEST + 1:
        return set()
    index = _by_shortened()
    found = set().union(*(index.get(part, ()) for part in {typed, *_shortened(typed)}))
    return {word for word in found if _differ_by_one(word, typed)}


@cache
def _by_shortened() -> dict[str, list[str]]:
    """Return the words under themselves and under what is left of them without any one letter.

    Whatever is one mistake away from a word shares one of these with it. Made when the first mistake is met.
    """
    index: dict[str, list[str]] = {}
    for word in WORDS:
        for part in {word, *_shortened(word)}:
            index.setdefault(part, []).append(word)
    return index


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _differ_by_one(word: str, typed: str) -> bool:
    """Say whether one letter is missing, too many, wrong or swapped with the next (the words are not the same)."""
    at = next((at for at, pair in enumerate(zip(word, typed, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return abs(len(word) - len(typed)) == 1
    rest, typed_rest = word[at:], typed[at:]
    swapped = rest[:2] == typed_rest[1::-1] and rest[2:] == typed_rest[2:]
    return swapped or typed_rest[1:] in {rest, rest[1:]} or typed_rest == rest[1:]
