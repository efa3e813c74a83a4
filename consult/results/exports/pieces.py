"""Streams of bytes: values in JSON, lines of CSV, and small pieces gathered into larger ones."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from consult.results.export import Cell, safe_cell

LARGE = 1 << 16
"""How many bytes are gathered before they are handed on."""

# Made once: `json.dumps` makes one for each value, which takes longer than writing a short one.
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def gathered(pieces: Iterable[bytes], size: int = LARGE) -> Iterator[bytes]:
    """Yield the same bytes in pieces of about `size`: each hand-over costs, however small the piece."""
    waiting: list[bytes] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= size:
            yield b"".join(waiting)
            waiting, length = [], 0
    if waiting:
        yield b"".join(waiting)


def compact(value: object) -> str:
    """Return a value as JSON without spaces. What no file can hold, such as half a surrogate pair, is replaced."""
    text = _COMPACT.encode(value)
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def described(value: object) -> bytes:
    """Return a description as JSON that people may read too."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def csv_lines(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Yield a table as CSV in UTF-8 (RFC 4180), every text of it safe from being read as a formula."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(map(safe_cell, headers))
    for row in rows:
        writer.writerow([safe_lines(cell) if isinstance(cell, str) else cell for cell in row])
        if target.tell() >= LARGE:
            yield target.getvalue().encode("utf-8", "replace")
            target.seek(0)
            target.truncate()
    yield target.getvalue().encode("utf-8", "replace")


def safe_lines(text: str) -> str:
    """Return a text of several lines, none of which a spreadsheet would take for a formula."""
    if "\n" not in text:
        return safe_cell(text)
    return "\n".join(map(safe_cell, text.split("\n")))
