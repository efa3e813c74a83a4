"""Whose turn it is to do the day's clean-up, among all workers of all machines.

A turn is held with a lock of the system's that ends with its process, however that ends, and the day is noted when
the work is done. So what a kill or a restart cuts off is still due, and no time has to be kept.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import select, update

from consult.store.database import StoreUnavailable, available, db, reading, writing
from consult.store.inserting import insert_unless_there
from consult.store.models import Chore
from consult.store.models.base import table_of

_SWEEP = "sweep"

_THE_SWEEP = 0x7377656570
"""The number of the lock on PostgreSQL: any number that nothing else uses."""

_chores = table_of(Chore)


@contextmanager
def turn(today: date) -> Iterator[bool]:
    """Give whether the day's clean-up is to be done here and now.

    Then it counts as done unless an error leaves the block. Raises `StoreUnavailable`.
    """
    if _is_done(today):
        yield False
        return
    with _alone() as alone:
        # Whoever was at it may just have ended.
        is_mine = alone and not _is_done(today)
        yield is_mine
        if is_mine:
            _note(today)


def _is_done(today: date) -> bool:
    done_on = select(_chores.c.done_on).where(_chores.c.name == _SWEEP)
    with reading() as connection:
        last = connection.execute(done_on).scalar_one_or_none()
    return last is not None and last >= today


def _note(today: date) -> None:
    with writing() as connection:
        if not insert_unless_there(connection, _chores, {"name": _SWEEP, "done_on": today}):
            connection.execute(update(_chores).where(_chores.c.name == _SWEEP).values(done_on=today))


@contextmanager
def _alone() -> Iterator[bool]:
    """Give whether nobody else holds the lock; it is held meanwhile, and ends with the process at the latest."""
    if db.engine.dialect.name == "postgresql":
        with _alone_on_server() as alone:
            yield alone
    else:
        with _alone_in(_folder()) as alone:
            yield alone


@contextmanager
def _alone_on_server() -> Iterator[bool]:
    with available():
        connection = db.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    with connection:
        with available():
            # It is closed rather than used again, and its lock ends with it.
            connection.detach()
            alone = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({_THE_SWEEP})").scalar_one()
        yield bool(alone)


def _folder() -> Path:
    """Return the folder of an SQLite database. To open and close its file would end SQLite's own locks on it."""
    with reading() as connection:
        _number, _name, file = connection.exec_driver_sql("PRAGMA database_list").one()
    return Path(file).parent


@contextmanager
def _alone_in(folder: Path) -> Iterator[bool]:
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise StoreUnavailable(type(error).__name__) from error
    try:
        yield _is_locked(held)
    finally:
        os.close(held)


def _is_locked(held: int) -> bool:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise StoreUnavailable(type(error).__name__) from error
    return True
