"""What a person typed about themselves for their document, where it stands in their answers too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from consult.redaction.details.places import POSTCODE_LIKE
from consult.redaction.folding import fold
from consult.redaction.found import Found, Kind, apart
from consult.redaction.names.name_cues import SMALL_WORDS

_PIECE = re.compile(r"[^\n,;]+")
_WORD = re.compile(r"[^\W_][\w'-]*")
_SHORTEST = 3


def typed_details(text: str, typed: Iterable[str]) -> list[Found]:
    """Return where `text` holds what was typed: whole lines of it, or the words of a name with a capital.

    `typed` holds the name, the address and whatever else was typed for the document. Nothing of it is kept.
    """
    folded = fold(text)
    found = [each for said in typed for each in _in_text(folded.text, fold(said).text)]
    return [folded.unfolded(each) for each in apart(found, folded.text)]


def _in_text(text: str, said: str) -> Iterator[Found]:
    for piece in _PIECE.findall(said):
        words = _WORD.findall(piece)
        if not words or sum(map(len, words)) < _SHORTEST:
            continue
        kind = (
            Kind.POSTCODE
            if POSTCODE_LIKE.fullmatch(piece.strip())
            else Kind.STREET
            if words[0][0].isdigit()
            else Kind.NAME
        )
        pattern = r"[\s,.'-]*".join(map(re.escape, words))
        yield from _everywhere(text, re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), kind)
        if kind is Kind.NAME:
            for word in words:
                if len(word) >= _SHORTEST and word.lower() not in SMALL_WORDS and word[0].isupper():
                    yield from _everywhere(text, re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"), kind)


def _everywhere(text: str, pattern: re.Pattern[str], kind: Kind) -> Iterator[Found]:
    for match in pattern.finditer(text):
        yield Found(match.start(), match.end(), kind)
