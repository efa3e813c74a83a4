"""How a passage fits a wording: whether its words are the same, and how near they come if not.

A list within a question is run on in one line. Its author needed no marks at the ends of the items, so ours are
put there: a semicolon (or a comma, or nothing) after an item that ends without a mark, and a full stop (or nothing)
after the last. Any of these ways may be the same as the wording; the first of each is what we write ourselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from consult.packs.compare.finding.passages import Passage, Segment
from consult.packs.compare.typography import plain

_WAYS = tuple((between, last) for between in (";", ",", "") for last in (".", ""))
_MARKED = re.compile(r"[.,;:?!–—-]['\"’”)\]]*$|\b(?:and|or|a|ac|neu)$")
_CLEARLY = 0.1
"""By how much more text must raise the likeness to be taken in: a stray common word raises it a little."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Fit:
    """A passage read as a wording.

    `text` is its first `length` segments, `same` whether that is the wording, and `likeness` how alike the two are
    (0 to 1, over the words).
    """

    length: int
    text: str
    same: bool
    likeness: float


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, in any order (the Sørensen–Dice coefficient)."""
    ours, theirs = bag(one), bag(other)
    both = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / both if both else 0.0


def bag(text: str) -> Counter[str]:
    """Return how often each word occurs in a text."""
    return Counter(_WORD.findall(plain(text).lower()))


# A pack has few wordings, and each is held against everything that wears its number.
_plain_of = lru_cache(maxsize=256)(plain)
_bag_of = lru_cache(maxsize=256)(bag)


def fit(passage: Passage, wording: str) -> Fit:
    """Return how `passage` fits `wording`. Text after the required segments is taken in if it fits better."""
    target = _plain_of(wording)
    lists = any(segment.item for segment in passage.segments)
    for way in _WAYS if lists else _WAYS[:1]:
        length = _same_length(passage, target, *way)
        if length:
            return Fit(length, run_on(passage.segments[:length], *way), same=True, likeness=1.0)
    return _nearest(passage, wording)


def run_on(segments: Sequence[Segment], between: str = ";", last: str = ".") -> str:
    """Return the segments as one line, with these marks at the ends of the items of a list."""
    return " ".join(_piece(segments, place, len(segments), between, last) for place in range(len(segments)))


def _piece(segments: Sequence[Segment], place: int, length: int, between: str, last: str) -> str:
    """Return the segment at `place` as it reads among the first `length`."""
    segment = segments[place]
    if not segment.item or _MARKED.search(segment.text):
        return segment.text
    more = place + 1 < min(length, len(segments)) and segments[place + 1].item
    return segment.text + (between if more else last)


def _same_length(passage: Passage, target: str, between: str, last: str) -> int:
    """Return how many segments are `target`, in whole and with at least the required ones; 0 if none are."""
    segments, reached = passage.segments, 0
    for place in range(len(segments)):
        length = place + 1
        if length >= passage.required and target[reached:] == plain(_piece(segments, place, length, between, last)):
            return length
        piece = plain(_piece(segments, place, length + 1, between, last)) + " "
        if not target.startswith(piece, reached):
            return 0
        reached += len(piece)
    return 0


def _nearest(passage: Passage, wording: str) -> Fit:
    """Return the length, from the required to the possible, whose words come clearly nearest to the wording's."""
    theirs = _bag_of(wording)
    ours: Counter[str] = Counter()
    common, best, length = 0, 0.0, 0
    for place, segment in enumerate(passage.segments[: passage.possible], start=1):
        for word, count in bag(segment.text).items():
            common += min(theirs[word], ours[word] + count) - min(theirs[word], ours[word])
            ours[word] += count
        score = 2 * common / max(1, ours.total() + theirs.total())
        if place == passage.required or (place > passage.required and score > best + _CLEARLY):
            best, length = score, place
    return Fit(length, run_on(passage.segments[:length]), same=False, likeness=best)
