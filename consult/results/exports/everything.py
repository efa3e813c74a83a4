"""Everything in one JSON file, in a form that is published and kept: `everything.schema.json` beside this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from consult.results.export import Site
from consult.results.exports.material import Material
from consult.results.exports.pieces import compact, gathered
from consult.results.phrases import group_label, row_label, table_title
from consult.results.protected import Protected
from consult.results.tables import Breakdown, Row, Table

FORM = "consult-results/1"
"""What a file says that it is. Another number means that something was taken away or changed its meaning."""

_SCHEMA = Path(__file__).with_name("everything.schema.json")


def schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) that every such file keeps to."""
    return _SCHEMA.read_bytes()


def everything(material: Material) -> Iterator[bytes]:
    """Yield the file: the numbers first, then the comments as they come."""
    return gathered(_pieces(material))


def _pieces(material: Material) -> Iterator[bytes]:
    yield compact(_numbers(material)).encode()[:-1]
    yield b',"comments":['
    between = "\n"
    for question_id, _question in material.commented():
        # Only the words differ much: what stands around them is not written anew for each of very many.
        start = f'{{"question":{compact(question_id)},"language":'
        for each in material.comments(question_id):
            yield f'{between}{start}{compact(each.language)},"text":{compact(each.text)}}}'.encode()
            between = ",\n"
    yield b"\n]}\n"


def _numbers(material: Material) -> dict[str, Any]:
    pack, results = material.pack, material.results
    return {
        "form": FORM,
        "campaign": _campaign(material),
        "week": material.week.isoformat() if material.week else None,
        "language": material.language,
        "consultation": {
            "pack": pack.id,
            "pack_version": pack.version,
            "title": pack.document_title,
            "body": pack.body,
            "page": pack.official_page,
            "opened": pack.dates.opened.isoformat(),
            "closes": pack.dates.closes.isoformat(),
        },
        "method": material.method(),
        "responses": _count(results.responses),
        "questions": [_question(table, material) for table in results.tables],
        "numbers": _tables(results.tables),
        "answered": [_answered(table) for table in results.tables if table.rows],
        "cited": [_site(site) for site in material.export().sites()],
        "weeks": [
            {"monday": week.monday.isoformat(), "responses": _count(week.responses)}
            for week in material.over_the_weeks
        ],
        "breakdowns": [_breakdown(breakdown, material) for breakdown in results.breakdowns],
    }


def _campaign(material: Material) -> dict[str, Any]:
    named = {"id": material.campaign, "title": material.title}
    if (plan := material.plan) is None:
        return named
    days = {"opens": plan.opens_on, "closes": plan.closes_on}
    said = {"organiser": plan.organiser or None, "contact": plan.contact or None}
    return named | said | {name: day.isoformat() if day else None for name, day in days.items()}


def _question(table: Table, material: Material) -> dict[str, Any]:
    question = table.question
    answers = [{"id": row.option, "text": row_label(row, material.words)} for row in table.rows]
    if question is None:
        text, number, status, source = table_title(table, material.words), None, None, None
    else:
        text, number = question.wording.text, question.number
        status, source = question.wording.status.value, question.wording.source_url
    wording = {"text": text, "status": status, "source": source}
    return {"id": table.question_id, "number": number, "wording": wording, "answers": answers}


def _answered(table: Table) -> dict[str, Any]:
    people, is_least = table.answered or (None, False)
    return {
        "question": table.question_id,
        "people": people,
        "or_more": is_least,
        "percentage": table.answered_percent,
    }


def _site(site: Site) -> dict[str, Any]:
    return {
        "source": site.source,
        "publisher": site.publisher,
        "site": site.host,
        "responses": _count(site.row.count),
        "percentage": site.row.percent,
    }


def _breakdown(breakdown: Breakdown, material: Material) -> dict[str, Any]:
    text = breakdown.question.text if breakdown.question else breakdown.attribute
    groups = [
        {
            "id": group.value,
            "text": group_label(group, material.words),
            "responses": _count(group.responses),
            "numbers": _tables(group.tables),
        }
        for group in breakdown.groups
    ]
    return {"id": breakdown.attribute, "text": text, "groups": groups}


def _tables(tables: Iterable[Table]) -> list[dict[str, Any]]:
    return [{"question": table.question_id, "rows": list(map(_row, table.rows))} for table in tables]


def _row(row: Row) -> dict[str, Any]:
    return {"answer": row.option, "responses": _count(row.count), "percentage": row.percent}


def _count(count: Protected) -> dict[str, Any]:
    """Return a count with its value, or with why there is none."""
    if count.value is not None:
        return {"value": count.value}
    return {"value": None, "why": "fewer than the threshold" if count.is_few else "held back"}
