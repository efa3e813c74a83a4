"""The Data Package, as the validator of its own makers and a library for tables read it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from frictionless import Package, system, validate

from consult.results.exports.data_package import data_package
from consult.results.exports.material import Material
from tests.results.exports.conftest import HOSTILE


@pytest.fixture
def folder(material: Material, tmp_path: Path) -> Path:
    file = tmp_path / "package.zip"
    file.write_bytes(b"".join(data_package(material)))
    with ZipFile(file) as archive:
        archive.extractall(tmp_path / "package")
    return tmp_path / "package"


def test_the_validator_finds_nothing_wrong(folder: Path) -> None:
    with system.use_context(trusted=True):
        report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    tables = {"numbers", "questions", "answered", "comments"}
    assert {task.name for task in report.tasks} == tables | {"cited", "weeks"}
    assert all(task.stats.get("rows") for task in report.tasks if task.name in tables)


def test_the_validator_would_have_found_it(folder: Path) -> None:
    numbers = folder / "numbers.csv"
    numbers.write_text(numbers.read_text(encoding="utf-8").replace("[c]", "few"), encoding="utf-8")
    with system.use_context(trusted=True):
        assert not validate(str(folder / "datapackage.json")).valid


def test_another_library_reads_the_numbers(folder: Path, material: Material) -> None:
    frame = pd.read_csv(folder / "numbers.csv", na_values=["[c]", "[x]", "[low]"])
    everyone = frame[frame["group_by"] == "everyone"]
    shown = everyone[(everyone["question_id"] == "q1") & (everyone["answer_id"] == "yes")]
    assert list(shown["responses"]) == [material.results.tables[0].rows[0].count.value]
    assert set(frame["group_by"]) == {"everyone", "place"}
    assert frame.duplicated(["question_id", "group_by", "group_id", "answer_id"]).sum() == 0


def test_comments_are_whole_and_safe(folder: Path) -> None:
    frame = pd.read_csv(folder / "comments.csv", keep_default_na=False)
    assert len(frame) == 80 + len(HOSTILE)
    assert not [text for text in frame["comment"] if text.lstrip().startswith(("=", "+", "-", "@"))]
    assert "'-1\n'=2" in set(frame["comment"])


def test_the_method_goes_with_it(folder: Path, material: Material) -> None:
    described = Package(str(folder / "datapackage.json"))
    for paragraph in material.method():
        assert paragraph in (folder / "method.txt").read_text(encoding="utf-8")
        assert paragraph in str(described.description)
