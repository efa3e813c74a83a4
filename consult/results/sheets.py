"""What each sheet of a workbook says, before anything draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consult.results.export import Cell, Export, Line, count_cell, percent_cell
from consult.results.phrases import (
    breakdown_label,
    group_label,
    notes,
    responses_text,
    row_label,
    shorthand,
    status_text,
    table_title,
)
from consult.results.tables import Breakdown, Table
from consult.results.tally import OURS


@dataclass(frozen=True)
class Sheet:
    """A sheet with one table: its tab, its title, what is said above the table, the headers and the lines."""

    tab: str
    title: str
    about: tuple[str, ...]
    headers: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def cover(export: Export) -> list[tuple[str, list[str]]]:
    """Return the cover's headings, each with its paragraphs. The first heading is the workbook's title."""
    say, pack, said = export.words.gettext, export.pack, notes(export.pack, export.words)
    about = [say("Campaign: %(campaign)s") % {"campaign": export.campaign}] if export.campaign else []
    about.append(responses_text(export.results.responses, export.words))
    if export.week:
        about.append(say("As at the week beginning %(day)s") % {"day": export.week.isoformat()})
    about.append(say("Question pack: %(id)s, version %(version)s") % {"id": pack.id, "version": pack.version})
    questions = [f"{pack.body}: {pack.document_title}", pack.official_page, said.wording, said.licence]
    return [
        (pack.title, about),
        (say("About these numbers"), [said.people, said.method, said.percentages]),
        (say("About the questions"), questions),
    ]


def question_sheets(export: Export) -> Iterator[Sheet]:
    """Return a sheet for every question that has anything to count."""
    for table, lines in export.tables():
        if lines:
            yield _question_sheet(export, table, lines)


def breakdown_sheets(export: Export) -> Iterator[Sheet]:
    """Return a sheet for every breakdown: a row for each answer to each question, a column for each group.

    A workbook that is by one of them already has none, nor has one in which every group is too small.
    """
    if export.breakdown:
        return
    attributes = [question.id for question in export.pack.about_you]
    for breakdown in filter(None, map(export.results.by, [*attributes, *sorted(OURS)])):
        if any(group.responses.value for group in breakdown.groups):
            yield _breakdown_sheet(export, breakdown)


def notes_sheet(export: Export) -> Sheet:
    """Return the sheet of numbered notes."""
    say = export.words.gettext
    lines = tuple(enumerate(notes(export.pack, export.words), start=1))
    about = (say("These notes go with every sheet."), one_table(export))
    return Sheet(say("Notes"), say("Notes"), about, (say("Note number"), say("Note")), lines)


def contents_sheet(export: Export, sheets: dict[str, Sheet]) -> Sheet:
    """Return the sheet that says what the others, given by their tabs, hold. Its first column names a tab."""
    say = export.words.gettext
    lines = tuple((tab, f"{sheet.title}. {sheet.about[0]}") for tab, sheet in sheets.items())
    return Sheet(
        say("Contents"), say("Contents"), (one_table(export),), (say("Sheet"), say("What it holds")), lines
    )


def one_table(export: Export) -> str:
    """Return what the guidance asks every sheet to say of itself."""
    return export.words.gettext("This sheet holds one table.")


def _question_sheet(export: Export, table: Table, lines: list[Line]) -> Sheet:
    title = table_title(table, export.words)
    tab = export.words.gettext("Q%(number)s") % {"number": table.question.number} if table.question else title
    cells = tuple(_cells(export, line) for line in lines)
    return Sheet(tab, title, tuple(_about(export, table)), tuple(_headers(export)), cells)


def _breakdown_sheet(export: Export, breakdown: Breakdown) -> Sheet:
    say, words = export.words.gettext, export.words
    label = breakdown_label(breakdown, words)
    groups = breakdown.groups
    bases: tuple[Cell, ...] = (say("All questions"), say("All responses in the group"))
    lines = [(*bases, *(count_cell(group.responses) for group in groups))]
    for at, table in enumerate(export.results.tables):
        for number, row in enumerate(table.rows):
            counts = (count_cell(group.tables[at].rows[number].count) for group in groups)
            lines.append((table_title(table, words), row_label(row, words), *counts))
    about = (noted(export, say("Responses in each group: %(groups)s") % {"groups": label}, "method"),)
    headers = (say("Question"), say("Answer"), *(group_label(group, words) for group in groups))
    notes_on = (*about, shorthand(words), one_table(export))
    return Sheet(say("By %(id)s") % {"id": breakdown.attribute.strip("_")}, label, notes_on, headers, tuple(lines))


def _about(export: Export, table: Table) -> Iterator[str]:
    say = export.words.gettext
    if table.question:
        status = status_text(table.question.wording.status, export.words)
        yield table.question.wording.text
        yield noted(export, say("Status of the wording: %(status)s") % {"status": status}, "wording")
    if table.question and table.question.scale:
        status = status_text(table.question.scale_status, export.words)
        yield noted(export, say("Status of the options: %(status)s") % {"status": status}, "wording")
    if not export.breakdown:
        base = responses_text(table.base, export.words)
        yield noted(export, say("Percentages are of %(responses)s") % {"responses": base}, "people")
    yield shorthand(export.words)
    yield one_table(export)


def _headers(export: Export) -> Iterator[str]:
    say = export.words.gettext
    if export.breakdown:
        yield export.grouping()
    yield say("Answer")
    yield noted(export, say("Responses"), "method")
    if export.breakdown:
        yield noted(export, say("All responses in the group"), "people")
    yield noted(export, say("Percentage of all responses"), "percentages")


def _cells(export: Export, line: Line) -> tuple[Cell, ...]:
    shown = (row_label(line.row, export.words), count_cell(line.row.count))
    if export.breakdown is None:
        return (*shown, percent_cell(line.row))
    return (export.group(line), *shown, count_cell(line.base), percent_cell(line.row))


def noted(export: Export, text: str, note: str) -> str:
    """Return a text with the mark of one of the notes, given by its name in `Notes`."""
    number = notes(export.pack, export.words)._fields.index(note) + 1
    mark = export.words.gettext("[note %(number)s]") % {"number": number}
    return f"{text} {mark}"
