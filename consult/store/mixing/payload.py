"""What waits in the inbox: one person's shared answers as one JSON text, already in the pieces of a release.

Or only their words, when they were counted before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Piece:
    """One answer to one question. `id` is in hexadecimal digits."""

    id: str
    question: str
    option: str


@dataclass(frozen=True)
class Words:
    """A person's own words on one question. `id` is in hexadecimal digits."""

    id: str
    question: str
    text: str


@dataclass(frozen=True)
class Payload:
    """One person's shared answers: the first piece stands for the whole response.

    `attributes` names the groups in which all of it is counted. `facts` is for the receipt alone, in hexadecimal
    digits: see `facts.sealed`. `apart` is the id, in such digits too, of the row in which the words wait alone when
    the rest goes before them; payloads of earlier versions have none.
    """

    attributes: Mapping[str, str]
    facts: str
    pieces: tuple[Piece, ...]
    words: tuple[Words, ...]
    apart: str = ""

    @property
    def is_response(self) -> bool:
        """Say whether there is somebody to count. Otherwise these are words of somebody who was counted before."""
        return bool(self.pieces)

    @property
    def id(self) -> bytes:
        """Return the id of the record that stands for the whole response, or that of the first comment."""
        return bytes.fromhex((self.pieces or self.words)[0].id)

    def without_words(self) -> Payload:
        """Return what is counted of this."""
        return replace(self, words=())

    def only_words(self) -> Payload:
        """Return the words, with nothing that leads to what is counted."""
        return Payload({}, "", (), self.words)

    def to_json(self) -> str:
        """Return this as JSON text."""
        # Not `asdict`: it copies every value, and would take longer than all the rest of sharing.
        raw = vars(self) | {"pieces": list(map(vars, self.pieces)), "words": list(map(vars, self.words))}
        return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Payload:
        """Return what `to_json` wrote. Raises `ValueError`, `KeyError` or `TypeError` for anything else."""
        raw = json.loads(text)
        return cls(
            attributes=raw["attributes"],
            facts=raw["facts"],
            pieces=tuple(Piece(**piece) for piece in raw["pieces"]),
            words=tuple(Words(**words) for words in raw["words"]),
            apart=raw.get("apart", ""),
        )
