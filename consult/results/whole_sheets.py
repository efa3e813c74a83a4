"""Sheets about a whole campaign: how many answered each question, whose pages people name, and the weeks."""

from __future__ import annotations

from collections.abc import Iterator

from consult.results.export import Cell, Export, count_cell, percent_cell, share_cell
from consult.results.phrases import HELD_BACK, UNAVAILABLE, responses_text, shorthand, table_title
from consult.results.sheets import Sheet, noted, one_table
from consult.results.tables import Table


def whole_sheets(export: Export) -> Iterator[Sheet]:
    """Return these sheets, each if it has a line. They are about everyone, so a workbook by groups has none."""
    if export.breakdown is None:
        yield from filter(lambda sheet: sheet.lines, (_answered(export), _cited(export), _weeks(export)))


def _answered(export: Export) -> Sheet:
    say = export.words.gettext
    about = say("The sum of the numbers that are shown for a question, so it is about right.")
    return Sheet(
        say("Answered"),
        say("How many answered each question"),
        (
            about,
            _base(export),
            shorthand(export.words),
            one_table(export),
        ),
        (
            say("Question"),
            say("Or more, as a number is held back"),
            # The mark matters: only a header with one lets `gptables` take a column for numbers.
            noted(export, say("About how many answered"), "method"),
            noted(export, say("Percentage of all responses"), "percentages"),
        ),
        tuple(_answered_cells(export, table) for table in export.results.tables if table.rows),
    )


def _answered_cells(export: Export, table: Table) -> tuple[Cell, ...]:
    title, say = table_title(table, export.words), export.words.gettext
    if table.answered is None:
        return title, UNAVAILABLE, HELD_BACK, HELD_BACK
    share = share_cell(table.answered_percent, is_held_back=False)
    return title, say("Yes") if table.answered.is_least else say("No"), table.answered.people, share


def _cited(export: Export) -> Sheet:
    say = export.words.gettext
    about = say("Only sites of the sources in our guides are counted. All other web addresses are taken out.")
    return Sheet(
        say("Sites"),
        say("Whose pages people name"),
        (about, _base(export), shorthand(export.words), one_table(export)),
        (
            say("Whose site"),
            say("Site"),
            noted(export, say("Responses"), "method"),
            noted(export, say("Percentage of all responses"), "percentages"),
        ),
        tuple(
            (site.publisher, site.host, count_cell(site.row.count), percent_cell(site.row))
            for site in export.sites()
        ),
    )


def _weeks(export: Export) -> Sheet:
    say = export.words.gettext
    return Sheet(
        say("Weeks"),
        say("Responses over the weeks"),
        (
            say("When responses were added, ten or more at a time"),
            say("The present week is not among them: a week is shown once it is over."),
            shorthand(export.words),
            one_table(export),
        ),
        (say("Week that began on"), noted(export, say("Responses"), "method")),
        tuple((week.monday.isoformat(), count_cell(week.responses)) for week in export.weeks),
    )


def _base(export: Export) -> str:
    base = responses_text(export.results.responses, export.words)
    return noted(export, export.words.gettext("Percentages are of %(responses)s") % {"responses": base}, "people")
