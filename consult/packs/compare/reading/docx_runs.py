"""The text of a Word paragraph as it stands after its tracked changes: without what is deleted or hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from consult.packs.compare.reading.docx_parts import attribute, child, local_name, value_of
from consult.packs.compare.reading.marks import is_raised_mark

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEFT_OUT = frozenset(("pPr", "rPr", "sdtPr", "del", "moveFrom", "txbxContent", "Fallback", "instrText", "rt"))
_FALSE = frozenset(("0", "false", "off"))


def paragraph_text(paragraph: Element) -> str:
    """Return the text, with a line feed for a line break. Footnotes' marks have no text in Word, unless typed."""
    pieces: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = local_name(element)
        if name in _LEFT_OUT or (name == "r" and (_is_hidden(element) or _is_mark(element, pieces))):
            walk.skip_subtree()
        elif name in _WRITTEN:
            pieces.append(_WRITTEN[name](element))
    return "".join(pieces)


def _break(element: Element) -> str:
    return " " if attribute(element, "type") in {"page", "column"} else "\n"


_WRITTEN: dict[str, Callable[[Element], str]] = {
    "t": lambda element: str(element.text or "").replace("\n", " "),
    "tab": lambda _: " ",
    "ptab": lambda _: " ",
    "br": _break,
    "cr": lambda _: "\n",
    "noBreakHyphen": lambda _: "\u2011",
    "softHyphen": lambda _: "",
}


def _is_mark(run: Element, before: Sequence[str]) -> bool:
    """Say whether a run is the mark of a footnote, typed as raised figures."""
    if value_of(run, "rPr", "vertAlign") != "superscript":
        return False
    return is_raised_mark("".join(run.itertext("{*}t")), "".join(before[-4:]))


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in _FALSE
