"""The mix: the answers of ten or more people leave the inbox together, in pieces that nobody can put back together.

Records and comments name neither each other nor their release. So whoever has the database of one day only cannot
tell what came together: a piece could be that of anyone in the campaign. Whoever looks before and after a release
can, and organisers can see new comments. Therefore words are released when those of ten or more people are there.
While there are fewer, their writers are counted with the others, and the words wait on in rows of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from consult.store import campaigns
from consult.store.campaign_plan import Leftover
from consult.store.database import reading, writing
from consult.store.forgetting.scrubbing import scrub
from consult.store.inserting import InsertOrChange
from consult.store.mixing import inbox, laying, released, tallying
from consult.store.mixing.payload import Payload
from consult.store.models import CommentRow, RecordRow, ReleaseRow, TallyRow, Waiting
from consult.store.models.base import table_of

BATCH = 10
"""How many responses must wait before any is released, and of how many people words are released at least."""

ROUND = 2500
"""How many responses are released in one transaction at most: what one needs to hold in memory, and how long others
wait who want to write. Fewer would lay the same rows anew more often."""

_releases = table_of(ReleaseRow)
_NOTE = InsertOrChange(_releases, lambda insert: {"how_many": _releases.c.how_many + insert.excluded.how_many})


@dataclass(frozen=True)
class Closed:
    """How many responses a campaign's end released, and how many it discarded."""

    released: int
    discarded: int


def release(slug: str, *, at_once: int = ROUND) -> int:
    """Release what waits for a campaign, if there is enough of it, and return how many responses that were.

    `at_once` is how many are released in one transaction at most.

    Returns 0 when fewer than `BATCH` wait or there is no such campaign. Two releases at the same time count nobody
    twice. Raises `StoreUnavailable`; what was released until then is safe.
    """
    how_many, after = 0, b""
    while True:
        taken, seen = _round(slug, after, at_once)
        how_many += taken
        if len(seen) < at_once:
            break
        after = max(seen)
    if how_many:
        scrub(Waiting, RecordRow, CommentRow, TallyRow)
    return how_many


def close(slug: str, *, leftover: str) -> Closed:
    """Release what waits for a campaign that takes no more answers, and see to what is too little for a release.

    `leftover` is a `Leftover`. `discard` erases it. `release` counts it, where as many as a release needs were
    counted before; otherwise it is erased as well. Words that still wait are erased, unless they are those of as
    many people: a handful of comments that appear at once would be one person's. Raises `StoreUnavailable`; done
    again, it goes on where it stopped.
    """
    how_many = release(slug)
    with writing(patiently=True) as connection:
        laying.alone(connection)
        campaign_id = campaigns.lock(connection, slug)
        last = _end(connection, campaign_id, Leftover(leftover)) if campaign_id else Closed(0, 0)
    scrub(Waiting, RecordRow, CommentRow, TallyRow)
    return Closed(how_many + last.released, last.discarded)


def taken(
    connection: Connection, campaign_id: int, *, after: bytes = b"", at_most: int = ROUND
) -> tuple[list[Payload], list[bytes]]:
    """Take out of the inbox those who wait, unless they are too few; return them, and the ids of all looked at.

    Words of too few people go back into it, in rows of their own. What is taken must be `let_out` in the same
    transaction, which must be `laying.alone`, with the campaign locked.
    """
    seen, waiting = inbox.opened(connection, campaign_id, after=after, at_most=at_most)
    fresh = released.fresh(connection, waiting)
    if _responses(fresh.values()) < BATCH:
        return [], seen
    inbox.remove(connection, waiting)
    going, staying = _parted(fresh)
    inbox.put_many(connection, campaign_id, staying)
    return going, seen


def let_out(
    connection: Connection, campaign_id: int, payloads: Iterable[Payload], *, week: date | None = None
) -> int:
    """Release what was taken, as one release; return how many responses that were.

    `week` is the Monday to note. Without it, that is the one of the present week, as for all real answers.
    """
    how_many = released.spread(connection, campaign_id, payloads)
    if how_many:
        monday = week or week_of(datetime.now(UTC).date())
        row = {"campaign_id": campaign_id, "week": monday, "how_many": how_many}
        connection.execute(_NOTE.on(connection), row)
    return how_many


def week_of(day: date) -> date:
    """Return the Monday of the ISO 8601 week in which a day lies: the finest date that is kept of a response."""
    return day - timedelta(days=day.weekday())


def _round(slug: str, after: bytes, at_most: int) -> tuple[int, list[bytes]]:
    """Release some of those who wait; return how many were, and the ids of all that were looked at."""
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, slug, active=True)
        if campaign_id is None or inbox.how_many(connection, campaign_id) < BATCH:
            return 0, []
    with writing(patiently=True) as connection:
        laying.alone(connection)
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return 0, []
        going, seen = taken(connection, campaign_id, after=after, at_most=at_most)
        return let_out(connection, campaign_id, going), seen


def _parted(fresh: Mapping[bytes, Payload]) -> tuple[list[Payload], dict[bytes, Payload]]:
    """Return what can go, and the words that must wait for those of more people, by the ids of their rows."""
    writers = {row: payload for row, payload in fresh.items() if payload.words}
    if len(writers) >= BATCH:
        return list(fresh.values()), {}
    going = [payload.without_words() for payload in fresh.values() if payload.is_response]
    return going, {bytes.fromhex(each.apart) or row: each.only_words() for row, each in writers.items()}


def _responses(payloads: Iterable[Payload]) -> int:
    return sum(payload.is_response for payload in payloads)


def _end(connection: Connection, campaign_id: int, leftover: Leftover) -> Closed:
    _seen, waiting = inbox.opened(connection, campaign_id, after=b"", at_most=ROUND)
    fresh = released.fresh(connection, waiting)
    counts = leftover is Leftover.RELEASE and tallying.responses(connection, campaign_id) >= BATCH
    going, _erased = _parted({row: each for row, each in fresh.items() if counts or not each.is_response})
    counted = released.spread(connection, campaign_id, going)
    ledger = tallying.for_change(connection, campaign_id)
    ledger.closed = True
    ledger.advance()
    tallying.keep(connection, campaign_id, ledger)
    erased = inbox.empty(connection, campaign_id)
    # Those that were counted before, and came back with a backup, are not lost. What nobody can open is.
    return Closed(counted, erased - len(waiting) + _responses(fresh.values()) - counted)
