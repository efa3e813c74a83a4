"""`python -m tests.proofs.linker` prints how well answers are put together, on both databases and three stores."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from tests.postgres_server import PostgresServer
from tests.proofs.linker import trial
from tests.proofs.linker.verdict import accused, table

SHOWN = 12


def main() -> None:
    """Run all trials."""
    with tempfile.TemporaryDirectory() as folder:
        _show("SQLite", lambda number: trial.on_sqlite(Path(tempfile.mkdtemp(dir=folder, prefix=str(number)))))
    with PostgresServer() as server:
        _show("PostgreSQL", lambda _number: trial.on_postgresql(server))


def _show(database: str, on: Callable[[int], AbstractContextManager[trial.Dumping]]) -> None:
    for number, (name, fill) in enumerate(trial.STORES.items()):
        with on(number) as dumping:
            found = trial.findings(fill, dumping)
        guilty = len(accused(found))
        sys.stdout.write(f"\n{database}, {name}: {guilty} of {len(found)} ways do better than chance\n")
        sys.stdout.write(f"{table(found, at_most=SHOWN)}\n")


if __name__ == "__main__":
    main()
