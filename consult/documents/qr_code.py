"""A QR code: a square of dots that a telephone's camera reads as an address (ISO/IEC 18004)."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import segno

BORDER = 4
"""How many squares wide the empty edge of a code is (section 5.3.8 of the standard)."""

_DOTS = 12
"""How many dots wide a square of the PNG picture is."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """The code for a text. It is still read where part of it is dirty or torn: 15 % at "m", 25 % at "q"."""

    text: str
    resists: Literal["m", "q"] = "m"

    @property
    def rows(self) -> list[list[bool]]:
        """The squares, row by row, True for a dark one, the empty edge included."""
        return [[bool(square) for square in row] for row in self._made().matrix_iter(border=BORDER)]

    @property
    def side(self) -> int:
        """How many squares a side has, the empty edge included."""
        return int(self._made().symbol_size(border=BORDER)[0])

    @property
    def path(self) -> str:
        """The dark squares as the `d` of an SVG path, each square one unit wide."""
        rows = enumerate(self.rows)
        return "".join(f"M{x} {y}h1v1h-1z" for y, row in rows for x, is_dark in enumerate(row) if is_dark)

    @property
    def png(self) -> bytes:
        """The code as a PNG picture."""
        picture = BytesIO()
        self._made().save(picture, kind="png", scale=_DOTS, border=BORDER)
        return picture.getvalue()

    def _made(self) -> segno.QRCode:
        return segno.make(self.text, error=self.resists, micro=False)
