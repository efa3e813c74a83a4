"""Packs from folders: all of a pack's faults at once, or the pack."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from consult.packs.faults import Fault, PackError
from consult.packs.model import Pack
from consult.packs.reading import FILES, MAIN, Contents, read_contents
from consult.packs.rules import RULES
from consult.packs.shape import build, shape_faults

_DATA = Path(__file__).parent / "data"


def check_pack(folder: Path) -> list[Fault]:
    """Return every fault of the pack in `folder`, by file and then by key; an empty list for a good pack."""
    return _check(read_contents(folder))


def load_pack(folder: Path) -> Pack:
    """Return the pack in `folder`. Raises `PackError` with every fault when it has any."""
    contents = read_contents(folder)
    faults = _check(contents)
    if faults:
        raise PackError(faults)
    return build(contents)


def load_all(folders: Iterable[Path] | None = None) -> dict[str, Pack]:
    """Return the packs in `folders` by id (the bundled ones, unless told). Raises `PackError` with all faults."""
    packs: dict[str, Pack] = {}
    faults: list[Fault] = []
    for folder in bundled() if folders is None else folders:
        try:
            pack = load_pack(folder)
        except PackError as error:
            faults.extend(error.faults)
            continue
        if pack.id in packs:
            file = f"{folder.name}/{MAIN}"
            faults.append(Fault(file, "id", f"two packs are called `{pack.id}`", "rename one, and its folder"))
        packs[pack.id] = pack
    if faults:
        raise PackError(faults)
    return packs


def bundled() -> list[Path]:
    """Return the folders of the packs that come with the product, in the order of their names."""
    return sorted(path for path in _DATA.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def pack_folder(pack_id: str) -> Path:
    """Return the folder of a bundled pack. Raises `LookupError` when no bundled pack has this id."""
    for folder in bundled():
        if folder.name == pack_id:
            return folder
    raise LookupError(f"no bundled pack is called {pack_id!r}")


def _check(contents: Contents) -> list[Fault]:
    found = [*contents.faults, *shape_faults(contents)]
    for rule in RULES:
        found.extend(rule(contents))
    return sorted(dict.fromkeys(found), key=_place)


def _place(fault: Fault) -> tuple[int, list[tuple[int, str]]]:
    """Return where a fault stands: files in the order in which people read them, numbers in keys as numbers."""
    name = fault.file.rpartition("/")[2]
    parts = re.findall(r"\d+|\D+", fault.key)
    at = FILES.index(name) if name in FILES else len(FILES)
    return at, [(int(part[:9]), "") if part.isdecimal() else (-1, part) for part in parts]
