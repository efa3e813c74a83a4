"""The parts of a report that are about the whole campaign: whose pages people name, and the weeks."""

from __future__ import annotations

from collections.abc import Iterator

from consult.documents.model import Bar, Block, Cell, DataTable, Heading, Run
from consult.documents.naming import long_day
from consult.documents.writing import PackWriter, Writer
from consult.results.export import Site
from consult.results.exports.material import Material
from consult.results.phrases import count_text, percent_text, responses_text
from consult.results.weeks import Week

_SITES = (60, 22, 18)
_WEEKS = (70, 30)


def sites_part(material: Material, writer: Writer, official: PackWriter) -> Iterator[Block]:
    """Yield the part on whose pages people name, nothing where no site was named by enough people."""
    say, sites = material.words.gettext, material.export().sites()
    if not sites:
        return
    title = say("Whose pages people name")
    yield Heading(1, (Run(title),))
    about = say("Only sites of the sources in our guides are counted. All other web addresses are taken out.")
    yield writer.paragraph(about, keep_with_next=True)
    caption = say("%(title)s, with a bar for each site from 0 to 100 percent (%(responses)s)")
    base = responses_text(material.results.responses, material.words)
    yield DataTable(
        caption % {"title": title, "responses": base},
        (say("Site"), say("Responses"), say("Share of all")),
        _SITES,
        tuple(_site(site, material, official) for site in sites),
    )


def weeks_part(material: Material, writer: Writer) -> Iterator[Block]:
    """Yield the part on the responses over the weeks, nothing where they are not shown."""
    say, weeks = material.words.gettext, material.over_the_weeks
    if not weeks:
        return
    title = say("Responses over the weeks")
    yield Heading(1, (Run(title),))
    yield writer.paragraph(say("When responses were added, ten or more at a time"), keep_with_next=True)
    yield DataTable(
        say("%(title)s, with a bar for each of the share of the week with the most") % {"title": title},
        (say("Week that began on"), say("Responses")),
        _WEEKS,
        tuple(_week(week, material) for week in weeks),
    )


def _site(site: Site, material: Material, official: PackWriter) -> tuple[Cell, ...]:
    words, row = material.words, site.row
    count, percent = count_text(row.count, words), percent_text(row.percent, words)
    said = words.gettext("%(option)s: %(responses)s, %(percent)s")
    responses = responses_text(row.count, words)
    alternative = said % {"option": site.publisher, "responses": responses, "percent": percent}
    bar = Bar(row.bar, alternative) if row.bar else None
    return Cell(official.runs(site.publisher), bar), Cell((Run(count),)), Cell((Run(percent),))


def _week(week: Week, material: Material) -> tuple[Cell, ...]:
    words, day = material.words, long_day(week.monday, material.language)
    said = words.gettext("%(option)s: %(responses)s")
    alternative = said % {"option": day, "responses": responses_text(week.responses, words)}
    bar = Bar(week.bar, alternative) if week.bar else None
    return Cell((Run(day),), bar), Cell((Run(count_text(week.responses, words)),))
