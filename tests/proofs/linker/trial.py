"""One trial: three stores on a database of one kind, and what the linker makes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from consult.store import campaigns
from consult.store.database import upgrade
from consult.store.mixing import laying
from consult.store.mixing.mix import BATCH
from tests.databases import dispose, store_app_for
from tests.postgres_server import PostgresServer
from tests.proofs.linker import dump, stores
from tests.proofs.linker.attack import Finding, link
from tests.proofs.linker.people import Person, crowd
from tests.store.people import CAMPAIGN, PACK

SIZE = 1000
LEAVING = 40
WITHOUT = 400
"""How many people are enough where there is no mix, and in large tables."""

AMONG, PLACES = 400, 100
"""What makes the tables of so few people count as large."""

Dumping = Callable[[], dump.Dump]


def with_mix() -> list[Person]:
    """Fill the store as it is, and return those who stay in it."""
    staying = crowd(SIZE, seed=1)
    stores.with_mix(staying, crowd(LEAVING, seed=2))
    return staying


def large() -> list[Person]:
    """Fill the store while its tables count as large: new rows are laid among some others, not among all."""
    people = crowd(WITHOUT, seed=5)
    with (
        patch.object(laying, "AMONG", AMONG),
        patch.object(laying, "PLACES", PLACES),
        patch.object(laying, "_stretches", wraps=laying._stretches) as parted,
    ):
        stores.with_mix(people, crowd(LEAVING, seed=6))
    assert parted.call_count > 2 * BATCH
    return people


def as_they_fell() -> list[Person]:
    """Fill a store in which rows lie where they fell."""
    people = crowd(SIZE, seed=3)
    stores.as_they_fell(people)
    return people


def without_mix() -> list[Person]:
    """Fill a store without a mix."""
    people = crowd(WITHOUT, seed=4)
    stores.without_mix(people)
    return [stores.numbered(person, number) for number, person in enumerate(people)]


STORES: dict[str, Callable[[], list[Person]]] = {
    "with the mix": with_mix,
    "with the mix in large tables": large,
    "with rows left where they fell": as_they_fell,
    "without a mix": without_mix,
}


@contextmanager
def on_sqlite(folder: Path) -> Iterator[Dumping]:
    """Give an empty store in a file, and the way to dump it."""
    app = store_app_for(f"sqlite:///{folder / 'linker.db'}")
    with app.app_context():
        _make_ready()
        yield dump.of_sqlite
    dispose(app)


@contextmanager
def on_postgresql(server: PostgresServer) -> Iterator[Dumping]:
    """Give an empty store on a server, which is set up as the documents say, and the way to dump it."""
    server.create("linker")
    app = store_app_for(server.uri("linker"))
    with app.app_context():
        _make_ready()
        yield lambda: dump.of_postgresql(server)
    dispose(app)
    server.drop("linker")


def findings(fill: Callable[[], list[Person]], dumping: Dumping) -> list[Finding]:
    """Fill the store, dump it, and try to link."""
    people = fill()
    return link(dumping(), people)


def _make_ready() -> None:
    upgrade()
    campaigns.add(CAMPAIGN, "Lewisham answers", PACK)
