"""Lines of print become paragraphs again: for plain text and PDF, which keep lines and forget paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consult.packs.compare.blocks import Block, Kind
from consult.packs.compare.markers import marker_of
from consult.packs.compare.typography import plain

_BULLET = re.compile(r"(?:[•‣◦▪▫●○■□☐☑☒✓✔➢➤⁃∙·*\uf000-\uf8ff]|[-–—](?=\s))\s*(?=\S)")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)\]:]")
_ENDED = re.compile(r"[.?!:;]['\"’”)\]]*$")
_BROKEN_WORD = re.compile(r"([^\W\d_]{1,40})[-‐]$")
_LEADER = re.compile(r"(?:\.\s?|…\s?|·\s?){4,}\s*\d{0,4}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, tidied. `apart` says that space or a change of type parts it from the line before."""

    text: str
    apart: bool = False
    heading: bool = False


def paragraphs(lines: Sequence[Line], *, width: float, known: frozenset[str]) -> list[Block]:
    """Return the blocks that `lines` make.

    A line starts a new one when it stands apart, starts with a bullet or number, or when its first word would have
    fitted on the line before (`width` in characters): then somebody broke that line on purpose. `known` are words
    in lower case that tell a word broken at a line's end ("frame-" "work") from one with a hyphen ("law-"
    "abiding"). Lines of a contents list, with dots leading to a page, are left out.
    """
    blocks: list[Block] = []
    group: list[Line] = []
    for line in lines:
        if leads_to_page(line.text):
            continue
        if group and _starts_anew(group[-1], line, width):
            blocks.append(_block(group, known))
            group = []
        group.append(line)
    return [*blocks, _block(group, known)] if group else blocks


def leads_to_page(text: str) -> bool:
    """Say whether a line is an entry of a contents list, with dots that lead to a page number."""
    return bool(_LEADER.search(text[-200:]))


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of some lines in lower case, but for words that are broken between two of them."""
    whole: list[str] = []
    broken = False
    for line in lines:
        text = line.text.partition(" ")[2] if broken else line.text
        broken = bool(_BROKEN_WORD.search(line.text))
        whole.append(text.rpartition(" ")[0] if broken else text)
    return words_of(whole)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of some texts in lower case, hyphenated words whole and in parts."""
    found: set[str] = set()
    for text in texts:
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain(text).lower()):
            found.add(word)
            found.update(word.split("-"))
    return frozenset(found)


def _starts_anew(before: Line, line: Line, width: float) -> bool:
    if line.apart or before.heading != line.heading or _BULLET.match(line.text):
        return True
    marker = marker_of(line.text)
    if marker and marker.strong:
        return True
    # "… in the year of" / "1999. But": a bare number starts a paragraph only after a finished or a short line.
    fits = len(before.text) + 1 + len(line.text.split(" ", 1)[0]) <= width
    return fits or bool(_NUMBERED.match(line.text) and _ENDED.search(before.text))


def _block(group: Sequence[Line], known: frozenset[str]) -> Block:
    pieces = [group[0].text]
    for line in group[1:]:
        pieces[-1] = _before_break(pieces[-1], line.text, known)
        pieces.append(line.text)
    text = "".join(pieces)
    bullet = _BULLET.match(text)
    if bullet:
        return Block(text[bullet.end() :], Kind.ITEM, depth=1)
    return Block(text, Kind.HEADING if group[0].heading else Kind.PARAGRAPH)


def _before_break(text: str, following: str, known: frozenset[str]) -> str:
    """Return a line as it stands before the words of the next: with a space, its hyphen, or neither."""
    broken = _BROKEN_WORD.search(text)
    rest = re.match(r"[^\W\d_]+", following)
    if not broken or not rest:
        return text + " "
    first, second = broken[1].lower(), rest[0].lower()
    # "operator-" "initiated": a hyphen of its own, if the text has it elsewhere, or the halves but not the whole.
    hyphenated = f"{first}-{second}" in known or (first + second not in known and {first, second} <= known)
    return text if hyphenated or rest[0][0].isupper() else text[:-1]
