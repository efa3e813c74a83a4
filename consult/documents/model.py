"""The document model: what is sent, before anyone decides in which file format.

A document is a tuple of blocks; a block holds runs of text that know their language and direction. Texts are plain:
a line feed is a line break, a tab is a tab, and nothing is markup. Every value is frozen, so a document can be
rendered as often, and in as many formats, as needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Direction(StrEnum):
    """The way a script runs. The values are those of HTML's `dir`."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Edition(StrEnum):
    """How large the print is."""

    STANDARD = "standard"
    LARGE = "large"


class Role(StrEnum):
    """What a paragraph is for. A renderer gives each role one style."""

    BODY = "body"
    SUBTITLE = "subtitle"
    WORDING = "wording"
    """A question, word for word as the pack has it."""
    STATUS = "status"
    """How sure we are of the wording, or whose words something is."""
    CHOICE = "choice"
    """The option that was chosen."""
    ANSWER = "answer"
    """The person's own words."""
    PROMPT = "prompt"
    """What to write on the lines that follow. It stays on one page with them."""
    NOTE = "note"
    """Something set apart from the text around it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that shares everything but its letters.

    `language` is a BCP 47 tag, or None for the document's own; "und-" and a script's code stand for a language that
    the letters alone do not tell. `script` is an ISO 15924 code, or None for Latin and everything neutral.
    `direction` is None for the paragraph's own direction. `link` is a web address.
    """

    text: str
    bold: bool = False
    language: str | None = None
    script: str | None = None
    direction: Direction | None = None
    link: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 0 is the document's title; levels never skip downwards."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `keep_with_next` asks for no page break after it, beyond what its role asks for already."""

    runs: Runs
    role: Role = Role.BODY
    direction: Direction = Direction.LEFT_TO_RIGHT
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without an order."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a definition table: what it is about, and what there is to say."""

    label: Runs
    value: Paragraph


@dataclass(frozen=True, slots=True)
class DefinitionTable:
    """A table of two columns with a header row. `caption` names it for those who cannot see it."""

    caption: str
    header: tuple[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Empty boxes to tick on paper, one to an option. The boxes stay on one page, with what follows if asked."""

    options: tuple[Runs, ...]
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class AnswerSpace:
    """Ruled lines to write on, two of which at least stay together where a page ends."""

    lines: int

    @property
    def keeps(self) -> tuple[bool, ...]:
        """Return, for each line, whether it stays on one page with the next."""
        return tuple(line % 2 == 0 and line + 1 < self.lines for line in range(self.lines))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: `length` in whole steps from 1 to 100, the width of its column, and the same in words."""

    length: int
    alternative: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table of data, with the bar that stands under its words, if any."""

    runs: Runs
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of data with a header row, in which the first cell of each row says what the row is about.

    `caption` names it for those who cannot see it. `widths` are the columns' shares of the page, 100 in all.
    """

    caption: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | BulletList | DefinitionTable | DataTable | TickBoxes | AnswerSpace


@dataclass(frozen=True, slots=True)
class Sending:
    """An email that carries a document: where to (None leaves it to the person), its subject and its paragraphs."""

    to: str | None
    subject: str
    message: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `language` is a BCP 47 tag with a region ("en-GB", "cy-GB"). `stem` is the file name without its ending.
    `running_title` stands at the head of every page but the first. `page_label` is a template with `%(page)s` and
    `%(pages)s`. `sending` is the email that carries the document, for one that is meant to be sent.
    """

    title: str
    language: str
    stem: str
    running_title: Runs
    page_label: str
    blocks: tuple[Block, ...]
    sending: Sending | None = None
    edition: Edition = Edition.STANDARD
    direction: Direction = Direction.LEFT_TO_RIGHT


def by_link(runs: Runs) -> Iterator[tuple[str | None, Runs]]:
    """Yield runs in groups that share a link, or have none: a link is one thing, however many scripts it is in."""
    for link, group in groupby(runs, key=lambda run: run.link):
        yield link, tuple(group)


def text_of(runs: Runs) -> str:
    """Return the text of some runs."""
    return "".join(run.text for run in runs)
