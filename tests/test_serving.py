"""How the server is set up: from the environment, with a plain word for what it cannot use."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PACK
from tests.programs import python

ASK = f"""
from consult import serving, create_app
serving.ServerLog(serving)
serving.on_starting(type("Server", (), {{"app": type("App", (), {{"wsgi": staticmethod(create_app)}})}}))
create_app().test_client().post("/{PACK}/question/1?private=query", data={{"text": "my own words"}})
"""


def run(program: str, folder: Path, settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return python("-c", program, settings={"CONSULT_INSTANCE": str(folder), "CONSULT_HTTPS": "no"} | settings)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"CONSULT_WORKERS": "many"}, "CONSULT_WORKERS takes a whole number, not 'many'"),
        ({"CONSULT_THREADS": "-1"}, "CONSULT_THREADS takes a whole number, not '-1'"),
        (
            {"CONSULT_LOG_LEVEL": "loud"},
            "LOG_LEVEL takes debug, info, warning, error, critical, not 'loud'",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(settings: dict[str, str], says: str, tmp_path: Path) -> None:
    done = run("import consult.serving", tmp_path, settings)
    assert done.returncode == 1
    assert done.stderr.startswith("The site cannot start.\nCONSULT_")
    assert done.stderr.endswith(f"{says}\n")


def test_a_database_that_is_away_at_the_start_is_a_plain_word(tmp_path: Path) -> None:
    done = run(ASK, tmp_path, {"CONSULT_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"})
    assert done.returncode == 1
    assert "The database cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_request_log_is_off_unless_asked_for(tmp_path: Path) -> None:
    assert run(ASK, tmp_path, {}).stderr == ""


def test_the_request_log_holds_route_status_time_and_size_only(tmp_path: Path) -> None:
    done = run(ASK, tmp_path, {"CONSULT_LOG_LEVEL": "info"})
    assert re.fullmatch(r"INFO consult\.requests: resident\.question 400 [125]0* ms 16 kB\n", done.stderr)


def test_a_crash_writes_no_memory_to_the_disk(tmp_path: Path) -> None:
    told = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    assert run(ASK + told, tmp_path, {}).stdout == "(0, 0)\n"
