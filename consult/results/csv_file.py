"""Results as one CSV table that can be read on its own: every line says what it counts and where it comes from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from consult.results.export import Cell, Export, Line, count_cell, percent_cell, safe_cell
from consult.results.phrases import UNAVAILABLE, notes, row_label, shorthand, status_text, table_title
from consult.results.tables import Table


def to_csv(export: Export) -> bytes:
    """Return the tables as UTF-8 with a byte order mark, one header line, and lines that end in CR LF.

    With a breakdown, each group has its lines.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(_safe([*_origin_headers(export), *_question_headers(export), *_count_headers(export)]))
    origin, closing = _safe(_origin(export)), _safe([_closing_note(export)])
    for table, lines in export.tables():
        question = _safe(_question(export, table))
        for line in lines:
            writer.writerow([*origin, *question, *_safe(_counts(export, line)), *closing])
    return text.getvalue().encode("utf-8-sig")


def _safe(cells: Iterable[Cell]) -> list[Cell]:
    return [safe_cell(cell) if isinstance(cell, str) else cell for cell in cells]


def _origin_headers(export: Export) -> list[str]:
    say = export.words.gettext
    return [say("Campaign"), say("Week beginning"), say("Consultation"), say("Pack"), say("Pack version")]


def _origin(export: Export) -> list[Cell]:
    week = export.week.isoformat() if export.week else UNAVAILABLE
    return [export.campaign or UNAVAILABLE, week, export.pack.title, export.pack.id, export.pack.version]


def _question_headers(export: Export) -> list[str]:
    say = export.words.gettext
    return [say("Question number"), say("Question"), say("Status of the wording"), say("Status of the options")]


def _question(export: Export, table: Table) -> list[Cell]:
    if table.question is None:
        return [UNAVAILABLE, table_title(table, export.words), UNAVAILABLE, UNAVAILABLE]
    wording = table.question.wording
    options = status_text(table.question.scale_status, export.words) if table.question.scale else UNAVAILABLE
    return [table.question.number, wording.text, status_text(wording.status, export.words), options]


def _count_headers(export: Export) -> list[str]:
    say = export.words.gettext
    group = [export.grouping()] if export.breakdown else []
    base = say("All responses in the group") if export.breakdown else say("All responses")
    return [*group, say("Answer"), say("Responses"), base, say("Percentage of all responses"), say("Notes")]


def _counts(export: Export, line: Line) -> list[Cell]:
    group = [export.group(line)] if export.breakdown else []
    label = row_label(line.row, export.words)
    return [*group, label, count_cell(line.row.count), count_cell(line.base), percent_cell(line.row)]


def _closing_note(export: Export) -> str:
    return " ".join([shorthand(export.words), *notes(export.pack, export.words)])
