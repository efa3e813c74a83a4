"""One TOML file, read so that whatever is wrong with it comes back in words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

LARGEST_FILE = 2_000_000
"""Bytes: more than this is not a pack that anyone could read or check."""

DEEPEST = 10
"""Tables and lists inside each other: the model needs half of this."""

WHOLE = "(whole file)"
_AT = re.compile(r"\s*\(at (?P<at>line \d+, column \d+|end of document)\)$")
_LINE_END = r"Illegal character '\n'"
_QUOTE = 'write key = "value", with straight quotation marks around text; look at the line above as well'


class TomlFileError(ValueError):
    """Raised for a file that cannot be read: where in it, what is wrong, and how to mend it."""

    def __init__(self, where: str, wrong: str, mend: str) -> None:
        super().__init__(wrong)
        self.where, self.wrong, self.mend = where, wrong, mend


def read_toml(path: Path) -> dict[str, object]:
    """Return the table that a file holds. Raises `TomlFileError` for anything else. A byte-order mark is fine."""
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TomlFileError(
            f"byte {error.start + 1}", "this is not UTF-8 text", "save the file as UTF-8"
        ) from error
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _syntax(str(error)) from error
    if _too_deep(table):
        raise TomlFileError(WHOLE, "tables stand too deep inside each other", "keep to the keys in docs/packs.md")
    return table


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TomlFileError(WHOLE, f"the file is larger than {LARGEST_FILE:,} bytes", "make it shorter")
        return path.read_bytes()
    except OSError as error:
        wrong = f"it cannot be opened: {error.strerror}"
        raise TomlFileError(WHOLE, wrong, "check that it is a readable file") from error


def _syntax(message: str) -> TomlFileError:
    found = _AT.search(message)
    wrong = _AT.sub("", message).replace(_LINE_END, "text without its closing quotation mark")
    return TomlFileError(found["at"] if found else WHOLE, f"this is not TOML: {wrong}", _QUOTE)


def _too_deep(table: object) -> bool:
    level = [table]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _children(outer)]
    return bool(level)


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
