"""How many texts there are, and how many of them are alike: protected numbers of what people wrote."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from consult.results.exports.material import Material, Said
from consult.results.likeness import likeness
from consult.results.protected import Protected
from consult.results.tally import RECORD_KEYS


@dataclass(frozen=True)
class Written:
    """How many texts were written, and how many of them say the same, or nearly the same, as another.

    A text is one person's words on one question. Texts on different questions are not compared.
    """

    texts: Protected
    same: Protected
    nearly: Protected


class _Sum:
    """A count, and the sum of the keys behind it: each text's key comes from its words, the same every time."""

    def __init__(self) -> None:
        self.count = 0
        self.keys = 0

    def add(self, key: int) -> None:
        self.count += 1
        self.keys += key

    def protected(self) -> Protected:
        return Protected(count=self.count, key_sum=self.keys)


def written(material: Material) -> Written:
    """Return the numbers of a campaign. Reads every comment once, and holds none."""
    texts, same, nearly = _Sum(), _Sum(), _Sum()
    for question_id, _question in material.commented():
        keys = array("B")
        found = likeness(_noting(material.comments(question_id), keys))
        same_sizes, sizes = found.same_sizes(), found.sizes()
        for at, key in enumerate(keys):
            texts.add(key)
            if found.same[at] in same_sizes:
                same.add(key)
            if found.nearly[at] in sizes:
                nearly.add(key)
    return Written(texts.protected(), same.protected(), nearly.protected())


def _noting(comments: Iterable[Said], keys: array[int]) -> Iterator[str]:
    """Yield the comments' texts, and note the key of each."""
    for each in comments:
        keys.append(crc32(each.text.encode("utf-8", "replace")) % RECORD_KEYS)
        yield each.text
