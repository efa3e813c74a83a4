"""What the documents say can be set, run or opened is there, and what is there is in the documents."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest
from flask import Flask

from consult.settings import PREFIX, ROOT, Settings
from tests.conftest import PACK
from tests.guards.documents import Page, pages
from tests.guards.source import product

SETTING = re.compile(rf"\b{PREFIX}[A-Z_]+\b")
TARGET = re.compile(r"\bmake ([a-z]+)")
COMMAND = re.compile(r"\bflask ((?:[a-z][a-z-]* ?)+)")
ADDRESS = re.compile(r"/(?:[a-z0-9<>.-]+/)*[a-z0-9<>.-]*")
FILE = re.compile(r"(?:\.ci|bench|consult|docs|requirements|tests|tools|translations)/[\w./*-]*")

NOT_OURS = ("/etc/", "/srv/", "/var/", "/usr/", "/assets/")
"""How addresses begin that are no pages: places on a server's disk, and the built files."""

ELSEWHERE = re.compile(r"/(?:work|root|home|Users|tmp)/\w")
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "registry.n" + "pmjs", "yarn" + "pkg.com"]
"""Put together here, so that this file does not name them."""

BINARY = {".png", ".docx", ".odt", ".pdf", ".xlsx"}


class Asked(Mapping[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def settings_in_code(folder: Path) -> set[str]:
    """Return every setting that the app, the server and the commands read."""
    asked = Asked({f"{PREFIX}INSTANCE": str(folder)})
    Settings.from_environment(asked)
    serving = next(source for source in product() if source.path == "consult/serving.py")
    read = re.findall(r"\.(?:text|number|flag|paths)\(\"([A-Z_]+)\"", serving.text)
    written = {name for source in product() for name in SETTING.findall(source.text)}
    return asked.names | {PREFIX + name for name in read} | written


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def commands(app: Flask) -> set[str]:
    """Return every command of ours as it is typed after `flask`."""
    context = click.Context(app.cli)
    found = set()
    for name in app.cli.list_commands(context):
        command = app.cli.get_command(context, name)
        if command and command.callback and (command.callback.__module__ or "").startswith("consult."):
            found |= {f"{name} {part}" for part in getattr(command, "commands", {})} or {name}
    return found


def mentioned(pattern: re.Pattern[str]) -> dict[str, set[str]]:
    """Return what the code in each document names, by document."""
    return {page.path: set(pattern.findall(page.code)) for page in pages()}


def everywhere(found: Mapping[str, set[str]]) -> set[str]:
    return set().union(*found.values())


def test_every_setting_is_in_the_documents_and_no_other(tmp_path: Path) -> None:
    in_code, told = settings_in_code(tmp_path), mentioned(SETTING)
    assert {path: names - in_code for path, names in told.items() if names - in_code} == {}
    assert in_code - told["docs/deploying.md"] == set()


def test_every_target_is_in_the_documents_and_no_other() -> None:
    told = everywhere(mentioned(TARGET))
    assert told == targets()


def test_every_command_is_in_the_documents_and_no_other(app: Flask) -> None:
    ours, told = commands(app), mentioned(COMMAND)
    wrong = {path: {typed for typed in each if not is_command(typed, ours)} for path, each in told.items()}
    assert {path: typed for path, typed in wrong.items() if typed} == {}
    assert {name for name in ours if not any(typed.startswith(name) for typed in everywhere(told))} == set()


def is_command(typed: str, ours: set[str]) -> bool:
    """Say whether what is typed after `flask` is a command of ours, whatever follows it, or a group of them."""
    words = typed.split()
    groups = [[name.partition(" ")[0]] for name in ours]
    return words in groups or words[0] in ours or " ".join(words[:2]) in ours


def test_every_address_is_a_page(app: Flask) -> None:
    rules = {re.sub(r"<[^>]*>", "<>", rule.rule) for rule in app.url_map.iter_rules()}
    for page in pages():
        for span in page.spans:
            if ADDRESS.fullmatch(span) and not span.startswith(NOT_OURS):
                asked = re.sub(r"<[^>]*>", "<>", span.replace(PACK, "<>"))
                assert asked in rules, f"{page.path}: there is no page at {span}"


@pytest.mark.parametrize("written", pages(), ids=lambda each: each.path)
def test_every_link_and_every_file_named_is_there(written: Page) -> None:
    folder = (ROOT / written.path).parent
    for link in written.links():
        name, _, anchor = link.partition("#")
        if not link.startswith(("https://", "mailto:")):
            file = folder / name if name else ROOT / written.path
            assert file.exists(), link
            if anchor:
                assert anchor in Page(name, file.read_text(encoding="utf-8")).anchors(), link
    for span in written.spans:
        if FILE.fullmatch(span):
            assert list(ROOT.glob(span.rstrip("/"))), span


def test_every_decision_is_in_the_index() -> None:
    index = next(page for page in pages() if page.path == "docs/decisions/README.md")
    every = {Path(page.path).name for page in pages() if page.path.startswith("docs/decisions/")} - {"README.md"}
    assert set(index.links()) == every


def test_a_decision_says_what_it_costs() -> None:
    for page in pages():
        if page.path.startswith("docs/decisions/") and not page.path.endswith("README.md"):
            assert page.text.startswith("# "), page.path
            assert re.search(r"(\*\*|## )What it costs", page.text), page.path


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],  # noqa: S607 - git, as developers have it
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.split("\0") if name and Path(name).suffix not in BINARY]


def test_nothing_names_a_place_on_one_machine_or_a_package_registry() -> None:
    files = tracked()
    assert len(files) > 200
    faults = []
    for name in files:
        if (ROOT / name).is_file() and name != "tests/guards/test_docs.py":
            text = (ROOT / name).read_text(encoding="utf-8")
            faults += [f"{name}: {found}" for found in ELSEWHERE.findall(text)]
            faults += [f"{name}: {host}" for host in REGISTRIES if host in text]
    assert faults == []
