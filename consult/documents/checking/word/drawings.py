"""The bars of charts in a Word file: pictures in the line of text, each with what it shows in words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from consult.documents.checking.faults import Fault
from consult.documents.checking.parsing import Trees
from consult.documents.checking.word.names import drawing, w


def check_drawings(trees: Trees) -> Iterator[Fault]:
    """Yield every drawing that is not a picture in the line of text, or says nothing to those who do not see."""
    for name, tree in trees.items():
        if name.endswith(".rels"):
            continue
        for number, each in enumerate(tree.iter(w("drawing")), start=1):
            yield from _drawing(each, f"{name}, drawing {number}")


def _drawing(element: etree._Element, where: str) -> Iterator[Fault]:
    inline = element.find(drawing("inline"))
    if inline is None or element.find(f".//{drawing('blip')}") is None:
        yield Fault("picture", where, "there is a picture that is not the bar of a chart")
        return
    about = inline.find(drawing("docPr"))
    if about is None or not (about.get("descr") or "").strip():
        yield Fault("alternative", where, "the bar of a chart has no text alternative")
