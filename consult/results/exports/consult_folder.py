"""The folder that the government's own Consult reads, and tables for its theme finder.

It holds what the importer in i-dot-ai/consult takes (`backend/data_pipeline/models.py`, at the commit that
`consult_readme` names), which is stricter than that repository's schemas and differs from them in two names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import chain

from consult.answers.path import options_of
from consult.packs.model import Question
from consult.results.export import Cell
from consult.results.exports.consult_layout import (
    BLANK,
    LAYOUT,
    LAYOUT_COLUMNS,
    RESPONDENTS,
    Sheet,
    column_names,
    part,
)
from consult.results.exports.consult_readme import readme
from consult.results.exports.material import Material
from consult.results.exports.pieces import compact, csv_lines, described, gathered
from consult.results.exports.zipped import zipped
from consult.results.tables import Standing, Table


def consult_folder(material: Material) -> Iterator[bytes]:
    """Yield the folder as a zip archive: `inputs/`, `themefinder/`, and how its questions are laid out.

    Every row is a respondent of its own: nothing links two answers. Comments are the masked ones. The rows of a
    closed question are made up from its protected numbers, so that counting them gives those and nothing finer.
    """
    return zipped(_Folder(material).files())


@dataclass
class _Folder:
    material: Material
    laid_out: list[list[Cell]] = field(default_factory=list)
    respondents: int = 0
    columns: Iterator[str] = field(default_factory=column_names)

    def files(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        yield "README.txt", [readme(self.material).encode("utf-8", "replace")]
        asked = [(table.question, table) for table in self.material.results.tables if table.question]
        for question, table in sorted(asked, key=lambda pair: pair[0].number):
            yield from self._question(question, table)
        yield LAYOUT, csv_lines(LAYOUT_COLUMNS, self.laid_out)
        yield RESPONDENTS, gathered(b'{"themefinder_id":%d}\n' % (each + 1) for each in range(self.respondents))

    def _question(self, question: Question, table: Table) -> Iterator[tuple[str, Iterable[bytes]]]:
        chosen = [(row.label, row.count.value) for row in table.rows if row.standing is Standing.OPTION]
        shown = [(label, count) for label, count in chosen if count]
        texts = _peeked(self._texts(question))
        if not shown and texts is None:
            # A part without rows would stop the import.
            return
        self._lay_out(question, has_options=bool(shown), has_text=texts is not None)
        yield part(question.number, "question.json"), [_about(question, self.material, has_text=texts is not None)]
        if shown:
            yield part(question.number, "multi_choice.jsonl"), gathered(self._chosen(shown))
        if texts is not None:
            answers = (f'{{"themefinder_id":{self._next()},"text":{compact(text)}}}\n' for text in texts)
            yield part(question.number, "responses.jsonl"), gathered(map(str.encode, answers))
            again = enumerate(self._texts(question), start=1)
            yield f"themefinder/question_{question.number}.csv", csv_lines(("response_id", "response"), again)

    def _chosen(self, shown: list[tuple[str, int]]) -> Iterator[bytes]:
        # There can be as many rows as people: each is written straight into its place.
        ends = {label: f'"options":{compact([label])}}}\n'.encode() for label, _count in shown}
        for label in _mixed(shown):
            yield b'{"themefinder_id":%d,%b' % (self._next(), ends[label])

    def _texts(self, question: Question) -> Iterator[str]:
        for each in self.material.comments(question.id):
            if each.text.strip() not in BLANK:
                yield each.text

    def _next(self) -> int:
        self.respondents += 1
        return self.respondents

    def _lay_out(self, question: Question, *, has_options: bool, has_text: bool) -> None:
        sheet = Sheet.HYBRID if has_options and has_text else Sheet.CLOSED if has_options else Sheet.OPEN
        closed = next(self.columns) if has_options else ""
        written = next(self.columns) if has_text else ""
        self.laid_out.append([sheet.value, question.number, question.wording.text, closed, written])


def _about(question: Question, material: Material, *, has_text: bool) -> bytes:
    about = {
        "question_number": question.number,
        "question_text": question.wording.text,
        "has_free_text": has_text,
        "multi_choice_options": [option.label for option in options_of(material.pack, question)],
    }
    return described(about)


def _mixed(counts: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield each label as often as its count says, evenly mixed, so that the first rows stand for all of them."""
    return (label for _place, label in merge(*(_spread(label, count) for label, count in counts)))


def _spread(label: str, count: int) -> Iterator[tuple[float, str]]:
    return (((number + 0.5) / count, label) for number in range(count))


def _peeked(texts: Iterator[str]) -> Iterator[str] | None:
    """Return the same texts, or None when there are none."""
    first = next(texts, None)
    return None if first is None else chain([first], texts)
