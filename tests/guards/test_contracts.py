"""Who may import whom: the contracts hold, and the rooms of rules load without the web and the database."""

from __future__ import annotations

import subprocess
from pkgutil import walk_packages

import pytest

import consult
from tests.programs import python

RULES = ("packs", "answers", "redaction", "documents", "results")
"""The rooms that anybody can use with plain values."""

WEB_AND_DATABASE = [
    "flask",
    "werkzeug",
    "flask_babel",
    "flask_wtf",
    "wtforms",
    "sqlalchemy",
    "flask_sqlalchemy",
    "alembic",
]
HEAVY = ["gptables", "pandas", "numpy"]
"""Loaded by the one function that needs them, so that the site starts quickly."""

LOAD_WITHOUT = """
import importlib, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {refused!r}:
            raise AssertionError(f"{{name}} is imported")

sys.meta_path.insert(0, Refuse())
for name in {modules!r}:
    importlib.import_module(name)
"""

# In a process of its own, for the linter switches off every other log of the one that it runs in. Without the
# cache: that keeps how a module's imports were resolved, and does not see modules that came later.
LINT = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"


def run(program: str) -> subprocess.CompletedProcess[str]:
    return python("-c", program)


def modules_of(room: str) -> list[str]:
    """Return every module of a room, the room itself first."""
    paths = [f"{folder}/{room}" for folder in consult.__path__]
    found = walk_packages(paths, f"consult.{room}.")
    return [f"consult.{room}", *(module.name for module in found)]


def test_every_contract_is_kept() -> None:
    done = run(LINT)
    assert "0 broken." in done.stdout, done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("room", RULES)
def test_a_room_of_rules_loads_without_the_web_and_the_database(room: str) -> None:
    assert len(modules_of(room)) > 3
    done = run(LOAD_WITHOUT.format(refused=WEB_AND_DATABASE, modules=modules_of(room)))
    assert done.returncode == 0, done.stderr


def test_the_site_starts_without_the_heavy_packages() -> None:
    done = run(LOAD_WITHOUT.format(refused=HEAVY, modules=["consult.wiring", "consult.serving"]))
    assert done.returncode == 0, done.stderr


def test_a_room_that_needs_the_web_is_seen() -> None:
    done = run(LOAD_WITHOUT.format(refused=WEB_AND_DATABASE, modules=["consult.web.pages"]))
    assert "AssertionError: flask is imported" in done.stderr
