"""Putting very many responses in at once, through the same inbox and the same mix as one: for demonstrations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from math import ceil
from pathlib import PurePath

from flask import current_app
from sqlalchemy import Connection

from consult.packs import days
from consult.store import campaigns, plans
from consult.store.database import writing
from consult.store.forgetting.scrubbing import tidy
from consult.store.mixing import inbox, laying, mix, released
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import receipts_of
from consult.store.mixing.sharing import Submission, payload_of
from consult.store.models import CommentRow, RecordRow, TallyRow, Waiting

NAME_ENDS_IN = "demo"
"""How the name of a database must end before anything is invented in it. A database for real answers never does."""

_AT_A_TIME = 500
"""How many wait in the inbox at once, and how many ids are looked up."""


class NotForShowingError(RuntimeError):
    """Raised where a past week is asked for in a database that may hold real answers."""


def database_name() -> str:
    """Return what the app's database is called, without the ending of a file."""
    return PurePath(current_app.config["SQLALCHEMY_DATABASE_URI"].database or "").stem


def is_for_showing() -> bool:
    """Say whether the database is one for invented answers."""
    return database_name().endswith(NAME_ENDS_IN)


def share_many(
    slug: str,
    shared: Iterable[tuple[str, Submission]],
    *,
    week: date | None = None,
    through: Callable[[int], None] = lambda _how_many: None,
) -> int:
    """Share many responses with one campaign, each under its receipt, and return how many of them were new.

    All of it is one transaction: they go into the inbox and out of it part by part, and are laid down together.
    Those that were released before stay as they were. Returns 0 for a campaign that takes no answers.

    `week` is a Monday to note for the release in place of the present one. `through` is told as some more of them
    are settled, and how many those are, until all are. Raises `NotForShowingError` for a `week` where real answers
    may be, `SubmissionError` and `StoreUnavailable`.
    """
    if week and not is_for_showing():
        raise NotForShowingError(f"real answers have the week in which they were released: {database_name()!r}")
    waiting = dict(_cut(slug, shared))
    with writing(patiently=True) as connection:
        laying.alone(connection)
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None or not plans.takes_answers(connection, slug, days.today()):
            through(len(waiting))
            return 0
        known = _known(connection, [payload.id for payload in waiting.values()])
        fresh = {row: payload for row, payload in waiting.items() if payload.id not in known}
        through(len(waiting) - len(fresh))
        replaced = sum(inbox.remove(connection, part) for part in _parts(list(fresh)))
        mix.let_out(connection, campaign_id, _let_through(connection, campaign_id, fresh, through), week=week)
    tidy(Waiting, RecordRow, CommentRow, TallyRow)
    return len(fresh) - replaced


def _cut(slug: str, shared: Iterable[tuple[str, Submission]]) -> Iterator[tuple[bytes, Payload]]:
    """Yield each submission as it waits, with the id of its row."""
    for phrase, submission in shared:
        receipt = receipts_of(phrase)[0]
        yield receipt.withdrawal(slug), payload_of(submission, receipt)


def _let_through(
    connection: Connection, campaign_id: int, fresh: Mapping[bytes, Payload], through: Callable[[int], None]
) -> Iterator[Payload]:
    """Yield what comes out of the inbox while those who are new go into it."""
    for part in _parts(list(fresh)):
        inbox.put_many(connection, campaign_id, {row: fresh[row] for row in part})
        yield from mix.taken(connection, campaign_id)[0]
        through(len(part))


def _known(connection: Connection, ids: list[bytes]) -> set[bytes]:
    return set().union(*(released.there(connection, part) for part in _parts(ids)))


def _parts(ids: list[bytes]) -> list[list[bytes]]:
    """Return ids in parts of about the same size: a few that are left over would be too few for a release."""
    size = ceil(len(ids) / max(1, ceil(len(ids) / _AT_A_TIME)))
    return [ids[start : start + size] for start in range(0, len(ids), size)] if ids else []
