"""Every knob, read once from the environment. A default is safe for production, or there is none."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "CONSULT_"


class SettingsError(ValueError):
    """Raised with the knob's name and what it takes when a value cannot be used."""


@dataclass(frozen=True)
class Settings:
    """What an operator can set. See docs/deploying.md for each knob's environment variable."""

    secret_key: str
    database_url: str
    instance: Path
    packs: tuple[Path, ...]
    https: bool
    trusted_proxies: int
    operator: str
    contact: str
    rate_limit_storage: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Return the settings that `environment` (by default the process's own) asks for.

        Raises `SettingsError` for a value that cannot be used.
        """
        get = Reader(os.environ if environment is None else environment)
        instance = Path(get.text("INSTANCE", str(ROOT / "instance"))).resolve()
        return cls(
            secret_key=get.text("SECRET_KEY", "") or _kept_secret(instance / "secret-key"),
            database_url=get.text("DATABASE_URL", f"sqlite:///{instance / 'consult.db'}"),
            instance=instance,
            packs=get.paths("PACKS"),
            https=get.flag("HTTPS", default=True),
            trusted_proxies=get.number("TRUSTED_PROXIES", 0),
            operator=get.text("OPERATOR", ""),
            contact=get.text("CONTACT", ""),
            rate_limit_storage=get.text("RATE_LIMIT_STORAGE", "memory://"),
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

    def number(self, name: str, default: int) -> int:
        """Return a whole number of 0 or more. Raises `SettingsError` for anything else."""
        value = self.text(name, str(default))
        if not (value.isascii() and value.isdigit()):
            raise SettingsError(f"{PREFIX}{name} takes a whole number, not {value!r}")
        return int(value)

    def paths(self, name: str) -> tuple[Path, ...]:
        """Return folders parted by the system's path separator. Raises `SettingsError` for one that is missing."""
        folders = tuple(Path(part).resolve() for part in self.text(name, "").split(os.pathsep) if part)
        for folder in folders:
            if not folder.is_dir():
                raise SettingsError(f"{PREFIX}{name} names {folder}, which is not a folder")
        return folders


def _kept_secret(file: Path) -> str:
    """Return the secret kept in `file`, made at the first start and readable by its owner only."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as new:
        secret = secrets.token_hex(32)
        new.write(secret)
    return secret
