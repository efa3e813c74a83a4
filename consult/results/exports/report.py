"""The results of a campaign as a document: the method, each question with its chart and table, some comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from consult.documents.languages import LOCALES
from consult.documents.model import (
    Bar,
    Block,
    BulletList,
    Cell,
    DataTable,
    Document,
    Heading,
    Paragraph,
    Role,
    Run,
)
from consult.documents.writing import PackWriter, Writer
from consult.packs.model import Question
from consult.results.exports.campaign_words import whose
from consult.results.exports.material import Material
from consult.results.exports.report_parts import sites_part, weeks_part
from consult.results.likeness import words_of
from consult.results.method import parts
from consult.results.phrases import (
    answered_text,
    bar_text,
    count_text,
    notes,
    percent_text,
    responses_text,
    row_label,
    status_text,
    table_title,
)
from consult.results.tables import Row, Standing, Table

COMMENTS = 3
"""How many comments are shown on a question."""

LONGEST = 1200
"""How many characters of a comment are shown."""

_LOOKED_AT = 50
_WIDTHS = (60, 22, 18)


def report(material: Material) -> Document:
    """Return the report. All its numbers are protected, and its comments are masked."""
    return _Report(material).document()


class _Report:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._words = material.words
        locale = LOCALES[material.language]
        self._writer = Writer(locale)
        self._official = PackWriter(locale, "en")

    def document(self) -> Document:
        material, say = self._material, self._words.gettext
        title = say("What people said: %(campaign)s") % {"campaign": self._plain(material.title)}
        return Document(
            title=title,
            language=LOCALES[material.language],
            stem=material.campaign,
            running_title=self._official.runs(material.pack.short_title),
            page_label=say("Page %(page)s of %(pages)s"),
            blocks=(
                Heading(0, (Run(title),)),
                Paragraph(self._official.runs(material.pack.document_title), Role.SUBTITLE),
                *self._summary(),
                *(block for table in material.results.tables for block in self._question(table)),
                *sites_part(material, self._writer, self._official),
                *weeks_part(material, self._writer),
                Heading(1, (Run(say("How these numbers were made")),)),
                *self._method(),
            ),
        )

    def _method(self) -> Iterator[Block]:
        for part in parts(self._words):
            yield Heading(2, (Run(part.heading),))
            yield from (self._paragraph(text) for text in part.paragraphs)
        yield Heading(2, (Run(self._words.gettext("The comments and the questions")),))
        said = notes(self._material.pack, self._words)
        yield from map(self._paragraph, (self._material.about_comments, said.wording, said.licence))

    def _plain(self, text: str) -> str:
        return "".join(run.text for run in self._writer.paragraph(" ".join(text.split())).runs)

    def _paragraph(self, text: str, role: Role = Role.BODY) -> Paragraph:
        return self._writer.paragraph(text, role)

    def _summary(self) -> Iterator[Block]:
        material, say = self._material, self._words.gettext
        yield Heading(1, (Run(say("In short")),))
        points = [responses_text(material.results.responses, self._words), *whose(material)]
        points.append(say("No number under ten is shown, and none is exact. Numbers do not add up."))
        points.append(say("These are the answers of people who chose to share them, not a sample of the public."))
        yield BulletList(tuple(self._paragraph(point) for point in points))

    def _question(self, table: Table) -> Iterator[Block]:
        yield Heading(1, (Run(table_title(table, self._words)),))
        if table.question:
            yield Paragraph(self._official.runs(table.question.wording.text), Role.WORDING)
            status = status_text(table.question.wording.status, self._words)
            yield self._paragraph(
                self._words.gettext("Status of the wording: %(status)s") % {"status": status}, Role.STATUS
            )
        if table.rows:
            yield self._writer.paragraph(answered_text(table, self._words), keep_with_next=True)
            yield self._table(table)
        yield from self._comments(table.question)

    def _table(self, table: Table) -> DataTable:
        say = self._words.gettext
        base = responses_text(table.base, self._words)
        caption = say("%(question)s: answers, with a bar for each from 0 to 100 percent (%(responses)s)")
        return DataTable(
            caption % {"question": table_title(table, self._words), "responses": base},
            (say("Answer"), say("Responses"), say("Share of all")),
            _WIDTHS,
            tuple(self._row(row) for row in table.rows),
        )

    def _row(self, row: Row) -> tuple[Cell, ...]:
        label = row_label(row, self._words)
        runs = self._official.runs(label) if row.standing is Standing.OPTION else (Run(label),)
        bar = Bar(row.bar, bar_text(row, self._words)) if row.bar else None
        count, percent = count_text(row.count, self._words), percent_text(row.percent, self._words)
        return Cell(runs, bar), Cell((Run(count),)), Cell((Run(percent),))

    def _comments(self, question: Question | None) -> Iterator[Block]:
        chosen = list(islice(self._different(question), COMMENTS)) if question else []
        if not chosen:
            return
        say = self._words.gettext
        yield Heading(2, (Run(say("Some of what people wrote")),))
        note = say("The first comments in a random order that say different things. Nobody picked them.")
        yield Paragraph((Run(note),), Role.STATUS)
        for text in chosen:
            yield self._paragraph(text, Role.NOTE)

    def _different(self, question: Question) -> Iterator[str]:
        """Yield comments none of which says the same as one before, cut where they are long."""
        before: set[tuple[bytes, ...]] = set()
        for each in islice(self._material.comments(question.id), _LOOKED_AT):
            words = tuple(words_of(each.text))
            if words and words not in before:
                before.add(words)
                yield _cut(each.text)


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} […]"
