"""Every kind of file that an organiser can take away: what it is for, what it is called, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from consult.documents.faces import FACES
from consult.documents.marking import N_
from consult.results.csv_file import to_csv
from consult.results.export import Export
from consult.results.exports.consult_folder import consult_folder
from consult.results.exports.data_package import data_package
from consult.results.exports.everything import everything
from consult.results.exports.material import Material
from consult.results.exports.pictures import pictures
from consult.results.exports.report import report
from consult.results.exports.statement import statement
from consult.results.xlsx_file import to_xlsx

Stream = Callable[[Material], Iterator[bytes]]


@dataclass(frozen=True)
class Format:
    """A kind of file.

    `key` names it in addresses and commands. `named` is the end of its name, with its ending. `label` and `purpose`
    are English source text. `passes` says how often it reads every comment. `grouped` says whether it can be had by
    an answer about the person, and `slow` that it takes a second or more even without comments.
    """

    key: str
    named: str
    media_type: str
    label: str
    purpose: str
    stream: Stream
    passes: int = 0
    grouped: bool = False
    slow: bool = False

    @property
    def takes_long(self) -> bool:
        """Say whether somebody who waits for it should see how far it has come."""
        return self.slow or self.passes > 0

    def label_in(self, words: NullTranslations) -> str:
        """Return what the file is, in the language of `words`."""
        return words.gettext(self.label)

    def purpose_in(self, words: NullTranslations) -> str:
        """Return what the file is for, in the language of `words`."""
        return words.gettext(self.purpose)

    def file_name(self, material: Material) -> str:
        """Return the name to save a file under: ids and days only, so that it is plain ASCII."""
        parts = [
            material.campaign,
            f"by-{material.breakdown.attribute}" if material.breakdown else "",
            f"week-{material.week.isoformat()}" if material.week else "",
        ]
        start = "-".join(filter(None, parts))
        return f"{start}{'' if self.named.startswith('.') else '-'}{self.named}"


def _tables(make: Callable[[Export], bytes]) -> Stream:
    def stream(material: Material) -> Iterator[bytes]:
        yield make(material.export())

    return stream


def _report(key: str) -> Stream:
    def stream(material: Material) -> Iterator[bytes]:
        yield FACES[key].render(report(material))

    return stream


def _statement(key: str) -> Stream:
    def stream(material: Material) -> Iterator[bytes]:
        yield FACES[key].render(statement(material))

    return stream


_REPORT = N_("For reading and passing on: the method, a chart and a table for each question, and some comments.")
_STATEMENT = N_(
    "For the body that consults, on one page: who used this, what they were offered, how alike texts are."
)
_ZIP = "application/zip"

FORMATS: dict[str, Format] = {
    each.key: each
    for each in (
        Format(
            "xlsx",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            N_("Workbook (XLSX)"),
            N_("For a spreadsheet program: a sheet for each question, laid out as the Analysis Function asks."),
            _tables(to_xlsx),
            grouped=True,
            slow=True,
        ),
        Format(
            "csv",
            ".csv",
            "text/csv; charset=utf-8",
            N_("One table (CSV)"),
            N_("For any program that reads tables: one row for each number, with its notes."),
            _tables(to_csv),
            grouped=True,
        ),
        Format(
            "package",
            "data-package.zip",
            _ZIP,
            N_("Data Package (ZIP)"),
            N_("For analysts: all numbers, breakdowns and comments as described tables, which programs can check."),
            data_package,
            passes=1,
        ),
        Format(
            "report-docx", "report.docx", FACES["docx"].media_type, N_("Report (Word)"), _REPORT, _report("docx")
        ),
        Format(
            "report-odt",
            "report.odt",
            FACES["odt"].media_type,
            N_("Report (OpenDocument)"),
            _REPORT,
            _report("odt"),
        ),
        Format(
            "charts",
            "charts.zip",
            _ZIP,
            N_("Charts (ZIP of SVG pictures)"),
            N_("For a newsletter, a slide or a page: a picture of the answers to each question."),
            pictures,
        ),
        Format(
            "consult",
            "consult.zip",
            _ZIP,
            N_("Folder for Consult (ZIP)"),
            N_("For government analysts who use Consult or its theme finder."),
            consult_folder,
            passes=2,
        ),
        Format(
            "statement-docx",
            "statement.docx",
            FACES["docx"].media_type,
            N_("Statement (Word)"),
            _STATEMENT,
            _statement("docx"),
            passes=1,
        ),
        Format(
            "statement-odt",
            "statement.odt",
            FACES["odt"].media_type,
            N_("Statement (OpenDocument)"),
            _STATEMENT,
            _statement("odt"),
            passes=1,
        ),
        Format(
            "statement-txt",
            "statement.txt",
            FACES["txt"].media_type,
            N_("Statement (plain text)"),
            _STATEMENT,
            _statement("txt"),
            passes=1,
        ),
        Format(
            "json",
            "everything.json",
            "application/json",
            N_("Everything (JSON)"),
            N_("For whoever builds the next thing: all numbers and comments, in a published form."),
            everything,
            passes=1,
        ),
    )
}
"""Each kind by its key, in the order in which they are listed."""
