"""What every kind of document becomes: a flat list of blocks of text, each knowing its place in the structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is. Only the first block of a list item or table cell is an item or cell."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell.

    `text` is tidied (see `typography.tidy`); a line feed in it is a line break that the author made.
    `label` is the number that the document's own numbering prints before the block ("1.", "Question 1:"), if any.
    `depth` counts the list items around the block, its own included. `box` is the id of the innermost cell, panel
    or quotation around it and `row` that of its table row; 0 means none.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    label: str = ""
    depth: int = 0
    box: int = 0
    row: int = 0


@dataclass(frozen=True)
class Document:
    """A document as read.

    `canonical` is the address that an HTML page gives for itself, if it gives one. `notes` are things about the
    reading that the operator should know, each a sentence.
    """

    blocks: tuple[Block, ...]
    canonical: str | None = None
    notes: tuple[str, ...] = ()


class DocumentError(Exception):
    """The file cannot be read as a document. The message says why, and what to do."""
