"""Reads a web page as it streams by, so that neither size nor nesting costs memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from consult.packs.compare.blocks import Block, Document, DocumentError, Kind
from consult.packs.compare.reading.furniture import is_furniture, names
from consult.packs.compare.reading.marks import is_linked_mark, is_raised_mark, leads_to_note
from consult.packs.compare.typography import tidy, tidy_lines

DEEPEST = 5_000
"""How many elements may lie inside one another; real pages stay under a hundred."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | names(
    "html body p div section article main aside header ul ol li dl dt dd table caption thead tbody tfoot tr td th "
    "blockquote pre figure figcaption fieldset legend form label details summary address center hr"
)
_PANELS = names("call-to-action information advisory example panel govuk-inset-text callout box")
_SMALL = re.compile(r"[0-9]{1,4}")
_UNNUMBERED = frozenset(("legislative-list", "list-style-none", "unnumbered"))


def read_html(text: str) -> Document:
    """Return the page's blocks: those of its main part when it marks one, or else all but the furniture.

    Raises `DocumentError` when elements lie more than `DEEPEST` deep.
    """
    page = _Page()
    parser = etree.HTMLParser(target=page, huge_tree=True)
    # The parser would stop reading at a NUL.
    parser.feed(text.replace("\0", ""))
    parser.close()
    return Document(page.blocks(), canonical=page.canonical)


@dataclass
class _List:
    """An open list: the number that its next item gets, or None when it shows none."""

    next: int | None


@dataclass(frozen=True)
class _Box:
    """Where we are in boxes and table rows."""

    box: int = 0
    row: int = 0


@dataclass
class _Opened:
    """An open element, and what to put back when it ends."""

    tag: str
    main: bool = False
    list: bool = False
    jump: bool = False
    outer: _Box | None = None
    mark: int | None = None
    """Where a superscript or a link to a footnote began in the block being written."""


