"""From a folder to values: which files a pack has, what belongs in each, and what went wrong in reading them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from consult.packs.faults import Fault, choose
from consult.packs.model import Pack
from consult.packs.toml_file import WHOLE, TomlFileError, read_toml
from consult.packs.tree import Node

MAIN = "pack.toml"
HOME: Mapping[str, str] = MappingProxyType(
    {
        "sections": "questions.toml",
        "scales": "questions.toml",
        "questions": "questions.toml",
        "guides": "guides.toml",
        "opinion": "guides.toml",
        "terms": "terms.toml",
        "history": "history.toml",
        "about_you": "about.toml",
        "about_you_note": "about.toml",
        "sources": "sources.toml",
    }
)
"""Top-level key → the file that it belongs in. Every other key belongs in `MAIN`."""

REQUIRED = (MAIN, "questions.toml", "guides.toml", "sources.toml")
FILES = (*REQUIRED, "terms.toml", "history.toml", "about.toml")


@dataclass(frozen=True)
class Contents:
    """What the files of a pack hold, by top-level key, and the faults found in reading them."""

    folder: str
    values: Mapping[str, object]
    found_in: Mapping[str, str]
    unread: frozenset[str]
    faults: tuple[Fault, ...]

    def __getitem__(self, key: str) -> Node:
        """Return what stands under a top-level key."""
        return Node(self.file_of(key), key, self.values.get(key), key)

    def __iter__(self) -> Iterator[Node]:
        """Run through everything that stands at the top level."""
        yield from (self[key] for key in self.values)

    def file_of(self, key: str) -> str:
        """Return the file that a top-level key stands in, or would stand in."""
        return f"{self.folder}/{self.found_in.get(key, HOME.get(key, MAIN))}"

    def knows(self, key: str) -> bool:
        """Say whether this key's absence means anything: its file was read, so it would have been seen."""
        return key in self.values or HOME.get(key, MAIN) not in self.unread

    def ids(self, key: str) -> set[str]:
        """Return the ids in a list of tables."""
        return {each["id"].text for each in self[key]} - {""}


def read_contents(folder: Path) -> Contents:
    """Return what the files in `folder` hold, with a fault for each file that cannot be read."""
    if not folder.is_dir():
        mend = "give the path of a folder with a pack in it"
        fault = Fault(str(folder), "(folder)", "there is no such folder", mend)
        return Contents(folder.name, {}, {}, frozenset(FILES), (fault,))
    faults = list(_stray_files(folder))
    values: dict[str, object] = {}
    found_in: dict[str, str] = {}
    unread = set()
    for name in FILES:
        try:
            table = _read(folder, name)
        except TomlFileError as error:
            faults.append(Fault(f"{folder.name}/{name}", error.where, error.wrong, error.mend))
            unread.add(name)
            continue
        for key, value in table.items():
            faults.extend(_misplaced(f"{folder.name}/{name}", key, found_in))
            values.setdefault(key, value)
            found_in.setdefault(key, name)
    return Contents(folder.name, values, found_in, frozenset(unread), tuple(faults))


def _read(folder: Path, name: str) -> dict[str, object]:
    """Return a file's table; an optional file that is not there is an empty one."""
    path = folder / name
    if path.exists():
        return read_toml(path)
    if name in REQUIRED:
        raise TomlFileError(WHOLE, "the file is missing", f"add {name}; docs/packs.md says what it holds")
    return {}


def _stray_files(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.glob("*.toml")):
        if path.name not in FILES:
            mend = f"{choose(path.name, FILES)} Otherwise take the file away"
            yield Fault(
                f"{folder.name}/{path.name}", WHOLE, "no pack has a file of this name: it is not read", mend
            )


def _misplaced(file: str, key: str, found_in: Mapping[str, str]) -> Iterator[Fault]:
    home = HOME.get(key, MAIN)
    if key in found_in:
        yield Fault(file, key, f"it stands in {found_in[key]} as well", f"keep it once, in {home}")
    elif (key in HOME or key in Pack.model_fields) and not file.endswith(f"/{home}"):
        yield Fault(file, key, "it belongs in another file", f"move it to {home}")
