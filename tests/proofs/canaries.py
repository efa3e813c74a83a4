"""Canaries: secrets typed everywhere, and a search for them in everything that is left on the disk.

`python -m tests.proofs.canaries` prints the figures, for a site on each kind of database.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask

from consult import create_app
from consult.settings import ROOT, Settings
from consult.store.database import db
from consult.web.shelf import KEY
from tests.guards.routes import Addresses
from tests.postgres_server import PostgresServer
from tests.proofs.canary_journey import PACK, Journey, left_hanging
from tests.proofs.canary_organiser import make_account, organise
from tests.proofs.disks import Disk, OnPostgresql, OnSqlite
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


@contextmanager
def on_sqlite(folder: Path) -> Iterator[Disk]:
    """Give the database that a site has by itself."""
    yield OnSqlite(folder)


@contextmanager
def on_postgresql(folder: Path) -> Iterator[Disk]:
    """Give a PostgreSQL server that nobody else uses."""
    with PostgresServer() as server:
        yield OnPostgresql(server, folder)


DISKS: dict[str, Callable[[Path], AbstractContextManager[Disk]]] = {
    "sqlite": on_sqlite,
    "postgresql": on_postgresql,
}


def prove(folder: Path, disk: Disk) -> Figures:
    """Return what a search finds after the whole journey, at the moments of it."""
    figures, began = Figures(), time.time()
    server = Server(folder, LOG_LEVEL="debug", WORKERS="2", **disk.settings)
    app = app_in(folder / "elsewhere")
    journey = Journey(server, app, Addresses(app, app.extensions[KEY][PACK]), planted())
    for moment in _moments(server, disk, journey):
        files = [*files_below(folder), *disk.files(), *touched_since(began), *server.unlinked()]
        look(figures, journey, set(files), moment)
    figures.planted, figures.forms, figures.statuses = len(journey.secrets), journey.forms, journey.seen
    figures.masked, figures.seconds = journey.masked, time.time() - began
    figures.consented_found = any(journey.masked.encode() in file.read_bytes() for file in disk.files())
    return figures


def _moments(server: Server, disk: Disk, journey: Journey) -> Iterator[str]:
    """Go on the journey, and stop at each moment at which somebody might take the disk away."""
    with server:
        person = journey.write_and_take_away()
        journey.slip(person)
        journey.try_every_form()
        journey.share()
        organiser_of(server, disk, journey)
        disk.back_up()
        journey.delete_a_draft()
        with disk.locked():
            journey.meet_a_locked_database(person)
        yield "while it runs"
        # Kept open while the search goes on.
        with journey.upload_half():
            server.wait_until_all_is_read()
            yield "while a file is half sent"
        journey.take_back()
        (server.folder / "backup.db").unlink(missing_ok=True)
        (server.folder / "backup.sql").unlink(missing_ok=True)
        yield "after something was taken back"
        hanging = {place: journey.be_cut_off(place) for place in ("answer cut off when a worker died",)}
        server.kill_a_worker()
        hanging["server"] = journey.be_cut_off("answer cut off when the server died")
        server.kill()
        disk.crash()
        left_hanging(hanging)
        yield "after a crash"
        server.start()
        journey.come_back()
        expiring = journey.browser()
        journey.answer(expiring, 1, "answer of an expired draft")
        disk.expire_all()
        assert journey.secrets["answer of an expired draft"] not in expiring.get(f"/{PACK}/question/1").text
    yield "at the end"


LEAKY = {
    "app": "tests.proofs.leaky_site:app",
    "gunicorn": '--access-logfile=- --logger-class=gunicorn.glogging.Logger --access-logformat="%(r)s %(f)s %(a)s"',
}
"""A server with an ordinary access log, and with temporary files."""


def prove_control(folder: Path) -> Figures:
    """Return what the same search finds after a short visit to a leaky server."""
    figures, began = Figures(), time.time()
    server = Server(folder, WORKERS="1", **LEAKY)
    app = app_in(folder / "elsewhere")
    journey = Journey(server, app, Addresses(app, app.extensions[KEY][PACK]), planted())
    with server:
        journey.slip(journey.browser())
        with journey.upload_half():
            server.wait_until_all_is_read()
            look(figures, journey, [*files_below(folder), *server.unlinked()], "while a file is half sent")
    figures.planted, figures.statuses, figures.seconds = len(journey.secrets), journey.seen, time.time() - began
    return figures


def organiser_of(server: Server, disk: Disk, journey: Journey) -> None:
    """Let an organiser come with an account in the database of the server."""
    app = app_in(server.folder / "instance", **disk.settings)
    make_account(app, journey)
    with app.app_context():
        db.engine.dispose()
    organise(journey)


def app_in(instance: Path, **settings: str) -> Flask:
    """Return an app of this process that keeps its things in a folder."""
    given = {"INSTANCE": str(instance), "HTTPS": "no"} | settings
    return create_app(Settings.from_environment({f"CONSULT_{name}": value for name, value in given.items()}))


def look(figures: Figures, journey: Journey, files: Iterable[Path], moment: str) -> None:
    """Look for all secrets of a journey in files, and note what is found."""
    there = [file for file in files if file.exists()]
    figures.searches += 1
    figures.files += len(there)
    figures.size += sum(file.stat().st_size for file in there)
    for file, names in Search(journey.secrets).in_files(there).items():
        figures.found[f"{file}, {moment}"] = names


def touched_since(began: float) -> list[Path]:
    """Return what changed in the checkout meanwhile, where the server runs."""
    files = [path for path in ROOT.glob("*") if path.is_file()]
    folders = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in NOT_OURS]
    files += [path for path in files_below(*folders) if not NOT_OURS & set(path.parts)]
    return [path for path in files if path.stat().st_mtime >= began]


def main() -> int:
    """Print the figures for each kind of database, and return whether anything was found."""
    found = False
    for kind, disk in DISKS.items():
        with tempfile.TemporaryDirectory() as made, disk(Path(made)) as kept:
            figures = prove(Path(made), kept)
        found |= bool(figures.found)
        sys.stdout.write(
            f"{kind}: {figures}\n" + "".join(f"{at}: {names}\n" for at, names in figures.found.items())
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
