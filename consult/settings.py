"""Every knob, read once from the environment. A default is safe for production, or there is none."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "CONSULT_"
DATABASES = ("sqlite:///", "postgresql://", "postgres://")
DRAFT_DAYS = (14, 90)
"""The fewest and the most days for which unfinished answers may be kept: time to come back, and no archive."""
MAIL_SERVERS = ("smtp://", "smtps://")
LIMIT_STORES = ("memory://", "redis://", "rediss://")


class SettingsError(ValueError):
    """Raised with the knob's name and what it takes when a value cannot be used."""


@dataclass(frozen=True)
class Settings:
    """What an operator can set. See docs/deploying.md for each knob's environment variable."""

    secret_key: str
    older_secrets: tuple[str, ...]
    database_url: str
    instance: Path
    packs: tuple[Path, ...]
    https: bool
    trusted_proxies: int
    operator: str
    contact: str
    rate_limit_storage: str
    mail_url: str
    mail_from: str
    draft_days: int
    names_model: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Return the settings that `environment` (by default the process's own) asks for.

        Raises `SettingsError` for a value that cannot be used.
        """
        get = Reader(os.environ if environment is None else environment)
        instance = Path(get.text("INSTANCE", str(ROOT / "instance"))).resolve()
        return cls(
            secret_key=get.text("SECRET_KEY", "") or _kept_secret(instance / "secret-key"),
            older_secrets=tuple(get.text("OLDER_SECRETS", "").split()),
            database_url=get.address("DATABASE_URL", f"sqlite:///{instance / 'consult.db'}", DATABASES),
            instance=instance,
            packs=get.paths("PACKS"),
            https=get.flag("HTTPS", default=True),
            trusted_proxies=get.number("TRUSTED_PROXIES", 0),
            operator=get.text("OPERATOR", ""),
            contact=get.text("CONTACT", ""),
            rate_limit_storage=get.address("RATE_LIMIT_STORAGE", "memory://", LIMIT_STORES),
            mail_url=get.address("MAIL_URL", "", MAIL_SERVERS) if get.text("MAIL_URL", "") else "",
            mail_from=_sender(get),
            draft_days=get.number("DRAFT_DAYS", 30, between=DRAFT_DAYS),
            names_model=get.text("NAMES_MODEL", ""),
        )


@dataclass(frozen=True)
class Reader:
    """Reads typed values out of an environment."""

    environment: Mapping[str, str]

    def text(self, name: str, default: str) -> str:
        """Return a text without the white space around it."""
        return self.environment.get(PREFIX + name, default).strip()

    def flag(self, name: str, *, default: bool) -> bool:
        """Return True for `yes` and False for `no`. Raises `SettingsError` for anything else."""
        value = self.text(name, "yes" if default else "no").lower()
        if value not in {"yes", "no"}:
            raise SettingsError(f"{PREFIX}{name} takes yes or no, not {value!r}")
        return value == "yes"

    def number(self, name: str, default: int, *, between: tuple[int, int] | None = None) -> int:
        """Return a whole number of 0 or more, or one between two. Raises `SettingsError` for anything else."""
        value = self.text(name, str(default))
        if not (value.isascii() and value.isdigit()):
            raise SettingsError(f"{PREFIX}{name} takes a whole number, not {value!r}")
        if between and not between[0] <= int(value) <= between[1]:
            raise SettingsError(f"{PREFIX}{name} takes a number from {between[0]} to {between[1]}, not {value}")
        return int(value)

    def address(self, name: str, default: str, beginnings: tuple[str, ...]) -> str:
        """Return an address that begins in one of these ways. Raises `SettingsError` for any other.

        The error leaves the address out: it may hold a password.
        """
        value = self.text(name, default)
        try:
            usable = value.startswith(beginnings) and urlsplit(value).port != 0
        except ValueError:  # a port that is no number
            usable = False
        if not usable:
            raise SettingsError(f"{PREFIX}{name} takes an address that begins with {' or '.join(beginnings)}")
        return value

    def paths(self, name: str) -> tuple[Path, ...]:
        """Return folders parted by the system's path separator. Raises `SettingsError` for one that is missing."""
        folders = tuple(Path(part).resolve() for part in self.text(name, "").split(os.pathsep) if part)
        for folder in folders:
            if not folder.is_dir():
                raise SettingsError(f"{PREFIX}{name} names {folder}, which is not a folder")
        return folders


def _sender(get: Reader) -> str:
    """Return the address that emails come from. Raises `SettingsError` when a mail server lacks one."""
    sender = get.text("MAIL_FROM", "")
    if get.text("MAIL_URL", "") and "@" not in sender:
        raise SettingsError(
            f"{PREFIX}MAIL_FROM takes the address that emails come from, as {PREFIX}MAIL_URL is set"
        )
    return sender


def _kept_secret(file: Path) -> str:
    """Return the secret kept in `file`, made at the first start and readable by its owner only.

    Raises `SettingsError` when it can be neither read nor made.
    """
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _make_secret(file)
        secret = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The secret cannot be kept in {file} (see {PREFIX}INSTANCE): {error}") from error
    if not secret:
        raise SettingsError(
            f"{file} is empty. Put the secret back from a backup. A new one opens no saved answers."
        )
    return secret


def _make_secret(file: Path) -> None:
    """Write a new secret, whole or not at all. Where two processes start at once, the first one's stays."""
    descriptor, half = tempfile.mkstemp(dir=file.parent, prefix=".secret-key-")
    with os.fdopen(descriptor, "w", encoding="ascii") as new:
        new.write(secrets.token_hex(32))
    with suppress(FileExistsError):
        os.link(half, file)
    Path(half).unlink()
