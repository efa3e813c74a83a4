"""The two parts that answers are made of: one option out of several, and text."""

from __future__ import annotations

from collections.abc import Mapping

from consult.answers.cleaning import clean
from consult.answers.kinds.protocol import TEXT_LIMIT, Fault, FieldFault
from consult.packs.model import Option


def parse_choice(form: Mapping[str, str], options: tuple[Option, ...]) -> tuple[str | None, list[FieldFault]]:
    """Return the option id in field `choice`, or None with a fault when the question has no such option."""
    choice = form.get("choice", "")
    if not choice:
        return None, []
    if label_of(choice, options) is None:
        return None, [FieldFault("choice", Fault.UNKNOWN_OPTION)]
    return choice, []


def parse_text(form: Mapping[str, str]) -> tuple[str, list[FieldFault], int]:
    """Return the cleaned text in field `text`, its faults, and how many characters cleaning took out."""
    cleaned = clean(form.get("text", ""))
    over_by = len(cleaned.text) - TEXT_LIMIT
    faults = [FieldFault("text", Fault.TOO_LONG, over_by)] if over_by > 0 else []
    return cleaned.text, faults, cleaned.removed


def label_of(choice: str | None, options: tuple[Option, ...]) -> str | None:
    """Return an option's label, or None when there is no such option."""
    return next((option.label for option in options if option.id == choice), None)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the text's paragraphs: parted by blank lines, single line feeds kept inside."""
    blocks = (block.strip("\n") for block in text.split("\n\n"))
    return tuple(block for block in blocks if block.strip())
