"""Which texts are word for word the same, and which are nearly so: what a campaign's template leaves behind.

Two texts are *the same* when only case, accents, punctuation or space tells them apart. They are *nearly* the same
when they share at least `NEARLY` of their runs of three words (the Jaccard index). That is estimated from the
smallest hashes of these runs, as Broder does ("On the resemblance and containment of documents", 1997), so that
nothing but some numbers is kept of a text, and no pair of texts is compared that has no reason to be.

A text of fewer than `SHORTEST` words is only ever compared whole: "I agree" and "I do not agree" are
not nearly alike.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, groupby
from zlib import crc32

NEARLY = 0.75
"""The share of their runs of words that texts have in common at least when they count as nearly the same."""

SHORTEST = 8
"""The fewest words of a text that can be nearly the same as another."""

_RUN = 3
_SKETCH = 32
"""How many hashes are kept of a text: the estimate is within 0.08 in two cases of three."""

_LOOKED_UP = 4
"""How many of them bring texts together that are then compared."""

_PARTS = 4
_NONE = 2**32 - 1
_EMPTY = array("I", [_NONE]) * _SKETCH
_WORD = re.compile(rb"[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")


@dataclass(frozen=True)
class Likeness:
    """For each text, by its place, the place of the first that says the same, and of the first that nearly does."""

    same: array[int]
    nearly: array[int]

    def sizes(self) -> dict[int, int]:
        """Return how many texts are in each group of two or more that are nearly the same, by its first place."""
        return _counted(self.nearly)

    def same_sizes(self) -> dict[int, int]:
        """Return the same for texts that are the same word for word."""
        return _counted(self.same)


def likeness(texts: Iterable[str]) -> Likeness:
    """Return which texts are alike. Keeps about 160 bytes of each, and none of its words.

    Texts may come from a stream: each is looked at once. The same texts in the same order give the same groups.
    """
    whole, sketches = array("Q"), array("I")
    for text in texts:
        words = words_of(text)
        plain = b" ".join(words)
        whole.append(int.from_bytes(blake2b(plain, digest_size=8).digest()))
        sketches.extend(_sketch(words, plain))
    same = _first_of_each(whole)
    return Likeness(same, _joined(same, sketches))


def words_of(text: str) -> list[bytes]:
    """Return a text's words as they are compared: without case, accents and punctuation."""
    plain = text.replace("'", "").replace("’", "")
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(_compared(each) for each in letters if not unicodedata.combining(each))
    return _WORD.findall(plain.casefold().encode("utf-8", "replace"))


def _compared(character: str) -> str:
    return " " if unicodedata.category(character)[0] in "PSZC" else character


def _sketch(words: list[bytes], plain: bytes) -> array[int]:
    """Return the smallest hashes of a text's runs of words, filled up; nothing but filling for a short one.

    `plain` is the words with a space between them: a run of words is a piece of it.
    """
    if len(words) < SHORTEST:
        return _EMPTY
    begins = list(accumulate((len(word) + 1 for word in words), initial=0))
    runs = zip(begins, begins[_RUN:], strict=False)
    kept = sorted({crc32(plain[begin : beyond - 1]) for begin, beyond in runs})[:_SKETCH]
    return array("I", kept + [_NONE] * (_SKETCH - len(kept)))


def _first_of_each(whole: array[int]) -> array[int]:
    """Return, for each digest, the place where it comes first."""
    first: dict[int, int] = {}
    return array("I", (first.setdefault(digest, at) for at, digest in enumerate(whole)))


def _joined(same: array[int], sketches: array[int]) -> array[int]:
    """Return the groups that are left when texts with like sketches are put together."""
    leader = array("I", same)
    for places in _candidates(same, sketches):
        # Each is compared with a few heads only: a template copied a thousand times makes no million pairs.
        heads: list[tuple[int, set[int]]] = []
        for at in places:
            hashes = set(sketches[at * _SKETCH : (at + 1) * _SKETCH])
            hashes.discard(_NONE)
            head = next((each for each, of_head in heads if _alike(of_head, hashes)), None)
            if head is not None:
                _unite(leader, head, at)
            elif len(heads) < _LOOKED_UP:
                heads.append((at, hashes))
    return array("I", (_leader(leader, at) for at in range(len(leader))))


def _candidates(same: array[int], sketches: array[int]) -> Iterator[list[int]]:
    """Yield the places of different texts that share one of their smallest hashes."""
    # In parts, as sorting all of them at once would take the most memory of all.
    for part in range(_PARTS):
        yield from _sharing(
            sketches[at * _SKETCH + number] << 32 | at
            for at, first in enumerate(same)
            if at == first
            for number in range(_LOOKED_UP)
            if sketches[at * _SKETCH + number] % _PARTS == part
        )


def _sharing(keys: Iterable[int]) -> Iterator[list[int]]:
    for shared, group in groupby(sorted(keys), key=lambda key: key >> 32):
        places = [key & _NONE for key in group]
        if shared != _NONE and len(places) > 1:
            yield places


def _alike(ours: set[int], theirs: set[int]) -> bool:
    """Say whether two texts are nearly the same, as far as their smallest hashes tell."""
    shared = ours & theirs
    needed = NEARLY * min(len(ours) + len(theirs) - len(shared), _SKETCH)
    # Most pairs have far too little in common, which is told without looking for the smallest of all.
    if len(shared) < needed:
        return False
    smallest = sorted(ours | theirs)[:_SKETCH]
    return len(shared.intersection(smallest)) >= needed


def _leader(leader: array[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at


def _unite(leader: array[int], one: int, other: int) -> None:
    first, second = sorted((_leader(leader, one), _leader(leader, other)))
    leader[second] = first


def _counted(groups: array[int]) -> dict[int, int]:
    counts = array("I", bytes(4 * len(groups)))
    for first in groups:
        counts[first] += 1
    return {first: count for first, count in enumerate(counts) if count > 1}
