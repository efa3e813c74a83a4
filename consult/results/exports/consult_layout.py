"""How the Consult folder is laid out: the names of its files, and the sheets of its set-up workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import count, product
from string import ascii_uppercase

RESPONDENTS = "inputs/respondents.jsonl"
LAYOUT = "question_understanding.csv"
LAYOUT_COLUMNS = ("sheet", "question_number", "question_text", "closed_column", "open_column")

BLANK = frozenset({"", "-"})
"""Texts that Consult takes for no answer."""

PART = re.compile(r"inputs/question_part_(\d+)/(question\.json|multi_choice\.jsonl|responses\.jsonl)")


class Sheet(StrEnum):
    """The sheets that Consult's set-up knows questions on."""

    OPEN = "Open questions"
    HYBRID = "Hybrid questions"
    CLOSED = "Multiple Choice"


def part(number: int, name: str) -> str:
    """Return the name of one of a question's files."""
    return f"inputs/question_part_{number}/{name}"


def column_names() -> Iterator[str]:
    """Yield the names of a spreadsheet's columns: A to Z, AA, and so on."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))
