"""The numbers that Word prints before paragraphs and stores nowhere: counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consult.packs.compare.reading.docx_parts import Style, WordParts, attribute, child, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECIMAL = frozenset(("decimal", "decimalZero"))
_SMALL = re.compile(r"[0-9]{1,6}")
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Number:
    """A list paragraph's level, from 0, and its number as printed: "1.", "Question 1:", or nothing for a bullet."""

    level: int
    label: str


@dataclass(frozen=True)
class _Level:
    start: int
    format: str
    text: str
    style: str | None


@dataclass(frozen=True)
class _List:
    """A numbering instance: the definition whose count it shares, its levels, and where it starts anew."""

    definition: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """Counts the numbers of one document; ask for its paragraphs in order."""

    def __init__(self, parts: WordParts) -> None:
        self._lists = _lists(parts.numbering)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next_for(self, paragraph: Element, style: Style) -> Number | None:
        """Return the number of a paragraph, counting it; None for a paragraph outside lists."""
        list_id, level = _place(paragraph, style, self._lists)
        numbers = self._lists.get(list_id or "")
        if numbers is None or list_id is None or level not in numbers.levels:
            return None
        counts = self._counts.setdefault(numbers.definition, {})
        self._count(counts, numbers, list_id, level)
        return Number(level, _label(numbers.levels, counts, level))

    def _count(self, counts: dict[int, int], numbers: _List, list_id: str, level: int) -> None:
        if level in numbers.restarts and (list_id, level) not in self._begun:
            counts[level] = numbers.restarts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else numbers.levels[level].start
        self._begun.add((list_id, level))
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]


def _label(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    """Return the printed number, or nothing when it is a letter, a Roman number or a bullet."""
    if levels[level].format not in _DECIMAL:
        return ""

    def figure(place: re.Match[str]) -> str:
        above = int(place[1]) - 1
        return str(counts.get(above, levels[above].start if above in levels else 1))

    return _PLACE.sub(figure, levels[level].text).strip()


def _place(paragraph: Element, style: Style, lists: dict[str, _List]) -> tuple[str | None, int]:
    """Return the list and level that the paragraph names itself, or else the nearest style that names one."""
    for index, holder in enumerate((paragraph, *style.chain)):
        properties = child(holder, "pPr", "numPr")
        list_id = value_of(properties, "numId")
        if list_id is None:
            continue
        if list_id == "0":
            return None, 0
        level = value_of(properties, "ilvl")
        if level is None and index:
            return list_id, _level_of_style(lists.get(list_id), holder)
        return list_id, _whole(level, 0)
    return None, 0


def _level_of_style(numbers: _List | None, style: Element) -> int:
    identity = attribute(style, "styleId")
    levels = numbers.levels.items() if numbers else ()
    return next((level for level, made in levels if made.style == identity), 0)


def _lists(root: Element | None) -> dict[str, _List]:
    if root is None:
        return {}
    definitions = {attribute(one, "abstractNumId") or "": one for one in root.iterchildren("{*}abstractNum")}
    # A definition may only name a list style; the definition that carries the style has the levels.
    carriers = {value_of(one, "styleLink"): key for key, one in definitions.items()}
    lists: dict[str, _List] = {}
    for number in root.iterchildren("{*}num"):
        definition = value_of(number, "abstractNumId") or ""
        definition = carriers.get(value_of(definitions.get(definition), "numStyleLink") or "", definition)
        shared = definitions.get(definition)
        changed = list(number.iterchildren("{*}lvlOverride"))
        levels = _levels(shared.iterchildren("{*}lvl") if shared is not None else ())
        levels |= _levels(level for change in changed for level in change.iterchildren("{*}lvl"))
        restarts = {
            _whole(attribute(change, "ilvl"), 0): _whole(value_of(change, "startOverride"), 1)
            for change in changed
            if child(change, "startOverride") is not None
        }
        lists[attribute(number, "numId") or ""] = _List(definition, levels, restarts)
    return lists


def _levels(elements: Iterable[Element]) -> dict[int, _Level]:
    return {
        _whole(attribute(level, "ilvl"), 0): _Level(
            start=_whole(value_of(level, "start"), 1),
            format=value_of(level, "numFmt") or "decimal",
            text=value_of(level, "lvlText") or "",
            style=value_of(level, "pStyle"),
        )
        for level in elements
    }


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and _SMALL.fullmatch(value) else otherwise
