"""The one picture that a document of ours can hold: a point of colour, stretched to the bars of a chart.

Word and OpenDocument have shapes of their own, which programs draw differently or not at all. A picture in the line
of text is shown by all of them, and carries its text alternative.
"""

from __future__ import annotations

import struct
import zlib

from consult.documents.sizes import LINK

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR = 2
_DEPTH = 8


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _picture(colour: str) -> bytes:
    """Return a PNG of one pixel (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", 1, 1, _DEPTH, _TRUE_COLOUR, 0, 0, 0)
    line = b"\0" + bytes.fromhex(colour)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(line, 9)) + _chunk(b"IEND", b"")


PICTURE = _picture(LINK)
"""The picture's bytes. The checker knows a document's picture as ours by them."""

MEDIA_TYPE = "image/png"

MILLIMETRES = 4
"""How tall a bar is."""
