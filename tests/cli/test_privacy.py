from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from consult import create_app
from consult.cli.machine import machine
from consult.cli.starting import make_ready
from consult.store.database import db
from tests.conftest import settings_for

STRONG = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def kept(tmp_path: Path) -> Flask:
    """Return the app as an operator should keep it."""
    app = create_app(settings_for(tmp_path, SECRET_KEY=STRONG, HTTPS="yes"))
    make_ready(app)
    tmp_path.chmod(0o700)
    return app


def run(app: Flask) -> Result:
    return app.test_cli_runner().invoke(args=["privacy", "audit"])


def said(app: Flask, **environment: str) -> list[str]:
    return [finding.says for finding in machine(app, environment) if finding.breach]


def age(file: Path, days: int) -> None:
    then = (datetime.now(UTC) - timedelta(days=days, hours=1)).timestamp()
    os.utime(file, (then, then))


def test_a_site_in_order_passes_and_says_what_it_holds(kept: Flask) -> None:
    result = run(kept)
    assert result.exit_code == 0, result.output
    assert "No rule is broken" in result.output
    assert "inbox                    fewer than 10   none" in result.output


def test_a_breach_is_one_line_with_what_to_do_and_a_status_of_one(kept: Flask, tmp_path: Path) -> None:
    with kept.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE visitors (address text)")
    backup = tmp_path / "backup.sql"
    backup.touch()
    age(backup, days=31)
    result = run(kept)
    assert result.exit_code == 1
    assert (
        "\nBreaks a rule:\n- The database has the table visitors, which nobody planned. Find out" in result.output
    )
    assert f"- {backup} is 31 days old." in result.output
    assert "Error: 2 rules are broken." in result.output


def test_a_database_that_is_away_is_one_plain_line(kept: Flask, tmp_path: Path) -> None:
    with kept.app_context():
        db.engine.dispose()
    (tmp_path / "consult.db").write_bytes(b"This is not a database. " * 1000)
    result = run(kept)
    assert (result.exit_code, result.output.startswith("Error: The database could not be used")) == (1, True)


class TestMachine:
    def test_files_that_others_can_read_are_found(self, kept: Flask, tmp_path: Path) -> None:
        (tmp_path / "consult.db").chmod(0o644)
        assert said(kept) == []
        tmp_path.chmod(0o755)
        assert f"Others on this machine can read {tmp_path / 'consult.db'}." in said(kept)

    @pytest.mark.parametrize("secret", ["short", "a" * 64, "abab" * 16])
    def test_a_secret_that_can_be_guessed_is_found(self, tmp_path: Path, secret: str) -> None:
        assert "so plain that it can be guessed" in str(said(create_app(settings_for(tmp_path, SECRET_KEY=secret))))

    def test_debug_mode_is_found(self, kept: Flask) -> None:
        kept.debug = True
        assert said(kept) == ["Debug mode is on: an error shows what people typed."]

    def test_a_log_of_gunicorns_own_is_found(self, kept: Flask) -> None:
        assert said(kept, GUNICORN_CMD_ARGS="--access-logfile -") == [
            "GUNICORN_CMD_ARGS changes what the server logs."
        ]

    @pytest.mark.parametrize(
        ("bind", "breach"),
        [
            ("127.0.0.1:8000", False),
            ("[::1]:8000", False),
            ("unix:/run/x", False),
            ("0.0.0.0:80", True),
            (":80", True),
        ],
    )
    def test_serving_others_without_https_is_found(self, tmp_path: Path, bind: str, *, breach: bool) -> None:
        app = create_app(settings_for(tmp_path, SECRET_KEY=STRONG))
        tmp_path.chmod(0o700)
        assert bool(said(app, CONSULT_BIND=bind)) is breach

    def test_an_old_write_ahead_log_is_found(self, kept: Flask, tmp_path: Path) -> None:
        with kept.app_context():
            db.engine.dispose()
        log = tmp_path / "consult.db-wal"
        log.write_bytes(b"pages")
        assert said(kept) == []
        age(log, days=2)
        assert said(kept) == [f"{log} holds pages that a day ago should have been written back."]

    def test_a_young_backup_passes(self, kept: Flask, tmp_path: Path) -> None:
        (tmp_path / "backup.sql").touch()
        age(tmp_path / "backup.sql", days=29)
        assert said(kept) == []
