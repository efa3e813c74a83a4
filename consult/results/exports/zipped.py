"""Zip archives that are handed on while they are written, so that none of them ever stands whole anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from consult.documents.archive import EARLIEST

_UNIX = 3
_PLAIN_FILE = 0o644 << 16


class _Spout:
    """A file that cannot be wound back: what is written to it waits to be taken."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        self._waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is nothing behind this."""

    def taken(self) -> bytes:
        """Return what has been written since the last time."""
        data = b"".join(self._waiting)
        self._waiting.clear()
        return data


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield an archive of named files in pieces. Its entries tell neither when nor on what system they were made.

    Each file's pieces are asked for as they are needed. When the stream is closed half-way, nothing is left behind.
    """
    spout = _Spout()
    with ZipFile(cast("IO[bytes]", spout), "w", ZIP_DEFLATED) as archive:
        for name, pieces in files:
            entry = ZipInfo(name, EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            entry.compress_type = ZIP_DEFLATED
            with archive.open(entry, "w") as target:
                for piece in pieces:
                    target.write(piece)
                    if data := spout.taken():
                        yield data
    yield spout.taken()
