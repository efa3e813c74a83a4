"""`documents check`: a line for each fault, and the status that a script can go by."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from consult.cli.documents import documents
from consult.documents.model import Direction, Document, Heading, Paragraph, Run
from consult.documents.word import render_docx


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    title = "Title"
    document = Document(
        title=title,
        language="en-GB",
        stem="sound",
        running_title=(Run("Running"),),
        page_label="Page %(page)s of %(pages)s",
        blocks=(Heading(0, (Run(title),)), Heading(1, (Run("One"),)), Paragraph((Run("Text."),))),
        direction=Direction.LEFT_TO_RIGHT,
    )
    file = tmp_path / "sound.docx"
    file.write_bytes(render_docx(document))
    return file


def test_a_sound_file_passes(sound: Path) -> None:
    result = CliRunner().invoke(documents, ["check", str(sound)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 file, 0 faults" in result.stderr


def test_a_fault_is_a_line_and_ends_with_1(sound: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.docx"
    torn.write_bytes(sound.read_bytes()[:-30])
    result = CliRunner().invoke(documents, ["check", str(sound), str(torn)])
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{torn}: file: it is not a sound zip archive")
    assert "2 files, 1 fault" in result.stderr


def test_a_file_that_is_not_there_is_a_line_too(tmp_path: Path) -> None:
    result = CliRunner().invoke(documents, ["check", str(tmp_path / "gone.docx"), str(tmp_path)])
    assert result.exit_code == 1
    assert [line.rpartition(": ")[2] for line in result.stdout.splitlines()] == [
        "No such file or directory",
        "Is a directory",
    ]


def test_no_file_is_a_mistake_of_use() -> None:
    assert CliRunner().invoke(documents, ["check"]).exit_code == 2
