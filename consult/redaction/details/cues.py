"""Words that announce a number: "passport no. is", "crime reference:", "rhif"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.redaction.found import Found, Kind

# What may stand between the cue and its number. Brackets are left out, so that no cue reaches past a mask.
_BETWEEN = (
    r"(?:[ :#.,=()'-]|\n|(?:numbers?|num|nos?|nr|ref|references?|records?|code|id|is|was|are|my|the|with|"
    r"rhif|cyfeirnod|oedd|yw|ydy|fy|y|yr)(?![^\W\d_])){0,12}+"
)


class Cued:
    """A number of one kind that is taken only after a cue.

    `cue` and `number` are regular expressions without capital letters; both ignore case. A Welsh cue needs its
    mutations.
    """

    def __init__(self, kind: Kind, *, cue: str, number: str) -> None:
        self._kind = kind
        self._cue = re.compile(rf"(?<![^\W_])(?:{cue})", re.IGNORECASE)
        self._number = re.compile(rf"{_BETWEEN}(?P<hit>{number})(?!\w)", re.IGNORECASE)

    def __call__(self, text: str) -> Iterator[Found]:
        """Find the numbers that stand straight after a cue."""
        for cue in self._cue.finditer(text):
            match = self._number.match(text, cue.end())
            if match:
                yield Found(match.start("hit"), match.end("hit"), self._kind)
