"""What the machine under the site could give away: files, secrets, settings."""

from __future__ import annotations

import ipaddress
import os
import stat
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask

from consult.settings import Reader
from consult.store.forgetting.findings import Finding

BACKUP_DAYS = 30
SHORTEST_SECRET = 32
FEWEST_CHARACTERS = 10
OTHERS = stat.S_IRWXG | stat.S_IRWXO
THE_LOG = "log"
"""The file for the request log, as docs/deploying.md names it."""


def machine(app: Flask, environment: Mapping[str, str] = os.environ) -> list[Finding]:
    """Return what is wrong with the machine, as far as this process can see."""
    return [
        *_secret(str(app.config["SECRET_KEY"])),
        *_settings(app, environment),
        *_files(Path(app.config["INSTANCE"]), _database(app)),
    ]


def _database(app: Flask) -> Path | None:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    return Path(url.database).resolve() if url.get_backend_name() == "sqlite" and url.database else None


def _secret(secret: str) -> list[Finding]:
    if len(secret) >= SHORTEST_SECRET and len(set(secret)) >= FEWEST_CHARACTERS:
        return []
    return [
        Finding("The secret is so short or so plain that it can be guessed.", "Make one as docs/deploying.md says.")
    ]


def _settings(app: Flask, environment: Mapping[str, str]) -> list[Finding]:
    found = []
    if app.debug:
        found.append(Finding("Debug mode is on: an error shows what people typed.", "Unset FLASK_DEBUG."))
    arguments = environment.get("GUNICORN_CMD_ARGS", "")
    if "log" in arguments:
        found.append(
            Finding("GUNICORN_CMD_ARGS changes what the server logs.", "Leave logs out of it: they hold addresses.")
        )
    if not app.config["SESSION_COOKIE_SECURE"]:
        here = _is_loopback(Reader(environment).text("BIND", "127.0.0.1:8000"))
        say = "The site is served without HTTPS" + (", to this machine only." if here else ", to others.")
        found.append(Finding(say, "Put a proxy with HTTPS in front, and unset CONSULT_HTTPS.", breach=not here))
    return found


def _is_loopback(bind: str) -> bool:
    host = bind.rpartition(":")[0].strip("[]")
    try:
        return host in {"localhost", "unix"} or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return bind.startswith("unix:")


def _files(instance: Path, database: Path | None) -> list[Finding]:
    parts = [Path(f"{database}{end}") for end in ("", "-wal", "-shm", "-journal")] if database else []
    private = [file for file in (*parts, instance / "secret-key", instance / THE_LOG) if file.is_file()]
    found = [
        Finding(f"Others on this machine can read {file}.", f"chmod 600 {file}; chmod 700 {file.parent}")
        for file in private
        if _is_open_to_others(file)
    ]
    return found + _old_log(parts[1:2]) + _strays(instance, private)


def _is_open_to_others(file: Path) -> bool:
    return bool(file.stat().st_mode & OTHERS and file.parent.stat().st_mode & OTHERS)


def _old_log(logs: list[Path]) -> list[Finding]:
    return [
        Finding(f"{log} holds pages that a day ago should have been written back.", "Run `flask retention run`.")
        for log in logs
        if log.is_file() and log.stat().st_size and _days_old(log) >= 1
    ]


def _strays(instance: Path, known: list[Path]) -> list[Finding]:
    """Return the files in the instance folder that are none of the site's: most likely forgotten backups."""
    files = [file for file in sorted(instance.rglob("*")) if file.is_file() and file not in known]
    return [
        Finding(
            f"{file} is {_days_old(file)} days old. A backup remembers what people were told is gone.",
            f"Delete it, and all backups older than {BACKUP_DAYS} days elsewhere.",
        )
        for file in files
        if _days_old(file) > BACKUP_DAYS
    ]


def _days_old(file: Path) -> int:
    return (datetime.now(UTC) - datetime.fromtimestamp(file.stat().st_mtime, UTC)) // timedelta(days=1)
