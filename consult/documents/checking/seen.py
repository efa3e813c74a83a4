"""A document as a reader meets it, whichever format it came in: what the shared rules look at."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class SeenRun:
    """Text that is set alike. `language` is None when the run says nothing, "und" when it says that it is unknown.

    `size` is in points, for the letters that the text has. `colour` is RGB in hexadecimal, or None.
    `right_to_left` is None in a format that has no such mark.
    """

    text: str
    language: str | None = None
    size: float = 0
    colour: str | None = None
    italic: bool = False
    right_to_left: bool | None = None


@dataclass(slots=True)
class SeenParagraph:
    """A paragraph. `level` is 0 for the title, 1 and up for headings, None for others.

    `style` is the name of its named style in lower case. `alignment` is "start" unless set to something else.
    `ruled`: it draws a line. `keeps`: it stays on one page with the next.
    """

    where: str
    style: str
    level: int | None
    runs: list[SeenRun]
    right_to_left: bool
    alignment: str = "start"
    ruled: bool = False
    keeps: bool = False
    known_style: bool = True

    @property
    def text(self) -> str:
        """Return what it says."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class SeenTable:
    """A table, as far as its accessibility goes. `splits`: some row may be cut in two by the end of a page."""

    where: str
    has_header: bool
    has_caption: bool
    is_regular: bool
    splits: bool


@dataclass(slots=True)
class SeenLink:
    """A link: its words and its address."""

    where: str
    text: str
    address: str


@dataclass(slots=True)
class SeenDocument:
    """A whole document. `languages` maps each place that states the document's language to what it states."""

    title: str = ""
    languages: dict[str, str] = field(default_factory=dict)
    fonts: list[str] = field(default_factory=list)
    paragraphs: list[SeenParagraph] = field(default_factory=list)
    tables: list[SeenTable] = field(default_factory=list)
    links: list[SeenLink] = field(default_factory=list)
    running_title: str = ""
    page_fields: set[str] = field(default_factory=set)
