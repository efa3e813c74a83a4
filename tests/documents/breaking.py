"""Taking sound files apart and putting them together again with something wrong."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from consult.documents.archive import archive

Parts = dict[str, bytes]
Break = Callable[[Parts], None]


def parts_of(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def broken(data: bytes, how: Break) -> bytes:
    parts = parts_of(data)
    how(parts)
    return archive(parts.items(), stored=frozenset({"mimetype"}))


def replacing(name: str, old: str, new: str, times: int = -1) -> Break:
    def change(parts: Parts) -> None:
        before = parts[name]
        parts[name] = before.replace(old.encode(), new.encode(), times)
        assert parts[name] != before, f"{old} is not in {name}"

    return change


def adding(name: str, content: str = "x") -> Break:
    def change(parts: Parts) -> None:
        parts[name] = content.encode()

    return change


def removing(name: str) -> Break:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


def both(*changes: Break) -> Break:
    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change
