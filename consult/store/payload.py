"""What waits in the inbox: one person's shared answers as one JSON text, already in the pieces of a release."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from consult.results.tally import RESPONSES


@dataclass(frozen=True)
class Piece:
    """One answer to one question. `id` is in hexadecimal digits."""

    id: str
    question: str
    option: str

    @property
    def counts_a_response(self) -> bool:
        """Say whether this stands for the whole response."""
        return self.question == RESPONSES


@dataclass(frozen=True)
class Words:
    """A person's own words on one question. `id` is in hexadecimal digits."""

    id: str
    question: str
    text: str
    language: str


@dataclass(frozen=True)
class Payload:
    """One person's shared answers: `attributes` maps about-you question ids to option ids."""

    pack_version: int
    attributes: Mapping[str, str]
    pieces: tuple[Piece, ...]
    words: tuple[Words, ...]

    def to_json(self) -> str:
        """Return this as JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Payload:
        """Return what `to_json` wrote. Raises `ValueError`, `KeyError` or `TypeError` for anything else."""
        raw = json.loads(text)
        return cls(
            pack_version=raw["pack_version"],
            attributes=raw["attributes"],
            pieces=tuple(Piece(**piece) for piece in raw["pieces"]),
            words=tuple(Words(**words) for words in raw["words"]),
        )
