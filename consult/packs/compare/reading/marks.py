"""The marks that lead to footnotes. They are no part of the words that they stand after."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NOTE_TARGET = re.compile(
    r"#_?(?:fn|ftn|edn|footnotes?|endnotes?)-?(?:ref)?(?:[:_-]\w{1,40}|\d{1,4})", re.IGNORECASE
)
_NOTE_MARK = re.compile(r"[\[(]\s*\d{1,4}\s*[\])]|[\[(]?\s*(?:foot|end)note\s*\d{1,4}\s*[\])]?", re.IGNORECASE)
_NAMED_MARK = re.compile(r" ?[\[(](?:(?:foot|end)note|troednodyn)\s\d{1,3}[\])]", re.IGNORECASE)
_LINKED_MARK = re.compile(_NOTE_MARK.pattern + r"|\d{1,4}|[a-z]|[*†‡§¶#]{1,4}|[↑↩⏎^]\W*", re.IGNORECASE)
_RAISED = re.compile(r"\d{1,3}(?:\s?,\s?\d{1,3}){0,4}")
_MARKED = re.compile(r"(?:[^\W\d_]{3,}|[^\W\d_]['’]s?|[.,;:?!'\"’”)\]])$")


def without_named_marks(text: str) -> str:
    """Return `text` without marks named as a footnote's: "[footnote 1]" survives copying as plain text."""
    return _NAMED_MARK.sub("", text)


def leads_to_note(attributes: Mapping[str, str]) -> bool:
    """Say whether a link leads to a footnote, or back from one."""
    return "footnote" in attributes.get("rel", "").split() or bool(
        _NOTE_TARGET.fullmatch(attributes.get("href", ""))
    )


def is_linked_mark(text: str) -> bool:
    """Say whether the text of a link to a footnote is only its mark, and no words."""
    return bool(_LINKED_MARK.fullmatch(text.strip()))


def is_raised_mark(text: str, before: str) -> bool:
    """Say whether raised text is a footnote's mark: in brackets, or a number straight after a word or a stop.

    After a space or a unit of two letters at most ("m", "km") it is taken for a power or a name.
    """
    text = text.strip()
    return bool(_NOTE_MARK.fullmatch(text) or (_RAISED.fullmatch(text) and _MARKED.search(before[-40:])))
