"""What files are called, and how days are written."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from babel.dates import format_date

from consult.documents.model import Document
from consult.packs.model import Pack

FILE_NAME_LIMIT = 79
"""The most characters in a file name, its ending included."""

_LONGEST_ENDING = len(".docx")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def file_name(document: Document, ending: str = "docx") -> str:
    """Return the name of a document's file: ASCII, lower case, under 80 characters."""
    return f"{document.stem}.{ending}"


def response_stem(pack: Pack, on: date, *, surname: str = "") -> str:
    """Return day, consultation and "response", such as `2026-02-10-home-office-facial-recognition-response`.

    `surname` comes last where it has ASCII letters; the consultation's name gives way when it all gets too long.
    """
    return _stem(on.isoformat(), pack.id, "-".join(filter(None, ["response", _slug(surname)[:24].strip("-")])))


def form_stem(pack: Pack) -> str:
    """Return the name of a blank form, with the pack's version."""
    return _stem("", pack.id, f"form-v{pack.version}")


def last_name(name: str) -> str:
    """Return the last word of a name."""
    return (name.split() or [""])[-1]


def long_day(day: date, language: str) -> str:
    """Return a day in words, such as "12 February 2026" or "12 Chwefror 2026". `language` is "en" or "cy"."""
    return format_date(day, "d MMMM y", locale=language)


def _stem(start: str, middle: str, end: str) -> str:
    room = FILE_NAME_LIMIT - _LONGEST_ENDING - len(start) - len(end) - 2
    if len(middle) > room:
        middle = middle[: room + 1].rpartition("-")[0] or middle[:room]
    return "-".join(filter(None, [start, middle, end]))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")
