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

LONGEST_PACKED = 64 * 1024
"""At most so many bytes are unpacked behind anything that looks like the beginning of packed bytes."""

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
_ZIP_HEAD = 30


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
    """Looks for secrets by name, in bytes and in files."""

    def __init__(self, secrets: Mapping[str, str]) -> None:
        self._forms = {name: forms(text) for name, text in secrets.items()}

    def inside(self, data: bytes) -> set[str]:
        """Return the names of the secrets that are in these bytes."""
        # Runs of zeros are most of a fresh database, and hold nothing.
        short = re.sub(rb"\0{64,}", bytes(64), data)
        places = [short, *unpacked(short)]
        return {
            name for name, all_ in self._forms.items() if any(form in place for form in all_ for place in places)
        }

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
