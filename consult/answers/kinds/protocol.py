"""What every kind of answer can do. Adding a kind is adding one file beside this one and a line in the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from consult.answers.sheet import Answer
from consult.packs.model import Option

TEXT_LIMIT = 20_000
"""The most characters (Unicode code points, after cleaning) that one answer may have."""


class Fault(StrEnum):
    """What can be wrong with an answer. The web puts each into words, in the person's language."""

    UNKNOWN_OPTION = "unknown-option"
    TOO_LONG = "too-long"


@dataclass(frozen=True)
class FieldFault:
    """A fault, the form field that it belongs to, and how far over a limit the answer is (0 if not a limit)."""

    field: str
    fault: Fault
    over_by: int = 0


@dataclass(frozen=True)
class Parsed:
    """What a form held: the cleaned answer, what is wrong with it, and how many characters cleaning took out."""

    answer: Answer
    faults: tuple[FieldFault, ...] = ()
    removed: int = 0


@dataclass(frozen=True)
class Shown:
    """An answer in words, for screens and documents: the option in words (or None), and paragraphs of text."""

    chosen: str | None
    paragraphs: tuple[str, ...]


class AnswerKind(Protocol):
    """One kind of answer. `options` are the question's options, empty for a kind without any."""

    name: str
    has_options: bool
    has_text: bool

    def parse(self, form: Mapping[str, str], options: tuple[Option, ...]) -> Parsed:
        """Return the answer that a posted form holds, in fields `choice` and `text`. Never raises."""
        ...

    def show(self, answer: Answer, options: tuple[Option, ...]) -> Shown:
        """Return the answer in words; an option that the pack no longer has is shown as nothing."""
        ...

    def counted(self, answer: Answer, options: tuple[Option, ...]) -> str | None:
        """Return the option id under which this answer is counted, or None when there is nothing to count."""
        ...

    def comment(self, answer: Answer) -> str:
        """Return the person's own words, for redaction and sharing; empty when there are none."""
        ...
