"""Taking results away on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import Result
from flask import Flask

from consult.packs.model import Pack
from consult.results.exports import formats
from consult.results.exports.formats import FORMATS
from consult.store import campaigns, plans
from consult.store.campaign_plan import Plan
from consult.store.database import writing
from consult.store.mixing import comments, tallying
from consult.store.organisers import audit
from tests.organiser.conftest import COMMENT, plant_comment
from tests.organiser.material import invented_tallies


@pytest.fixture
def filled(app: Flask, pack: Pack) -> None:
    with app.app_context(), writing() as connection:
        campaign_id = campaigns.lock(connection, pack.id)
        assert campaign_id is not None
        tallying.replace(connection, campaign_id, invented_tallies(pack, iter(lambda: 240, 0)))


def run(app: Flask, *arguments: str | Path) -> Result:
    return app.test_cli_runner().invoke(args=["results", *map(str, arguments)])


def exported(app: Flask, pack: Pack, key: str, path: Path, *more: str) -> Result:
    return run(app, "export", pack.id, "--format", key, "--to", path, *more)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("key", list(FORMATS))
def test_every_format_can_be_written(app: Flask, pack: Pack, tmp_path: Path, key: str) -> None:
    path = tmp_path / "file"
    done = exported(app, pack, key, path)
    assert done.exit_code == 0, done.output
    assert f"Wrote {path}: {path.stat().st_size:,} bytes." in done.output
    assert not list(tmp_path.glob("*.unfinished"))
    with app.app_context():
        assert [(each.email, each.action) for each in audit.entries(pack.id)] == [("", f"took-results-{key}")]


@pytest.mark.usefixtures("filled")
def test_the_statement_says_which_points_the_campaign_shows(app: Flask, pack: Pack, tmp_path: Path) -> None:
    with app.app_context():
        plans.change(pack.id, Plan(title="Quiet", guides=()), version=1)
    exported(app, pack, "statement-txt", tmp_path / "file")
    assert "were not shown" in " ".join((tmp_path / "file").read_text(encoding="utf-8").split())


@pytest.mark.usefixtures("filled")
def test_a_breakdown_and_another_language_can_be_asked_for(app: Flask, pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    assert exported(app, pack, "csv", path, "--by", "region", "--language", "cy").exit_code == 0
    assert "Cwestiwn" in path.read_text(encoding="utf-8")
    again = exported(app, pack, "csv", path)
    assert again.exit_code == 1
    with app.app_context():
        assert len(audit.entries(pack.id)) == 1
    assert "is there already" in again.output
    assert exported(app, pack, "csv", path, "--replace").exit_code == 0


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("key", "by"), [("csv", "shoe-size"), ("json", "region")])
def test_a_breakdown_that_there_is_not_is_refused(
    app: Flask, pack: Pack, tmp_path: Path, key: str, by: str
) -> None:
    done = exported(app, pack, key, tmp_path / "file", "--by", by)
    assert done.exit_code == 1
    assert "cannot be had by" in done.output
    assert not list(tmp_path.glob("file*"))


def test_too_few_responses_and_unknown_campaigns_are_said_to_be_so(app: Flask, pack: Pack, tmp_path: Path) -> None:
    assert "too few people" in exported(app, pack, "json", tmp_path / "a").output.lower()
    done = run(app, "export", "nowhere", "--format", "json", "--to", tmp_path / "a")
    assert (done.exit_code, "no campaign 'nowhere'" in done.output) == (1, True)


@pytest.mark.usefixtures("filled")
def test_what_breaks_off_leaves_the_old_file_and_no_other(
    app: Flask, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_material: object) -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "json", formats.Format("json", "x.json", "application/json", "x", "x", full))
    path = tmp_path / "results.json"
    path.write_text("old")
    done = exported(app, pack, "json", path, "--replace")
    assert (done.exit_code, "No space left on device" in done.output) == (1, True)
    assert path.read_text() == "old"
    assert not list(tmp_path.glob("*.unfinished"))
    assert "could not be written" in exported(app, pack, "csv", tmp_path / "no" / "such" / "folder").output


@pytest.mark.usefixtures("filled")
def test_the_folder_for_consult_passes_its_checks_and_another_does_not(
    app: Flask, pack: Pack, tmp_path: Path
) -> None:
    path = tmp_path / "consult.zip"
    exported(app, pack, "consult", path)
    done = run(app, "check", path)
    assert (done.exit_code, done.output) == (0, "0 faults\n")
    with ZipFile(tmp_path / "other.zip", "w") as other, ZipFile(path) as folder:
        for name in folder.namelist():
            text = folder.read(name).decode()
            other.writestr(name, text.replace(",A,", ",a1,") if name.endswith("ing.csv") else text)
    wrong = run(app, "check", tmp_path / "other.zip")
    assert wrong.exit_code == 1
    assert "2: question 1 names a column 'a1'" in wrong.output
    path.write_text("no zip")
    assert "is not a folder for Consult" in run(app, "check", path).output


@pytest.mark.usefixtures("filled")
def test_a_file_without_comments_is_written_without_a_bar(app: Flask, pack: Pack, tmp_path: Path) -> None:
    with app.app_context():
        plant_comment(pack)
    done = exported(app, pack, "csv", tmp_path / "file")
    assert done.output.startswith("Wrote ")
    assert done.output.count("\n") == 1


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("hidden", [False, True])
def test_the_bar_of_a_file_with_comments_ends_full(
    app: Flask, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, hidden: bool
) -> None:
    with app.app_context():
        plant_comment(pack)
        if hidden:
            assert comments.hide(pack.id, COMMENT, "It names a neighbour.")
    monkeypatch.setattr("click._termui_impl.isatty", lambda _stream: True)
    shown = exported(app, pack, "json", tmp_path / "file").output
    drawn = re.findall(r"Writing  \[[#-]+\] +(\d+)%", shown)
    assert (drawn[0], drawn[-1]) == ("0", "100"), shown


def test_formats_and_the_schema_are_told(app: Flask) -> None:
    assert [line.split()[0] for line in run(app, "formats").output.splitlines()] == list(FORMATS)
    assert json.loads(run(app, "schema").output)["title"]
