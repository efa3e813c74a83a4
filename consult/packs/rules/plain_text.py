"""Texts that are plain: short sentences where we explain, nothing left over from a web page or a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.packs.faults import Fault, shown
from consult.packs.reading import Contents
from consult.packs.sentences import sentences, words
from consult.packs.tree import Node

GLOSS_SENTENCE = 25
"""The most words in a sentence of a gloss, as in the GOV.UK style guide."""

_ADDRESSES = ("url", "source_url", "online_form", "official_page", "official_document", "official_pdf")

_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\ufdd0-\ufdef\ufffe\uffff]"
)
_MARKUP = (
    ("an HTML tag", re.compile(r"</?[A-Za-z!][^<>]*>")),
    ("an HTML entity", re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")),
    ("a Markdown link", re.compile(r"\[[^\]]*\]\([^)]*\)")),
    ("Markdown emphasis", re.compile(r"\*\*|__|`|(?<!\w)\*\w")),
    ("a Markdown heading", re.compile(r"^#{1,6} ", re.MULTILINE)),
    ("a template placeholder", re.compile(r"\{\{|\{%|\$\{|%\(")),
    ("wrongly decoded text", re.compile(r"â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]")),
)


def glosses(contents: Contents) -> Iterator[Fault]:
    """Refuse a long sentence in a gloss."""
    for question in contents["questions"]:
        for sentence in sentences(question["gloss"].text):
            count = len(words(sentence))
            if count > GLOSS_SENTENCE:
                yield question["gloss"].fault(
                    f"{shown(sentence)} has {count} words", f"part it: {GLOSS_SENTENCE} words a sentence at most"
                )


def unseen_characters(contents: Contents) -> Iterator[Fault]:
    """Refuse characters that nobody can see and that no document can hold, in any text."""
    for node in _texts(contents):
        found = _CONTROL.search(node.text)
        if found:
            yield node.fault(f"it holds the character U+{ord(found[0]):04X}, which cannot be seen", "take it out")


def leftover_markup(contents: Contents) -> Iterator[Fault]:
    """Refuse markup: texts are plain, and each page and document sets them in its own way."""
    for node in _texts(contents):
        if node.name in _ADDRESSES:
            continue
        for what, pattern in _MARKUP:
            found = pattern.search(node.text)
            if found:
                yield node.fault(f"it holds {what}: {shown(found[0])}", "write plain text")


def _texts(contents: Contents) -> Iterator[Node]:
    for node in contents:
        yield from node.texts()
