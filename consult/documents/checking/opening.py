"""Opening a file that may have been made to do harm: everything is counted before it is unpacked.

A hostile archive can claim a small size and unpack to a huge one, name parts outside its own folder, or hold two
parts of one name. Nothing is ever written to disk, and no more is unpacked than the limits allow.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from consult.documents.archive import EARLIEST
from consult.documents.checking.faults import Fault

FILE_LIMIT = 20_000_000
"""The most bytes that a file may have for us to open it."""

UNPACKED_LIMIT = 100_000_000
"""The most bytes that all its parts may have together, unpacked."""

PARTS_LIMIT = 500
"""The most parts that it may have."""

SIZE_LIMIT = 100_000
"""The most bytes that a response or form of ours may have."""

_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)

Parts = dict[str, bytes]


def unpack(data: bytes) -> tuple[Parts, list[Fault]]:
    """Return a file's parts by name, in order, and what is wrong with the archive. No parts: it was not opened."""
    if len(data) > FILE_LIMIT:
        return {}, [Fault("size", "file", f"it has {len(data)} bytes, too many to open")]
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > PARTS_LIMIT:
                return {}, [Fault("size", "file", f"it has {len(entries)} parts, too many to open")]
            faults = list(_entry_faults(entries, package.comment))
            return _read(package, entries), faults + _size_faults(data)
    except _TooLargeError:
        return {}, [Fault("bomb", "file", f"it unpacks to more than {UNPACKED_LIMIT} bytes")]
    except _BROKEN as error:
        return {}, [Fault("archive", "file", f"it is not a sound zip archive: {error}")]


class _TooLargeError(Exception):
    """Raised when an archive unpacks to more than the limit."""


def _read(package: ZipFile, entries: list[ZipInfo]) -> Parts:
    parts: Parts = {}
    left = UNPACKED_LIMIT
    for entry in entries:
        with package.open(entry) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _TooLargeError
        if not entry.is_dir():
            parts[entry.filename] = content
    return parts


def _size_faults(data: bytes) -> list[Fault]:
    if len(data) <= SIZE_LIMIT:
        return []
    return [Fault("size", "file", f"it has {len(data)} bytes; {SIZE_LIMIT} is the most")]


def _entry_faults(entries: list[ZipInfo], comment: bytes) -> Iterator[Fault]:
    if comment:
        yield Fault("trace", "file", "the archive carries a comment")
    for name, times in Counter(entry.filename for entry in entries).items():
        if times > 1:
            yield Fault("archive", name, "there are two parts of this name")
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename:
            yield Fault("archive", entry.filename, "the part's name leads out of the archive")
        if entry.date_time != EARLIEST or entry.extra:
            yield Fault("moment", entry.filename, "the entry tells when it was written")
