"""The ordinary words of a language, so that a capital letter on one of them is not taken for a name.

The words come from `simplemma`, a package that carries them with it: nothing is fetched. Of each only a fingerprint
of eight bytes is kept, which takes a tenth of the memory. That two words share one is most unlikely.
"""

from __future__ import annotations

import gc
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from simplemma.strategies import DefaultDictionaryFactory


class Vocabulary:
    """A set of words in small letters: `"police" in vocabulary("en")`."""

    def __init__(self, words: Iterable[str]) -> None:
        self._prints = array("Q", sorted({_fingerprint(word) for word in words}))

    def __len__(self) -> int:
        return len(self._prints)

    def __contains__(self, word: str) -> bool:
        sought = _fingerprint(word)
        place = bisect_left(self._prints, sought)
        return place < len(self._prints) and self._prints[place] == sought


@lru_cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of `language` ("en" or "cy") that have a small letter. The first call takes a while."""
    words = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    made = Vocabulary(word for word in words if word[:1].islower())
    # The package's own table is many times as large, and part of a cycle: it would wait long to be collected.
    del words
    gc.collect()
    return made


def _fingerprint(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
