"""A Data Package: tidy tables in CSV, and a file that says what is in them (specs.frictionlessdata.io, v1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from consult.results.exports import tidy
from consult.results.exports.material import Material
from consult.results.exports.pieces import csv_lines, described
from consult.results.exports.zipped import zipped
from consult.results.phrases import SHORTHAND

_WHOLE = {"question_number", "responses", "all_responses", "percentage"}
_NEEDED = {"question_id", "group_by", "group_id", "answer_id", "comment", "question"}
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
    "responses": "How many responses chose it, after disclosure control. Numbers do not add up.",
    "all_responses": "How many responses there are in the group, after disclosure control.",
    "percentage": "The first of these as a whole percentage of the second.",
    "language": "The language of the comment, as a BCP 47 tag.",
    "comment": "Somebody's own words, with what could tell who wrote them taken out.",
}
_TABLES = {
    "numbers": (tidy.NUMBERS, ["question_id", "group_by", "group_id", "answer_id"]),
    "questions": (tidy.QUESTIONS, ["question_id"]),
    "comments": (tidy.COMMENTS, None),
}
_ROWS = {"numbers": tidy.numbers, "questions": tidy.questions, "comments": tidy.comments}


def data_package(material: Material) -> Iterator[bytes]:
    """Yield a zip archive: `datapackage.json`, `method.txt`, and the numbers, questions and comments as CSV."""
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
    if name != "questions":
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
    kind = "integer" if column in _WHOLE else "string"
    field: dict[str, Any] = {"name": column, "type": kind, "description": _MEANING[column]}
    if column in _NEEDED:
        field["constraints"] = {"required": True}
    return field
