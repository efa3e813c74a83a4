"""The bars of charts as pictures in the line of text (ECMA-376 part 1, DrawingML)."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from consult.documents.bars import MEDIA_TYPE, MILLIMETRES, PICTURE
from consult.documents.model import Bar

PART = "word/media/bar.png"
RELATION = "rIdBar"

_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_FIRST_TYPE = b'<Default Extension="xml"'
_UNITS_A_TWENTIETH = 635
_UNITS_A_MILLIMETRE = 36_000
_MARGINS = 160
"""What a cell's margins take of its width, in twentieths of a point."""


class Bars:
    """Draws the bars of one document, and counts them: each picture has a number of its own."""

    def __init__(self) -> None:
        self._drawn = 0

    def drawn(self, bar: Bar, width: int) -> str:
        """Return a bar on a line of its own, in a cell that is `width` twentieths of a point wide."""
        self._drawn += 1
        across = (width - _MARGINS) * bar.length * _UNITS_A_TWENTIETH // 100
        size = f'cx="{across}" cy="{MILLIMETRES * _UNITS_A_MILLIMETRE}"'
        named = f'id="{self._drawn}" name="Bar {self._drawn}"'
        return (
            '<w:r><w:br/></w:r><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr {named} descr="{escape(bar.alternative)}"/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
            "</pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def added(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return a document's parts with the picture, when any bar was drawn."""
        if not self._drawn:
            return dict(parts)
        kind = f'<Default Extension="png" ContentType="{MEDIA_TYPE}"/>'.encode()
        link = f'<Relationship Id="{RELATION}" Type="{_IMAGE}" Target="media/bar.png"/>'.encode()
        return {
            **parts,
            _TYPES: parts[_TYPES].replace(_FIRST_TYPE, kind + _FIRST_TYPE, 1),
            _RELATIONS: parts[_RELATIONS].replace(b"</Relationships>", link + b"</Relationships>"),
            PART: PICTURE,
        }
