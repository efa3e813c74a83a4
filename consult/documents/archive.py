"""Zip archives that say nothing about the moment: the same parts always give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time that every entry carries: the earliest that a zip archive can hold."""

_UNIX = 3
_PLAIN_FILE = 0o644 << 16


def archive(parts: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """Return an archive of named parts in the order given; those named in `stored` are not compressed."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts:
            entry = ZipInfo(name, EARLIEST)
            entry.create_system = _UNIX  # otherwise it tells which system made the file
            entry.external_attr = _PLAIN_FILE
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            package.writestr(entry, content)
    return target.getvalue()
