"""Records and comments: what is left of answers after they were mixed, and how one person's are found again."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, bindparam, delete, insert, select

from consult.results.tally import RECORD_KEYS
from consult.store import tallying
from consult.store.models import CommentRow, HiddenComment, RecordRow
from consult.store.models.base import table_of
from consult.store.payload import Payload
from consult.store.receipts import Receipt
from consult.store.tallying import Counted

_AT_A_TIME = 64
"""How many ids are looked up at once: more than the questions of a usual pack."""

_random = secrets.SystemRandom()
_records = table_of(RecordRow)
_comments = table_of(CommentRow)
_hidden = table_of(HiddenComment)
_THERE = select(_records.c.id).where(_records.c.id.in_(bindparam("ids", expanding=True)))


def spread(connection: Connection, campaign_id: int, payloads: Iterable[Payload]) -> None:
    """Turn payloads into records, comments and tallies. The campaign must be locked.

    All records of all payloads are shuffled together, and each draws a record key of its own.
    """
    rows = [(_records_of(payload), _comments_of(payload)) for payload in payloads]
    records = [record for records, _comments in rows for record in records]
    comments = [comment for _records, comments in rows for comment in comments]
    _insert_shuffled(connection, _records, [row | {"campaign_id": campaign_id} for row in records])
    _insert_shuffled(connection, _comments, [row | {"campaign_id": campaign_id} for row in comments])
    tallying.add(connection, campaign_id, [_counted(row) for row in records])


def among(connection: Connection, slugs: Iterable[str], receipts: Sequence[Receipt]) -> set[str]:
    """Return those campaigns in which a response was released under one of the receipts."""
    candidates = {receipt.record(slug, 0): slug for slug in slugs for receipt in receipts}
    return {candidates[found] for found in there(connection, candidates)}


def there(connection: Connection, ids: Iterable[bytes]) -> set[bytes]:
    """Return those ids under which there is a record."""
    return set(connection.execute(_THERE, {"ids": list(ids)}).scalars())


def take_back(connection: Connection, campaign_id: int, slug: str, receipt: Receipt) -> bool:
    """Delete all records and comments under a receipt and take them off the tallies. The campaign must be locked.

    Returns whether there were any.
    """
    columns = [_records.c[name] for name in Counted._fields]
    records = _delete_numbered(connection, _records, lambda number: receipt.record(slug, number), columns)
    said = _delete_numbered(connection, _comments, lambda number: receipt.comment(slug, number), [_comments.c.id])
    connection.execute(delete(_hidden).where(_hidden.c.comment_id.in_([row.id for row in said])))
    tallying.take_off(connection, campaign_id, [_counted(row._asdict()) for row in records])
    return bool(records)


def _counted(row: Mapping[str, Any]) -> Counted:
    return Counted(row["question"], row["option"], row["attributes"], row["record_key"])


def _delete_numbered(
    connection: Connection, table: Table, numbered: Callable[[int], bytes], columns: Sequence[Column[Any]]
) -> list[Row[Any]]:
    gone: list[Row[Any]] = []
    # Numbers have no gaps, so the first batch that is not full is the last.
    for start in count(0, _AT_A_TIME):
        ids = [numbered(number) for number in range(start, start + _AT_A_TIME)]
        batch = connection.execute(delete(table).where(table.c.id.in_(ids)).returning(*columns)).all()
        gone += batch
        if len(batch) < _AT_A_TIME:
            break
    return gone


def _insert_shuffled(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    _random.shuffle(rows)
    if rows:
        connection.execute(insert(table), rows)


def _records_of(payload: Payload) -> list[dict[str, Any]]:
    attributes = json.dumps(dict(payload.attributes), sort_keys=True, separators=(",", ":"))
    return [
        {
            "id": bytes.fromhex(piece.id),
            "question": piece.question,
            "option": piece.option,
            "attributes": attributes,
            "record_key": _random.randrange(RECORD_KEYS),
            "pack_version": payload.pack_version,
        }
        for piece in payload.pieces
    ]


def _comments_of(payload: Payload) -> list[dict[str, Any]]:
    return [
        {
            "id": bytes.fromhex(words.id),
            "question": words.question,
            "text": words.text,
            "language": words.language,
            "pack_version": payload.pack_version,
        }
        for words in payload.words
    ]
