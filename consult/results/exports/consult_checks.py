"""The set-up checks of the government's Consult, and what its importer takes, for a folder of ours.

The thirteen rules are those of `scripts/setup_consultation_checks.md` in i-dot-ai/consult, at the commit that
`consult_readme` names, in their order and with their limits. They are about a workbook of questions and a table of
responses. Our workbook is `question_understanding.csv`; our table has a column for each file of answers, under the
words in `question.json`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any
from zipfile import ZipFile

from consult.results.exports.consult_layout import LAYOUT, PART, RESPONDENTS, Sheet, column_names

UNIQUE = 0.2
"""The share of different values that tells a closed column from an open one."""

SIMILAR = 0.4
"""How like the words of a question and of its column's heading must be."""

_COLUMN = re.compile(r"[A-Z]{1,3}")
_DIGITS = re.compile(r"\d+")
_KEYS = {"multi_choice.jsonl": {"themefinder_id", "options"}, "responses.jsonl": {"themefinder_id", "text"}}
_QUESTION_KEYS = {"question_number", "question_text", "has_free_text", "multi_choice_options"}
_USED = {
    Sheet.OPEN: ("open_column",),
    Sheet.HYBRID: ("closed_column", "open_column"),
    Sheet.CLOSED: ("closed_column",),
}


@dataclass(frozen=True)
class _Column:
    """A column of answers: its question's number and words, how many values it has and how many differ."""

    number: int
    kind: str
    header: str
    values: int
    different: int

    @property
    def share(self) -> float:
        return self.different / self.values if self.values else 0.0


def check_consult(folder: ZipFile) -> list[str]:
    """Return what is wrong with a folder for Consult, one sentence each, and nothing when it passes.

    A sentence starts with the number of the rule, or with "import". Raises `ValueError` or `KeyError` for what is
    no such folder at all.
    """
    rows = list(csv.DictReader(io.StringIO(folder.read(LAYOUT).decode("utf-8"), newline="")))
    faults: list[str] = []
    columns = dict(zip(column_names(), _columns(folder, faults), strict=False))
    return [*faults, *_sheets(rows), *_against(rows, columns)]


def _columns(folder: ZipFile, faults: list[str]) -> list[_Column]:
    """Return the columns in the order of their questions, closed before open, noting what would stop the import."""
    known = _respondents(folder, faults)
    found = [match for name in folder.namelist() if (match := PART.fullmatch(name))]
    known_names = {RESPONDENTS, *(match[0] for match in found)}
    stray = [name for name in folder.namelist() if name.startswith("inputs/") and name not in known_names]
    faults.extend(f"import: {name} is not a file that Consult reads" for name in stray)
    files = sorted((int(match[1]), match[2]) for match in found)
    seen: set[int] = set()
    columns = []
    for number, name in files:
        if name == "question.json":
            _check_question(folder, number, faults)
            continue
        columns.append(_column(folder, number, name, known=known, seen=seen, faults=faults))
    return columns


def _column(
    folder: ZipFile, number: int, name: str, *, known: set[int], seen: set[int], faults: list[str]
) -> _Column:
    path = f"inputs/question_part_{number}/{name}"
    about = json.loads(folder.read(f"inputs/question_part_{number}/question.json"))
    different, values = set(), 0
    for row in _lines(folder, path):
        if set(row) != _KEYS[name] or not isinstance(row["themefinder_id"], int):
            faults.append(f"import: a row of {path} does not have the keys that Consult takes")
            break
        identity, value = row["themefinder_id"], row.get("text") or row.get("options")
        if identity not in known or identity in seen:
            faults.append(f"import: {path} has a respondent who is not listed or who is in another file")
            break
        if not value or not _listed(value, about):
            faults.append(f"import: {path} has an empty row, or an option that the question does not have")
            break
        seen.add(identity)
        values += 1
        different.add(hash(str(value)))
    if not values:
        faults.append(f"import: {path} is empty")
    return _Column(number, name, str(about.get("question_text", "")), values, len(different))


def _listed(value: object, about: dict[str, Any]) -> bool:
    return not isinstance(value, list) or set(value) <= set(about.get("multi_choice_options") or [])


def _check_question(folder: ZipFile, number: int, faults: list[str]) -> None:
    about = json.loads(folder.read(f"inputs/question_part_{number}/question.json"))
    if set(about) != _QUESTION_KEYS or about.get("question_number") != number:
        faults.append(
            f"import: the question of part {number} does not have the keys or the number that Consult takes"
        )


def _sheets(rows: list[dict[str, str]]) -> Iterator[str]:
    """Check the workbook by itself: rules 1 to 5."""
    used: Counter[str] = Counter()
    for row in rows:
        where = f"question {row['question_number'] or '?'}"
        needed = ("question_number", "question_text", *_USED[Sheet(row["sheet"])])
        for name in needed:
            if not row[name].strip():
                yield f"1: {where} has no {name}"
        for name in _USED[Sheet(row["sheet"])]:
            used[row[name]] += 1
            if not _COLUMN.fullmatch(row[name]):
                yield f"2: {where} names a column {row[name]!r}"
        if not row["question_number"].strip().isdecimal():
            yield f"3: {where} has a number that is not a whole one"
    yield from (f"4: the column {name} is used {times} times" for name, times in used.items() if times > 1)
    numbers = Counter(row["question_number"].strip() for row in rows)
    yield from (f"5: the number {number} is used {times} times" for number, times in numbers.items() if times > 1)


def _against(rows: list[dict[str, str]], columns: dict[str, _Column]) -> Iterator[str]:
    """Check the workbook against the answers: rules 6 to 13."""
    named = {row[name]: row for row in rows for name in _USED[Sheet(row["sheet"])]}
    if len(named) > len(columns):
        yield f"6: {len(named)} columns are named, and there are {len(columns)}"
    for name, row in named.items():
        column = columns.get(name)
        if column is None:
            yield f"7: there is no column {name}"
            continue
        yield from _looks(name, row, column)
        yield from _labels(name, row["question_text"], column.header)
    yield from (f"13: nothing is said of the column {name}" for name in columns if name not in named)


def _looks(name: str, row: dict[str, str], column: _Column) -> Iterator[str]:
    if name == row["closed_column"] and column.share > UNIQUE:
        yield f"8: the column {name} looks like free text: {column.share:.0%} of its values differ"
    if name == row["open_column"] and column.share < UNIQUE:
        yield f"9: the column {name} looks like multiple choice: {column.share:.0%} of its values differ"


def _labels(name: str, text: str, header: str) -> Iterator[str]:
    if SequenceMatcher(None, text.lower(), header.lower(), autojunk=False).ratio() < SIMILAR:
        yield f"10: the column {name} is headed with other words than its question"
    ours, theirs = ({int(found) for found in _DIGITS.findall(each)} for each in (text, header))
    if ours and theirs and ours != theirs:
        yield f"11: the column {name} is headed with other numbers than its question"


def _respondents(folder: ZipFile, faults: list[str]) -> set[int]:
    known: set[int] = set()
    for row in _lines(folder, RESPONDENTS):
        if row["themefinder_id"] in known:
            faults.append("import: a respondent is listed twice")
        if set(row) - {"themefinder_id"}:
            faults.append("12: a respondent has demographics, for which there is no column")
            break
        known.add(row["themefinder_id"])
    return known


def _lines(folder: ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with folder.open(name) as lines:
        for line in lines:
            yield json.loads(line)
