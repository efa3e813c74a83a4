"""The folder for Consult: what its importer takes, its thirteen checks, and nothing that links two answers."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from consult.results.exports.consult_checks import check_consult
from consult.results.exports.consult_folder import consult_folder
from consult.results.exports.consult_layout import LAYOUT
from consult.results.exports.material import Material
from tests.results.exports.conftest import Make, comments_of

Change = Callable[[str], str]


def opened(material: Material) -> ZipFile:
    return ZipFile(io.BytesIO(b"".join(consult_folder(material))))


def rows(folder: ZipFile, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in folder.read(f"inputs/{name}").decode().splitlines()]


def options_of(row: dict[str, object]) -> list[object]:
    options = row["options"]
    assert isinstance(options, list)
    return options


def changed(folder: ZipFile, name: str, change: Change) -> ZipFile:
    target = io.BytesIO()
    with ZipFile(target, "w") as new:
        for each in folder.namelist():
            text = folder.read(each).decode()
            new.writestr(each, change(text) if each == name else text)
    return ZipFile(target)


def test_the_folder_passes_every_check(material: Material) -> None:
    assert check_consult(opened(material)) == []


def test_it_has_what_the_importer_takes(material: Material) -> None:
    folder = opened(material)
    assert json.loads(folder.read("inputs/question_part_1/question.json")) == {
        "question_number": 1,
        "question_text": "What do you think of q1?",
        "has_free_text": True,
        "multi_choice_options": [f"Label of {option}" for option in ("yes", "no", "not-sure", "no-view")],
    }
    assert {row["text"] for row in rows(folder, "question_part_1/responses.jsonl")} == set(comments_of(1))
    assert "inputs/question_part_2/responses.jsonl" not in folder.namelist()
    assert "inputs/question_part_3/multi_choice.jsonl" not in folder.namelist()


def test_counting_the_rows_gives_the_protected_numbers_and_nothing_that_is_held_back(material: Material) -> None:
    chosen = rows(opened(material), "question_part_1/multi_choice.jsonl")
    counted = Counter(str(option) for row in chosen for option in options_of(row))
    table = material.results.tables[0]
    assert counted == {row.label: row.count.value for row in table.rows if row.count.value}
    assert "Label of no" not in counted


def test_the_first_rows_are_mixed_like_all_of_them(material: Material) -> None:
    first = rows(opened(material), "question_part_1/multi_choice.jsonl")[:14]
    assert len({str(row["options"]) for row in first}) == 2


def test_no_id_is_used_twice_and_all_are_listed(material: Material) -> None:
    folder = opened(material)
    used = [
        row["themefinder_id"]
        for name in folder.namelist()
        if name.endswith((".jsonl",)) and "part" in name
        for row in rows(folder, name.removeprefix("inputs/"))
    ]
    assert len(used) == len(set(used))
    assert sorted(map(int, map(str, used))) == [row["themefinder_id"] for row in rows(folder, "respondents.jsonl")]


def test_the_theme_finder_has_a_table_for_each_question(material: Material) -> None:
    text = opened(material).read("themefinder/question_3.csv").decode()
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["response_id"] for row in table] == [str(at + 1) for at in range(len(table))]
    assert table[0]["response"] == comments_of(3)[0]
    assert not [row for row in table if row["response"].lstrip().startswith(("=", "+", "-", "@"))]


def test_a_question_without_anything_to_show_is_left_out(make: Make) -> None:
    folder = opened(make(comments={"q3": ["", " - ", "-"]}))
    assert "inputs/question_part_3/question.json" not in folder.namelist()
    assert check_consult(folder) == []


def test_it_says_what_its_rows_are(material: Material) -> None:
    text = opened(material).read("README.txt").decode()
    assert "are made up" in text
    assert all(paragraph in text for paragraph in material.method())


QUESTION, CLOSED, OPEN = (
    f"inputs/question_part_1/{name}" for name in ("question.json", "multi_choice.jsonl", "responses.jsonl")
)
WORDS = "What do you think of q1?"
BREAKS: dict[str, tuple[str, str, Change]] = {
    "no words": ("1", LAYOUT, lambda text: text.replace(WORDS, "", 1)),
    "no such name for a column": ("2", LAYOUT, lambda text: text.replace(",A,B", ",1,B")),
    "no number": ("3", LAYOUT, lambda text: text.replace(",1,", ",one,", 1)),
    "a column twice": ("4", LAYOUT, lambda text: text.replace(",A,B", ",A,A")),
    "a number twice": ("5", LAYOUT, lambda text: text.replace(",2,", ",1,", 1)),
    "too many columns": (
        "6",
        LAYOUT,
        lambda text: text + "Open questions,9,More?,,E\r\nOpen questions,10,M?,,F\r\n",
    ),
    "no such column": ("7", LAYOUT, lambda text: text.replace(",A,B", ",A,Z")),
    "closed looks open": ("8", LAYOUT, lambda text: text.replace(",A,B", ",B,A")),
    "open looks closed": ("9", LAYOUT, lambda text: text.replace(",A,B", ",B,A")),
    "other words": ("10", QUESTION, lambda text: text.replace(WORDS, "Zzzz zzz zz?")),
    "other numbers": ("11", QUESTION, lambda text: text.replace("q1?", "q7?")),
    "demographics": (
        "12",
        "inputs/respondents.jsonl",
        lambda text: text.replace('{"themefinder_id":1}', '{"themefinder_id":1,"demographic_data":{"Age":["9"]}}'),
    ),
    "a column too many": ("13", LAYOUT, lambda text: text.replace("Hybrid questions", "Multiple Choice", 1)),
    "a key too many": ("import", OPEN, lambda text: text.replace('"text"', '"note":1,"text"', 1)),
    "an empty row": ("import", OPEN, lambda text: text.replace(comments_of(1)[0], "", 1)),
    "no rows": ("import", OPEN, lambda text: text[:0]),
    "an option of another question": ("import", CLOSED, lambda text: text.replace("Label of yes", "Maybe", 1)),
    "an id twice": ("import", CLOSED, lambda text: text.replace('_id":2,', '_id":1,')),
    "a respondent who is not listed": ("import", CLOSED, lambda text: text.replace('_id":1,', '_id":999999,')),
}


@pytest.mark.parametrize("name", list(BREAKS))
def test_a_broken_folder_is_caught(material: Material, name: str) -> None:
    rule, where, change = BREAKS[name]
    folder = changed(opened(material), where, change)
    assert rule in {fault.partition(":")[0] for fault in check_consult(folder)}
