"""Sentences and words, counted the plain way, for limits on length."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.?!])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")
_WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^‘]*?’(?!\w)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text: parted after a full stop, question or exclamation mark before a capital."""
    return [sentence for sentence in _END.split(text.strip()) if sentence]


def words(text: str) -> list[str]:
    """Return the words of a text. A number, a hyphenated word and a contraction each count as one."""
    return _WORD.findall(text)


def own_words(text: str) -> str:
    """Return a text without what stands in quotation marks: the words of the person who wrote it."""
    return _QUOTED.sub(" ", text)
