"""What is about the whole campaign: completion, sites, weeks. Every file has them, and the same numbers."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from consult.answers.citing import sites
from consult.documents.model import DataTable, Document, Heading, text_of
from consult.packs.model import Pack
from consult.results.exports.everything import everything, schema
from consult.results.exports.formats import FORMATS
from consult.results.exports.material import Material
from consult.results.exports.report import report
from consult.results.protect import protect
from consult.results.tally import CITED
from consult.results.weeks import protected
from tests.results.exports.conftest import Make
from tests.results.material import plain_key, responses, tally
from tests.results.reading import read_workbook

WEEKS = [(date(2026, 2, 9), 70), (date(2026, 2, 16), 3), (date(2026, 2, 23), 50)]


@pytest.fixture
def whole(make: Make, pack: Pack) -> Material:
    first, second, third, *_ = (source.id for source in sites(pack).values())
    options = [option.id for option in pack.scales[0].options]
    tallies = [responses(120), *(tally(pack.questions[0].id, option, 31) for option in options)]
    tallies += [tally(CITED, first, 20), tally(CITED, second, 60), tally(CITED, third, 4), tally(CITED, "gone", 50)]
    weeks = protected((monday, count, plain_key(count)) for monday, count in WEEKS)
    return replace(make(pack), results=protect(pack, tallies), weeks=weeks)


def as_json(material: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(everything(material)))
    assert [error.message for error in Draft202012Validator(json.loads(schema())).iter_errors(found)] == []
    return found


def table(material: Material, name: str) -> list[dict[str, str]]:
    with ZipFile(io.BytesIO(b"".join(FORMATS["package"].stream(material)))) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode(), newline="")))


def sheets(material: Material) -> dict[str, list[list[str | float]]]:
    return read_workbook(b"".join(FORMATS["xlsx"].stream(material))).sheets


def part(document: Document, heading: str) -> list[list[str]]:
    """Return the rows of the table after a heading of the report."""
    blocks = list(document.blocks)
    headings = {text_of(block.runs): at for at, block in enumerate(blocks) if isinstance(block, Heading)}
    data = next(block for block in blocks[headings[heading] :] if isinstance(block, DataTable))
    return [[text_of(cell.runs) for cell in row] for row in data.rows]


def test_how_many_answered_is_the_same_in_every_file(whole: Material) -> None:
    first = whole.results.tables[0]
    assert first.answered is not None
    people, share = first.answered.people, first.answered_percent
    assert share is not None
    said = as_json(whole)["answered"]
    is_least = first.answered.is_least
    assert said[0] == {"question": first.question_id, "people": people, "or_more": is_least, "percentage": share}
    assert said[1]["people"] is said[1]["percentage"] is None
    rows = table(whole, "answered")
    assert (rows[0]["people"], rows[0]["percentage"]) == (str(people), str(share))
    assert rows[0]["or_more"] == str(is_least).lower()
    assert rows[1]["people"] == "[c]"
    assert ["Question 1", "Yes" if is_least else "No", people, share] in sheets(whole)["Answered"]


def test_the_sites_that_people_name_are_the_same_in_every_file(whole: Material, pack: Pack) -> None:
    hosts = {source.id: host for host, source in sites(pack).items()}
    shown = [row for row in whole.results.cited if row.option in hosts]
    assert [row.count.value for row in shown] == [60, 20]
    expected = [(hosts[row.option], row.count.value, row.percent) for row in shown]
    said = as_json(whole)["cited"]
    assert [(each["site"], each["responses"]["value"], each["percentage"]) for each in said] == expected
    rows = table(whole, "cited")
    assert [(row["site"], int(row["responses"]), int(row["percentage"])) for row in rows] == expected
    assert [tuple(row[1:]) for row in sheets(whole)["Sites"] if len(row) > 1][1:] == expected
    names = [pack.source(row.option).publisher for row in shown]
    assert part(report(whole), "Whose pages people name") == [
        [name, str(count), f"{percent}%"] for name, (_host, count, percent) in zip(names, expected, strict=True)
    ]


def test_the_weeks_are_the_same_in_every_file(whole: Material) -> None:
    days = [monday.isoformat() for monday, _count in WEEKS]
    values = [week.responses.value for week in whole.weeks]
    assert values == [70, None, 50]
    said = as_json(whole)["weeks"]
    assert [(each["monday"], each["responses"]["value"]) for each in said] == list(zip(days, values, strict=True))
    shown = [value or "[c]" for value in values]
    assert [list(row.values()) for row in table(whole, "weeks")] == [
        [day, str(cell)] for day, cell in zip(days, shown, strict=True)
    ]
    assert sheets(whole)["Weeks"][-3:] == [[day, cell] for day, cell in zip(days, shown, strict=True)]
    assert [row[1] for row in part(report(whole), "Responses over the weeks")] == ["70", "too few to show", "50"]


def test_a_single_week_is_in_no_file(whole: Material) -> None:
    once = replace(whole, weeks=whole.weeks[:1])
    assert as_json(once)["weeks"] == table(once, "weeks") == []
    assert "Weeks" not in sheets(once)
    assert "Responses over the weeks" not in str(report(once).blocks)


def test_a_workbook_by_groups_has_nothing_about_everyone(make: Make, whole: Material) -> None:
    material = make()
    grouped = replace(material, weeks=whole.weeks, breakdown=material.results.by("place"))
    assert not {"Answered", "Weeks"} & set(sheets(grouped))
    assert {"Answered", "Weeks"} <= set(sheets(replace(grouped, breakdown=None)))
