"""A square code that a telephone's camera reads (a QR code), drawn as one path of SVG for a template to show."""

from __future__ import annotations

from dataclasses import dataclass

import segno

BORDER = 4
"""How many squares wide the white edge must be, so that a camera finds the code."""


@dataclass(frozen=True)
class SquareCode:
    """How many squares a side has, the white edge included, and the black ones as the `d` of a path."""

    side: int
    path: str


def square_code(text: str) -> SquareCode:
    """Return the code for a text."""
    made = segno.make(text, error="m", micro=False)
    rows = enumerate(made.matrix_iter(border=BORDER))
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in rows for x, black in enumerate(row) if black)
    return SquareCode(int(made.symbol_size(border=BORDER)[0]), path)
