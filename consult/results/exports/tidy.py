"""The numbers as tidy tables: one row for each cell, under names that a program can rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import NullTranslations

from consult.results.export import Cell, count_cell, percent_cell, share_cell
from consult.results.exports.material import Material
from consult.results.phrases import HELD_BACK, group_label, row_label, table_title
from consult.results.protected import Protected
from consult.results.tables import Breakdown, Table

NUMBERS = (
    "question_id", "question_number", "group_by", "group_id", "group", "answer_id", "answer", "responses",
    "all_responses", "percentage",
)  # fmt: skip
"""The columns of the numbers."""

QUESTIONS = ("question_id", "question_number", "question", "wording_status", "wording_source", "options_status")
"""The columns of the questions."""

ANSWERED = ("question_id", "question_number", "people", "or_more", "all_responses", "percentage")
"""The columns of how many answered each question at all."""

CITED = ("source_id", "publisher", "site", "responses", "all_responses", "percentage")
"""The columns of whose pages people name."""

WEEKS = ("week_beginning", "responses")
"""The columns of the weeks."""

COMMENTS = ("question_id", "question_number", "language", "comment")
"""The columns of the comments."""

EVERYBODY = "everyone"
"""What stands in `group_by` and `group_id` for the numbers of everyone together."""


def numbers(material: Material) -> Iterator[list[Cell]]:
    """Return a row for every number of the tables, for everyone and for each group of every breakdown."""
    words = material.words
    group = [EVERYBODY, EVERYBODY, words.gettext("Everyone")]
    yield from _rows(material.results.tables, group, material.results.responses, words)
    for breakdown in material.results.breakdowns:
        yield from _grouped(breakdown, words)


def questions(material: Material) -> Iterator[list[Cell]]:
    """Return a row for every question, with whose words it is in."""
    for table in material.results.tables:
        question = table.question
        if question is None:
            yield [table.question_id, "", table_title(table, material.words), "", "", ""]
            continue
        options = question.scale_status.value if question.scale else ""
        source = question.wording.source_url or ""
        yield [question.id, question.number, question.wording.text, question.wording.status.value, source, options]


def answered(material: Material) -> Iterator[list[Cell]]:
    """Return a row for every question that has numbers, with about how many answered it."""
    base = count_cell(material.results.responses)
    for table in material.results.tables:
        if table.rows:
            number: Cell = table.question.number if table.question else ""
            people, is_least = table.answered or (HELD_BACK, False)
            share = share_cell(table.answered_percent, is_held_back=table.answered is None)
            yield [table.question_id, number, people, "true" if is_least else "false", base, share]


def cited(material: Material) -> Iterator[list[Cell]]:
    """Return a row for every site that enough people named, the most named first."""
    base = count_cell(material.results.responses)
    for site in material.export().sites():
        counts = [count_cell(site.row.count), base, percent_cell(site.row)]
        yield [site.source, site.publisher, site.host, *counts]


def weeks(material: Material) -> Iterator[list[Cell]]:
    """Return a row for every week that is shown."""
    for week in material.over_the_weeks:
        yield [week.monday.isoformat(), count_cell(week.responses)]


def comments(material: Material) -> Iterator[list[Cell]]:
    """Return a row for every comment, as it comes."""
    for question_id, question in material.commented():
        number: Cell = question.number if question else ""
        for each in material.comments(question_id):
            yield [question_id, number, each.language, each.text]


def _grouped(breakdown: Breakdown, words: NullTranslations) -> Iterator[list[Cell]]:
    for group in breakdown.groups:
        named = [breakdown.attribute, group.value, group_label(group, words)]
        yield from _rows(group.tables, named, group.responses, words)


def _rows(
    tables: Iterable[Table], group: list[str], base: Protected, words: NullTranslations
) -> Iterator[list[Cell]]:
    for table in tables:
        number: Cell = table.question.number if table.question else ""
        for row in table.rows:
            answer = [row.option, row_label(row, words)]
            counts = [count_cell(row.count), count_cell(base), percent_cell(row)]
            yield [table.question_id, number, *group, *answer, *counts]
