"""Canaries: secrets typed everywhere, and a search for them in everything that is left on the disk.

`python -m tests.proofs.canaries` prints the figures.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from consult import create_app
from consult.settings import ROOT, Settings
from consult.web.shelf import KEY
from tests.guards.routes import Addresses
from tests.proofs.canary_journey import PACK, Journey, expire_all, left_hanging, locked
from tests.proofs.planted import planted
from tests.proofs.searching import Search, files_below
from tests.proofs.server import Server

NOT_OURS = {".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis"}


@dataclass
class Figures:
    """What was planted and tried, where it was looked for, and what was found."""

    planted: int = 0
    forms: set[str] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    searches: int = 0
    files: int = 0
    size: int = 0
    found: dict[str, set[str]] = field(default_factory=dict)
    masked: str = ""
    consented_found: bool = False
    seconds: float = 0.0

    def __str__(self) -> str:
        statuses = ", ".join(f"{count} times {status}" for status, count in sorted(self.statuses.items()))
        kept = "is" if self.consented_found else "is not"
        return (
            f"{self.planted} secrets in {len(self.forms)} forms ({statuses}); {self.searches} searches through "
            f"{self.files} files and {self.size / 1e6:.1f} MB: {len(self.found)} files hold one; "
            f"what was consented to {kept} there as it was masked; {self.seconds:.0f} s"
        )


def prove(folder: Path) -> Figures:
    """Return what a search finds after the whole journey, at four moments of it."""
    figures, began = Figures(), time.time()
    server = Server(folder, LOG_LEVEL="debug", WORKERS="2")
    elsewhere = {"CONSULT_INSTANCE": str(folder / "elsewhere"), "CONSULT_HTTPS": "no"}
    app = create_app(Settings.from_environment(elsewhere))
    journey = Journey(server, app, Addresses(app, app.extensions[KEY][PACK]), planted())
    for moment in _moments(server, journey):
        _search(figures, journey, folder, began, moment)
    figures.planted, figures.forms, figures.statuses = len(journey.secrets), journey.forms, journey.seen
    figures.masked, figures.seconds = journey.masked, time.time() - began
    database = b"".join(file.read_bytes() for file in (folder / "instance").glob("consult.db*"))
    figures.consented_found = journey.masked.encode() in database
    return figures


def _moments(server: Server, journey: Journey) -> Iterator[str]:
    """Go on the journey, and stop at each moment at which somebody might take the disk away."""
    database = str(server.folder / "instance" / "consult.db")
    with server:
        person = journey.write_and_take_away()
        journey.slip(person)
        journey.try_every_form()
        journey.share()
        journey.delete_a_draft()
        with locked(database):
            journey.meet_a_locked_database(person)
        _back_up(database, server.folder / "backup.db")
        yield "while it runs"
        hanging = {place: journey.be_cut_off(place) for place in ("answer cut off when a worker died",)}
        server.kill_a_worker()
        hanging["server"] = journey.be_cut_off("answer cut off when the server died")
        server.kill()
        left_hanging(hanging)
        yield "after a crash"
        server.start()
        journey.come_back()
        expiring = journey.browser()
        journey.answer(expiring, 1, "answer of an expired draft")
        expire_all(database)
        assert journey.secrets["answer of an expired draft"] not in expiring.get(f"/{PACK}/question/1").text
        yield "after the restart"
    yield "at the end"


def _search(figures: Figures, journey: Journey, folder: Path, began: float, moment: str) -> None:
    search = Search(journey.secrets)
    files = [*files_below(folder), *_touched_since(began)]
    figures.searches += 1
    figures.files += len(files)
    figures.size += sum(file.stat().st_size for file in files if file.exists())
    for file, names in search.in_files(files).items():
        figures.found[f"{file}, {moment}"] = names


def _touched_since(began: float) -> list[Path]:
    """Return what changed in the checkout meanwhile, where the server runs."""
    files = [path for path in ROOT.glob("*") if path.is_file()]
    folders = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in NOT_OURS]
    files += [path for path in files_below(*folders) if not NOT_OURS & set(path.parts)]
    return [path for path in files if path.stat().st_mtime >= began]


def _back_up(database: str, copy: Path) -> None:
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        figures = prove(Path(made))
    sys.stdout.write(f"{figures}\n" + "".join(f"{file}: {names}\n" for file, names in figures.found.items()))
    sys.exit(bool(figures.found))
