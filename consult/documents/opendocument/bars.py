"""The bars of charts as pictures in the line of text (ODF 1.2 part 1, section 10.4)."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from consult.documents.bars import MEDIA_TYPE, MILLIMETRES, PICTURE
from consult.documents.model import Bar

PART = "Pictures/bar.png"

_MANIFEST = "META-INF/manifest.xml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0"'
_PADDING = 0.24
"""What a cell's padding takes of its width, in centimetres."""


class Bars:
    """Draws the bars of one document, and counts them: each frame has a name of its own."""

    def __init__(self) -> None:
        self._drawn = 0

    def drawn(self, bar: Bar, width: float) -> str:
        """Return a bar as a character of the text, in a cell that is `width` centimetres wide."""
        self._drawn += 1
        across = (width - _PADDING) * bar.length / 100
        size = f'svg:x="0cm" svg:y="0cm" svg:width="{across:.2f}cm" svg:height="{MILLIMETRES / 10:.1f}cm"'
        return (
            f'<draw:frame {_NAMESPACES} draw:name="Bar {self._drawn}" text:anchor-type="as-char" {size}>'
            f'<draw:image xlink:type="simple" xlink:href="{PART}" xlink:show="embed" xlink:actuate="onLoad"/>'
            f"<svg:desc>{escape(bar.alternative)}</svg:desc></draw:frame>"
        )

    def added(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return a document's parts with the picture, when any bar was drawn."""
        if not self._drawn:
            return dict(parts)
        entry = f'<manifest:file-entry manifest:full-path="{PART}" manifest:media-type="{MEDIA_TYPE}"/>'.encode()
        end = b"</manifest:manifest>"
        return {**parts, PART: PICTURE, _MANIFEST: parts[_MANIFEST].replace(end, entry + end)}
