"""Names that Excel accepts: for the tabs of a workbook and the headers of a table. Each is used once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consult.results.export import plain

_NOT_IN_A_TAB = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TAB = 31
_LONGEST_HEADER = 255


def tabs(wanted: Iterable[str]) -> list[str]:
    """Return the names as Excel takes them for tabs: at most 31 characters, without any of `[]:*?/\\'`."""
    return _once(((_NOT_IN_A_TAB.sub(" ", plain(name))) for name in wanted), limit=_LONGEST_TAB)


def headers(wanted: Iterable[str]) -> list[str]:
    """Return the names as Excel takes them for a table's headers: at most 255 characters."""
    return _once((plain(name).replace("$$", "$ $") for name in wanted), limit=_LONGEST_HEADER)


def _once(names: Iterable[str], *, limit: int) -> list[str]:
    """Return the names cut to `limit`, with a number after each that is taken already, in any case of letters."""
    given: dict[str, str] = {}
    for name in names:
        cut, number = name[:limit].strip() or "–", 2
        while cut.casefold() in given:
            suffix = f" {number}"
            cut, number = name[: limit - len(suffix)].strip() + suffix, number + 1
        given[cut.casefold()] = cut
    return list(given.values())
