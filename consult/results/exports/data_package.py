"""A Data Package: tidy tables in CSV, and a file that says what is in them (specs.frictionlessdata.io, v1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from consult.results.exports import tidy
from consult.results.exports.material import Material
from consult.results.exports.pieces import csv_lines, described
from consult.results.exports.zipped import zipped
from consult.results.phrases import SHORTHAND

_WHOLE = ("question_number", "responses", "all_responses", "percentage", "people")
_KINDS = dict.fromkeys(_WHOLE, "integer") | {"or_more": "boolean", "week_beginning": "date"}
_NEEDED = {
    "question_id", "group_by", "group_id", "answer_id", "comment", "question", "or_more", "source_id", "site",
    "week_beginning",
}  # fmt: skip
_MEANING = {
    "question_id": "The question's id in the pack.",
    "question_number": "The question's official number.",
    "question": "The question's words.",
    "wording_status": "Whether the words were checked with the official document: verified, quoted or unchecked.",
    "wording_source": "Where the words were read.",
    "options_status": "The same for the words of the options; empty for a question without options.",
    "group_by": f"The id of the question about the person that groups the numbers, or {tidy.EVERYBODY}.",
    "group_id": "The id of that question's option.",
    "group": "What the people of the group said about themselves.",
    "answer_id": "The id of the option that was chosen.",
    "answer": "The words of the option that was chosen.",
    "responses": "How many responses the row is about, after disclosure control. Numbers do not add up.",
    "all_responses": "How many responses there are in the group, or in all, after disclosure control.",
    "percentage": "How many the row is about, as a whole percentage of all_responses.",
    "people": "About how many answered the question: the sum of the numbers that are shown for it.",
    "or_more": "Whether more answered it, as a number of it is held back.",
    "source_id": "The id of the site's first source in the pack. Which page was named is not known.",
    "publisher": "Whose site it is.",
    "site": "The site's host, without www.",
    "week_beginning": "The Monday of a week in which responses were added. The present week is not there.",
    "language": "The language of the comment, as a BCP 47 tag.",
    "comment": "Somebody's own words, with what could tell who wrote them taken out.",
}
_TABLES = {
    "numbers": (tidy.NUMBERS, ["question_id", "group_by", "group_id", "answer_id"]),
    "questions": (tidy.QUESTIONS, ["question_id"]),
    "answered": (tidy.ANSWERED, ["question_id"]),
    "cited": (tidy.CITED, ["source_id"]),
    "weeks": (tidy.WEEKS, ["week_beginning"]),
    "comments": (tidy.COMMENTS, None),
}
_ROWS = {
    "numbers": tidy.numbers,
    "questions": tidy.questions,
    "answered": tidy.answered,
    "cited": tidy.cited,
    "weeks": tidy.weeks,
    "comments": tidy.comments,
}


def data_package(material: Material) -> Iterator[bytes]:
    """Yield a zip archive: `datapackage.json`, `method.txt`, and a CSV file for each table."""
    return zipped(_files(material))


def _files(material: Material) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "datapackage.json", [described(_descriptor(material))]
    yield material.method_file()
    for name, (columns, _key) in _TABLES.items():
        yield f"{name}.csv", csv_lines(columns, _ROWS[name](material))


def _descriptor(material: Material) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": material.campaign,
        "title": material.title,
        "description": "\n\n".join(material.method()),
        "version": material.week.isoformat() if material.week else "0",
        "sources": [{"title": material.pack.document_title, "path": material.pack.official_page}],
        "resources": [_resource(name, columns, key) for name, (columns, key) in _TABLES.items()],
    }


def _resource(name: str, columns: tuple[str, ...], key: list[str] | None) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in columns],
        "missingValues": ["", *sorted(SHORTHAND)],
    }
    if key:
        schema["primaryKey"] = key
    if name != "questions" and "question_id" in columns:
        reference = {"resource": "questions", "fields": ["question_id"]}
        schema["foreignKeys"] = [{"fields": ["question_id"], "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": _KINDS.get(column, "string"), "description": _MEANING[column]}
    if column in _NEEDED:
        field["constraints"] = {"required": True}
    return field