@dataclass
class _Writing:
    """The block being written. `linked` counts the letters that lead elsewhere on a page."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    def is_contents_entry(self) -> bool:
        return self.linked > 0 and self.linked >= sum(len(tidy(piece)) for piece in self.pieces)


class _Page:
    """What the parser tells, event by event."""

    def __init__(self) -> None:
        self.canonical: str | None = None
        self._found: list[tuple[Block, bool]] = []
        self._open: list[_Opened] = []
        self._skipping = 0
        self._main = self._heading = self._items = self._jumps = self._boxes = 0
        self._lists: list[_List] = []
        self._place = _Box()
        self._pending: tuple[Kind, str] | None = None
        self._writing = _Writing()

    def blocks(self) -> tuple[Block, ...]:
        """Return what was found."""
        main = tuple(block for block, in_main in self._found if in_main)
        return main or tuple(block for block, _ in self._found)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if self._skipping or is_furniture(tag, attributes, in_main=self._main > 0):
            self._skipping += 1
            return
        if len(self._open) >= DEEPEST:
            raise DocumentError(
                f"The page has elements more than {DEEPEST} deep, so it is broken. Save it as plain text instead."
            )
        opened = _Opened(tag)
        self._open.append(opened)
        if tag in _BLOCKS:
            self._flush()
            self._enter_block(opened, attributes)
        else:
            self._enter_inline(opened, attributes)

    def end(self, tag: str) -> None:
        """Close the innermost open element; the parser has balanced them."""
        if self._skipping:
            self._skipping -= 1
            return
        if tag in _BLOCKS:
            self._flush()
        opened = self._open.pop()
        self._main -= opened.main
        self._heading -= tag in _HEADINGS
        self._jumps -= opened.jump
        if opened.list:
            self._lists.pop()
        if tag == "li":
            self._items -= 1
            self._pending = None
        if opened.outer is not None:
            self._place = opened.outer
            self._pending = None
        if opened.mark is not None:
            self._drop_note_mark(opened.mark, linked=tag == "a")

    def data(self, text: str) -> None:
        """Take text."""
        if self._skipping:
            return
        if not any(opened.tag == "pre" for opened in self._open[-3:]):
            text = text.replace("\n", " ").replace("\r", " ")
        self._writing.pieces.append(text)
        if self._jumps:
            self._writing.linked += len(tidy(text))

    def comment(self, text: str) -> None:
        """Pass over a comment."""

    def close(self) -> None:
        """Finish the last block."""
        self._flush()

    def _enter_block(self, opened: _Opened, attributes: Mapping[str, str]) -> None:
        tag, classes = opened.tag, set(attributes.get("class", "").split())
        if tag == "main" or attributes.get("role") == "main":
            opened.main = True
            self._main += 1
        self._heading += tag in _HEADINGS
        if tag in {"ol", "ul"}:
            opened.list = True
            self._lists.append(_List(_first_number(tag, attributes, classes)))
        elif tag == "li":
            self._items += 1
            self._pending = (Kind.ITEM, self._item_label(attributes))
        elif tag == "tr":
            opened.outer, self._place = self._place, _Box(self._place.box, self._new_box())
        elif tag in {"td", "th"}:
            opened.outer, self._place = self._place, _Box(self._new_box(), self._place.row)
            self._pending = (Kind.CELL, "")
        elif tag in {"blockquote", "fieldset"} or classes & _PANELS:
            opened.outer, self._place = self._place, _Box(self._new_box(), self._place.row)

    def _enter_inline(self, opened: _Opened, attributes: Mapping[str, str]) -> None:
        if opened.tag == "br":
            self._writing.pieces.append("\n")
        elif opened.tag == "sup" or (opened.tag == "a" and leads_to_note(attributes)):
            opened.mark = len(self._writing.pieces)
        elif opened.tag == "a" and "#" in attributes.get("href", ""):
            opened.jump = True
            self._jumps += 1
        elif opened.tag == "link" and self.canonical is None:
            self.canonical = _canonical(attributes)

    def _new_box(self) -> int:
        self._boxes += 1
        return self._boxes

    def _item_label(self, attributes: Mapping[str, str]) -> str:
        if not self._lists or self._lists[-1].next is None:
            return ""
        number = _whole(attributes.get("value")) or self._lists[-1].next
        self._lists[-1].next = number + 1
        return f"{number}."

    def _drop_note_mark(self, since: int, *, linked: bool) -> None:
        pieces = self._writing.pieces
        mark = "".join(pieces[since:])
        if is_linked_mark(mark) if linked else is_raised_mark(mark, "".join(pieces[max(0, since - 4) : since])):
            del pieces[since:]

    def _flush(self) -> None:
        writing, self._writing = self._writing, _Writing()
        text = tidy_lines("".join(writing.pieces))
        if not text:
            return
        kind, label = self._pending or (Kind.PARAGRAPH, "")
        if self._heading:
            kind = Kind.HEADING if kind is Kind.PARAGRAPH else kind
        elif writing.is_contents_entry():
            return
        self._pending = None
        block = Block(text, kind, label, self._items, self._place.box, self._place.row)
        self._found.append((block, self._main > 0))


def _first_number(tag: str, attributes: Mapping[str, str], classes: set[str]) -> int | None:
    if tag == "ul" or attributes.get("type", "1") != "1" or "reversed" in attributes or classes & _UNNUMBERED:
        return None
    start = _whole(attributes.get("start"))
    return 1 if start is None else start


def _whole(value: str | None) -> int | None:
    """Return a small whole number, or None for anything else."""
    found = _SMALL.fullmatch((value or "").strip())
    return int(found[0]) if found else None


def _canonical(attributes: Mapping[str, str]) -> str | None:
    """Return the address of a canonical link on a gov.uk host."""
    href = attributes.get("href", "").strip()
    if "canonical" not in attributes.get("rel", "").lower().split() or any(mark.isspace() for mark in href):
        return None
    try:
        address = urlsplit(href)
        host = (address.hostname or "").lower()
    except ValueError:
        return None
    return href if address.scheme in {"https", "http"} and (host == "gov.uk" or host.endswith(".gov.uk")) else None
