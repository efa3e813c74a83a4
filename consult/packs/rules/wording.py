"""Official words are never silently ours: each status has what it claims."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from consult.packs.faults import Fault
from consult.packs.model import WordingStatus
from consult.packs.reading import Contents
from consult.packs.tree import Node

_DIGEST = re.compile(r"[0-9a-f]{64}")
_BACK = f'set status = "{WordingStatus.UNCHECKED}" until it has been compared'


def verified(contents: Contents) -> Iterator[Fault]:
    """Refuse wording called verified that lacks its source, its day or its checksum."""
    for wording in _wordings(contents):
        if wording["status"].text == WordingStatus.VERIFIED:
            for key, what in (("source_url", "source"), ("checked_on", "day"), ("sha256", "checksum")):
                if wording[key].absent:
                    yield wording[key].fault(f"verified wording needs its {what}", _BACK)


def checksums(contents: Contents) -> Iterator[Fault]:
    """Refuse a checksum that is not the one of the words beside it."""
    for wording in _wordings(contents):
        given, text = wording["sha256"], wording["text"].text
        if _DIGEST.fullmatch(given.text) and text and given.text != checksum(text):
            yield given.fault("the words have changed since they were verified", f"put the words back, or {_BACK}")


def quoted(contents: Contents) -> Iterator[Fault]:
    """Refuse wording, or a scale, called quoted that names nobody as its source."""
    for each in (*_wordings(contents), *contents["scales"]):
        if each["status"].text == WordingStatus.QUOTED and not any(each["sources"]):
            yield each["sources"].fault("quoted words need the source that prints them", 'add sources = ["..."]')


def official_headings(contents: Contents) -> Iterator[Fault]:
    """Refuse a heading called official that names no source."""
    for section in contents["sections"]:
        if section["origin"].text == "official" and not any(section["sources"]):
            yield section["sources"].fault(
                "an official heading needs its source", 'add sources, or origin = "ours"'
            )


def standing_of_terms(contents: Contents) -> Iterator[Fault]:
    """Refuse an explanation that rests on something and does not say on what."""
    for term in contents["terms"]:
        if term["standing"].text in ("official", "quoted", "paraphrase") and not any(term["sources"]):
            yield term["sources"].fault(
                "this explanation names no source", 'add sources, or standing = "not-found"'
            )


def checksum(text: str) -> str:
    """Return the SHA-256 of a wording as the model keeps it: of the text without outer white space, in UTF-8."""
    return hashlib.sha256(text.strip().encode()).hexdigest()


def _wordings(contents: Contents) -> Iterator[Node]:
    return (question["wording"] for question in contents["questions"])
