"""Who asked, and who answers: the facts at the head of a response."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

from consult.documents.citing import web_address
from consult.documents.details import Capacity, Details
from consult.documents.model import Block, DefinitionTable, Heading, Paragraph, Row, Run, Runs
from consult.documents.naming import long_day
from consult.documents.writing import PackWriter, Writer
from consult.packs.model import Pack


def capacity_line(details: Details, words: NullTranslations) -> str:
    """Return the line under the title: who the response is from."""
    if details.capacity is Capacity.INDIVIDUAL:
        return words.gettext("Response from an individual")
    if details.capacity is None:
        return words.gettext("Response to the consultation")
    if not details.organisation:
        return words.gettext("Response on behalf of an organisation")
    return words.gettext("Response on behalf of %(organisation)s") % {"organisation": details.organisation}


def about_the_consultation(
    pack: Pack, official: PackWriter, *, on: date, words: NullTranslations, language: str
) -> Iterator[Block]:
    """Yield which consultation this responds to: body, reference, dates and page."""
    closed = words.gettext("Closed") if on > pack.dates.closes else words.gettext("Closes")
    address = web_address(pack.official_page) or ""
    page = official.runs(pack.title, link=address or None)
    facts: list[tuple[str, Runs]] = [
        (words.gettext("Published by"), official.runs(pack.body)),
        (words.gettext("Reference"), official.runs(pack.reference or "")),
        (words.gettext("Opened"), (Run(long_day(pack.dates.opened, language)),)),
        (closed, (Run(long_day(pack.dates.closes, language)),)),
        (words.gettext("Official page"), (*page, Run(f": {address}"))),
        (words.gettext("Date of this response"), (Run(long_day(on, language)),)),
    ]
    rows = tuple(Row((Run(label),), Paragraph(value)) for label, value in facts if value[0].text)
    yield from _table(words.gettext("About the consultation"), rows, words)


def about_the_respondent(details: Details, writer: Writer, words: NullTranslations) -> Iterator[Block]:
    """Yield who responds and in what capacity: only what was typed."""
    organisation = details.for_organisation
    capacities = {
        None: "",
        Capacity.INDIVIDUAL: words.gettext("An individual"),
        Capacity.ORGANISATION: words.gettext("An organisation"),
    }
    facts = [
        (words.gettext("Responding as"), capacities[details.capacity]),
        (words.gettext("Organisation"), details.organisation if organisation else ""),
        (words.gettext("Name"), details.name),
        (words.gettext("Role"), details.role if organisation else ""),
        (words.gettext("Contact"), details.contact),
    ]
    title = words.gettext("Who is responding")
    rows = tuple(Row((Run(label),), writer.paragraph(value)) for label, value in facts if value)
    if rows:
        yield from _table(title, rows, words)
    else:
        yield Heading(1, (Run(title),))
        yield Paragraph((Run(words.gettext("No name or contact details are given.")),))


def _table(title: str, rows: tuple[Row, ...], words: NullTranslations) -> Iterator[Block]:
    yield Heading(1, (Run(title),))
    yield DefinitionTable(title, (words.gettext("Item"), words.gettext("Details")), rows)
