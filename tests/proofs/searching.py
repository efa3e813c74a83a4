"""Looking for words in bytes, in every form in which a program may have written them down."""

from __future__ import annotations

import base64
import html
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, quote_plus

import numpy as np
import numpy.typing as npt

Beginnings = npt.NDArray[np.uint32]

LONGEST_PACKED = 64 * 1024
"""At most so many bytes are unpacked behind anything that looks like the beginning of packed bytes."""

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
_ZIP_HEAD = 30
_LONG_WORD = re.compile(r"[^\W\d_]{12,}")
"""Words that are looked for alone as well: no ordinary word of a phrase has so many letters."""

_BEGINNING = 4
_BITS = 22
AT_ONCE = 1 << 20
"""So many bytes are looked at in one go."""


def spellings(text: str) -> Iterator[str]:
    """Give a text as it may stand in a page, an address or a log."""
    yield from (text, text.lower(), text.upper(), quote(text, safe=""), quote_plus(text), html.escape(text))
    yield from (json.dumps(text)[1:-1], text.replace(" ", ""), text.replace(" ", "-"), text.replace("-", " "))


def forms(text: str) -> set[bytes]:
    """Return the bytes to look for: UTF-8, UTF-16, base64 at each place it can begin, and hexadecimal."""
    found: set[bytes] = set()
    for spelling in set(spellings(text)):
        found |= {spelling.encode(), spelling.encode("utf-16-le"), spelling.encode("utf-16-be")}
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        content = text.encode(encoding)
        found |= {content.hex().encode(), content.hex().upper().encode()}
        found |= {form for offset in range(3) for form in _base64(content, offset)}
    return found


def _base64(content: bytes, offset: int) -> Iterator[bytes]:
    """Give what base64 makes of the content behind `offset` other bytes, without what its neighbours decide."""
    padded = bytes(offset) + content
    whole = padded[: len(padded) // 3 * 3]
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        yield encode(whole)[(0, 2, 3)[offset] :]


def unpacked(data: bytes) -> Iterator[bytes]:
    """Give what is packed inside: zlib, gzip, and the members of zip files (documents are such)."""
    for found in _PACKED.finditer(data):
        start, bits = found.start(), 15
        if found.group() == b"\x1f\x8b\x08":
            bits = 31
        elif found.group() == b"PK\x03\x04":
            head = data[start : start + _ZIP_HEAD]
            start += _ZIP_HEAD + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
            bits = -15
        try:
            yield zlib.decompressobj(bits).decompress(data[start : start + LONGEST_PACKED])
        except zlib.error:
            continue


class Search:
    """Looks for secrets by name, in bytes and in files: for the whole of each, and for its long words alone.

    All are looked for at once, by how they begin: a database server's log is long, and the forms are thousands.
    """

    def __init__(self, secrets: Mapping[str, str]) -> None:
        self._named: dict[bytes, dict[bytes, set[str]]] = {}
        self._begins = np.zeros(1 << _BITS, dtype=bool)
        for name, text in secrets.items():
            for form in set().union(*map(forms, {text, *_LONG_WORD.findall(text)})):
                if len(form) < _BEGINNING:
                    raise ValueError(f"{name!r} is too short to be looked for")
                self._named.setdefault(form[:_BEGINNING], {}).setdefault(form, set()).add(name)
        beginnings = np.frombuffer(b"".join(self._named), dtype="<u4").astype(np.uint32)
        self._begins[_hashed(beginnings)] = True

    def inside(self, data: bytes) -> set[str]:
        """Return the names of the secrets that are in these bytes."""
        # Runs of zeros are most of a fresh database, and hold nothing.
        short = re.sub(rb"\0{64,}", bytes(64), data)
        return set().union(*(self._in_one(place) for place in (short, *unpacked(short))))

    def _in_one(self, place: bytes) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(place), AT_ONCE):
            part = np.frombuffer(place[start : start + AT_ONCE + _BEGINNING - 1], dtype=np.uint8).astype(np.uint32)
            if len(part) < _BEGINNING:
                break
            first, second, third, fourth = (part[at : len(part) - _BEGINNING + 1 + at] for at in range(_BEGINNING))
            begins: Beginnings = np.asarray(first + second * 2**8 + third * 2**16 + fourth * 2**24, dtype=np.uint32)
            for offset in (np.flatnonzero(self._begins[_hashed(begins)]) + start).tolist():
                for form, names in self._named.get(place[offset : offset + _BEGINNING], {}).items():
                    if place.startswith(form, offset):
                        found |= names
        return found

    def in_files(self, files: Iterable[Path]) -> dict[str, set[str]]:
        """Return the names of the secrets in each file that holds any. A file's own name counts as well."""
        found = {}
        for file in files:
            try:
                names = self.inside(file.read_bytes() + b"\n" + str(file).encode())
            except FileNotFoundError:
                continue
            if names:
                found[str(file)] = names
        return found


def files_below(*folders: Path) -> list[Path]:
    """Return every file below these folders."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


def _hashed(beginnings: Beginnings) -> Beginnings:
    """Return a number of `_BITS` bits for each four bytes."""
    return np.asarray((beginnings * np.uint32(2654435761)) >> np.uint32(32 - _BITS))
