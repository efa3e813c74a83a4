"""The knobs: a safe default or none, and a clear error for a value that cannot be used."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from consult.settings import ROOT, Settings, SettingsError


def settings(folder: Path, **values: str) -> Settings:
    return Settings.from_environment(
        {f"CONSULT_{name}": value for name, value in values.items()} | {"CONSULT_INSTANCE": str(folder)}
    )


def test_the_defaults_are_safe_for_production(tmp_path: Path) -> None:
    found = settings(tmp_path)
    assert found.https
    assert found.trusted_proxies == 0
    assert found.database_url == f"sqlite:///{tmp_path / 'consult.db'}"


def test_the_secret_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = settings(tmp_path).secret_key
    assert len(first) == 64
    assert settings(tmp_path).secret_key == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert settings(tmp_path, SECRET_KEY="mine").secret_key == "mine"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS", "maybe"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "two"),
        ("PACKS", "/none"),
        ("DATABASE_URL", "consult.db"),
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "postgresql://name:word@host:port/name"),
        ("RATE_LIMIT_STORAGE", "memcached://host"),
        ("DRAFT_DAYS", "13"),
        ("DRAFT_DAYS", "91"),
        ("DRAFT_DAYS", "a month"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"CONSULT_{name}") as error:
        settings(tmp_path, **{name: value})
    assert "word" not in str(error.value)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="CONSULT_INSTANCE"):
        settings(tmp_path / "file")


def test_an_empty_secret_is_refused_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    with pytest.raises(SettingsError, match="is empty"):
        settings(tmp_path)
    assert (tmp_path / "secret-key").read_text() == ""


def test_the_older_secrets_are_a_list(tmp_path: Path) -> None:
    assert settings(tmp_path).older_secrets == ()
    assert settings(tmp_path, OLDER_SECRETS="one  two").older_secrets == ("one", "two")


def test_a_pack_with_faults_stops_the_start_with_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.toml").write_text('id = "Bad Id"\nversion = 0\nnonsense = 1\n')
    environment = {"CONSULT_INSTANCE": str(tmp_path), "CONSULT_PACKS": str(tmp_path / "pack")}
    started = subprocess.run(
        [sys.executable, "-c", "import wsgi"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 1
    assert "Traceback" not in started.stderr
    assert "The site cannot start." in started.stderr
    for fault in ("Bad Id", "version", "nonsense"):
        assert fault in started.stderr
