"""The bars of charts in an OpenDocument file: pictures in the line of text, each with what it shows in words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from consult.documents.bars import PICTURE
from consult.documents.checking.faults import Fault
from consult.documents.checking.opendocument.names import odf
from consult.documents.checking.opening import Parts


def check_drawings(name: str, tree: etree._Element, parts: Parts) -> Iterator[Fault]:
    """Yield every drawing that is not the bar of a chart, or that says nothing to those who do not see."""
    drawings = [each for each in tree.iter(etree.Element) if etree.QName(each).namespace == _DRAWINGS]
    for each in drawings:
        kind = etree.QName(each).localname
        if kind not in {"frame", "image"}:
            yield Fault("picture", name, f"there is a drawing of the kind {kind}")
    for number, frame in enumerate(tree.iter(odf("draw:frame")), start=1):
        yield from _frame(frame, f"{name}, frame {number}", parts)


_DRAWINGS = etree.QName(odf("draw:frame")).namespace


def _frame(frame: etree._Element, where: str, parts: Parts) -> Iterator[Fault]:
    image = frame.find(odf("draw:image"))
    source = image.get(odf("xlink:href")) if image is not None else None
    if parts.get(source or "") != PICTURE or frame.get(odf("text:anchor-type")) != "as-char":
        yield Fault("picture", where, "there is a picture or a frame that is not the bar of a chart")
    elif not (frame.findtext(odf("svg:desc")) or "").strip():
        yield Fault("alternative", where, "the bar of a chart has no text alternative")
