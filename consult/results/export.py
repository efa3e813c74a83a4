"""What CSV and XLSX share: which lines a file has, what stands in their cells, and text that a cell may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from consult.answers.citing import host_of
from consult.answers.cleaning import clean_line
from consult.packs.model import Pack
from consult.results.phrases import HELD_BACK, LOW, UNAVAILABLE, group_label
from consult.results.protect import Results
from consult.results.protected import Protected
from consult.results.tables import Breakdown, Group, Row, Table
from consult.results.weeks import Week

Cell = str | int

_TRIGGERS = "=+-@"
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_HARMLESS = re.compile(r"(?:[A-Za-z0-9\[(][!-:<-~]*+(?: [!-:<-~]++)*+)?+")
_AFTER_SEMICOLON = re.compile(r"(;\s*)(?=[=+\-@])")


@dataclass(frozen=True)
class Line:
    """One line of a table: a row, and the group that it is about, if any."""

    row: Row
    base: Protected
    group: Group | None


@dataclass(frozen=True)
class Site:
    """A site that enough people named: the id of its first source in the pack, whose it is, its host, how many."""

    source: str
    publisher: str
    host: str
    row: Row


@dataclass(frozen=True)
class Export:
    """Everything that a file is made from. `week` is the Monday of the week that the numbers are as at.

    `weeks` are the weeks with a release, as far as they are shown.
    """

    results: Results
    pack: Pack
    words: NullTranslations
    campaign: str = ""
    week: date | None = None
    breakdown: Breakdown | None = None
    weeks: tuple[Week, ...] = ()

    def sites(self) -> list[Site]:
        """Return the sites that people name, the most named first; those that the pack lost are not among them."""
        sources = {source.id: source for source in self.pack.sources}
        return [
            Site(source.id, source.publisher, host_of(source.url or ""), row)
            for row in self.results.cited
            if (source := sources.get(row.option))
        ]

    def tables(self) -> Iterator[tuple[Table, list[Line]]]:
        """Return each question's table with its lines, for everyone or group by group."""
        for at, table in enumerate(self.results.tables):
            yield table, list(self._lines(at, table))

    def _lines(self, at: int, table: Table) -> Iterator[Line]:
        if self.breakdown is None:
            yield from (Line(row, table.base, None) for row in table.rows)
            return
        for group in self.breakdown.groups:
            yield from (Line(row, group.responses, group) for row in group.tables[at].rows)

    def grouping(self) -> str:
        """Return what the groups are groups of: the about-you question's text, or its id when the pack lost it."""
        if self.breakdown is None:
            return ""
        return self.breakdown.question.text if self.breakdown.question else self.breakdown.attribute

    def group(self, line: Line) -> str:
        """Return the label of a line's group, empty for everyone."""
        return group_label(line.group, self.words) if line.group else ""


def count_cell(count: Protected) -> Cell:
    """Return a count as a number, or the shorthand for one that is held back."""
    return HELD_BACK if count.value is None else count.value


def percent_cell(row: Row) -> Cell:
    """Return a percentage as a number from 1 to 100, or the shorthand that says why there is none."""
    return share_cell(row.percent, is_held_back=row.count.value is None)


def share_cell(percent: int | None, *, is_held_back: bool) -> Cell:
    """Return the same for a percentage of a number that is held back, or not."""
    if is_held_back:
        return HELD_BACK
    if percent is None:
        return UNAVAILABLE
    return percent or LOW


def plain(text: str) -> str:
    """Return text as one line without any character that a file cannot hold."""
    return clean_line(text).text


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula when it opens a CSV file.

    An apostrophe goes before a text whose first visible character, in any width, is one of `=`, `+`, `-` and `@`
    (OWASP, "CSV Injection"), and before such a character after a semicolon, which some countries' settings take
    for the end of a cell. Tabs and line ends, which also start formulas, become spaces.
    """
    # Nearly every cell is of this kind, and looking at each character would take most of the time of a file.
    if _HARMLESS.fullmatch(text):
        return text
    return _guarded(text)


def _guarded(text: str) -> str:
    line = _AFTER_SEMICOLON.sub(r"\1'", plain(text))
    first = next((char for char in line if unicodedata.category(char) not in _INVISIBLE), "")
    is_formula = unicodedata.normalize("NFKC", first)[:1] in _TRIGGERS if first else False
    return f"'{line}" if is_formula else line
