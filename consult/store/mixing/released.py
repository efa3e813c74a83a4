"""Records and comments: what is left of answers after they were mixed, and how one person's are found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from consult.results.ledger import RESPONSE, Cell
from consult.store.mixing import tallying
from consult.store.mixing.facts import opened
from consult.store.mixing.laying import lay
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import Receipt
from consult.store.models import CommentRow, HiddenComment, RecordRow
from consult.store.models.base import table_of
from consult.store.organisers import audit

_AT_A_TIME = 64
"""How many ids are looked up at once: more than the questions of a usual pack."""

_records = table_of(RecordRow)
_comments = table_of(CommentRow)
_hidden = table_of(HiddenComment)
_THERE = select(_records.c.id).where(_records.c.id.in_(bindparam("ids", expanding=True)))
_SAID = select(_comments.c.id).where(_comments.c.id.in_(bindparam("ids", expanding=True)))


def spread(connection: Connection, campaign_id: int, payloads: Iterable[Payload]) -> int:
    """Turn payloads into records, comments and tallies, and return how many responses there were.

    The transaction must be `laying.alone`, and the campaign locked.
    """
    ledger = tallying.for_change(connection, campaign_id)
    records: list[dict[str, Any]] = []
    comments: list[dict[str, Any]] = []
    how_many = 0
    for payload in payloads:
        comments += _comments_of(payload, campaign_id)
        if payload.is_response:
            how_many += 1
            ledger.change(payload.attributes, [Cell(each.question, each.option) for each in payload.pieces], 1)
            records += _records_of(payload, campaign_id)
    lay(connection, _records, records)
    lay(connection, _comments, comments)
    if how_many:
        ledger.advance()
        tallying.keep(connection, campaign_id, ledger)
    return how_many


def among(connection: Connection, slugs: Iterable[str], receipts: Sequence[Receipt]) -> set[str]:
    """Return those campaigns in which a response was released under one of the receipts."""
    candidates = {receipt.record(slug, 0): slug for slug in slugs for receipt in receipts}
    return {candidates[found] for found in there(connection, candidates)}


def there(connection: Connection, ids: Iterable[bytes]) -> set[bytes]:
    """Return those ids under which there is a record."""
    return set(connection.execute(_THERE, {"ids": list(ids)}).scalars())


def fresh(connection: Connection, waiting: Mapping[bytes, Payload]) -> dict[bytes, Payload]:
    """Return those payloads, by the ids of their rows, of which nothing was released.

    A backup that was restored at the wrong moment can bring back what was released long ago.
    """
    known = there(connection, (payload.id for payload in waiting.values() if payload.is_response))
    said = {"ids": [payload.id for payload in waiting.values() if not payload.is_response]}
    known.update(connection.execute(_SAID, said).scalars())
    return {row: payload for row, payload in waiting.items() if payload.id not in known}


def take_back(connection: Connection, campaign_id: int, slug: str, receipt: Receipt) -> bool:
    """Delete all records and comments under a receipt and take them off the tallies.

    The transaction must be `laying.alone`, and the campaign locked. Returns whether there were any.
    """
    records = _delete_numbered(connection, _records, lambda number: receipt.record(slug, number))
    if not records:
        return False
    comments = _delete_numbered(connection, _comments, lambda number: receipt.comment(slug, number))
    gone = [row["id"] for row in comments]
    connection.execute(delete(_hidden).where(_hidden.c.comment_id.in_(gone)))
    audit.forget_comments(connection, gone)
    ledger = tallying.for_change(connection, campaign_id)
    answers = [Cell(row["question"], row["option"]) for row in records]
    ledger.change(_groups_of(records, receipt, slug), answers, -1)
    ledger.advance()
    tallying.keep(connection, campaign_id, ledger)
    return True


def _groups_of(records: Iterable[Mapping[str, Any]], receipt: Receipt, slug: str) -> Mapping[str, str]:
    """Return in which groups a response is counted; none when what was sealed is damaged."""
    kept = next((row["sealed"] for row in records if row["sealed"]), None)
    return (opened(bytes(kept), receipt, slug) if kept else None) or {}


def _delete_numbered(
    connection: Connection, table: Table, numbered: Callable[[int], bytes]
) -> list[dict[str, Any]]:
    """Delete the rows whose ids `numbered` gives for 0, 1, 2 and so on, and return them."""
    gone: list[dict[str, Any]] = []
    # Numbers have no gaps, so the first batch that is not full is the last.
    for start in count(0, _AT_A_TIME):
        ids = [numbered(number) for number in range(start, start + _AT_A_TIME)]
        batch = connection.execute(delete(table).where(table.c.id.in_(ids)).returning(*table.c)).all()
        gone += [row._asdict() for row in batch]
        if len(batch) < _AT_A_TIME:
            break
    return gone


def _records_of(payload: Payload, campaign_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": bytes.fromhex(piece.id),
            "campaign_id": campaign_id,
            "question": piece.question,
            "option": piece.option,
            "sealed": bytes.fromhex(payload.facts) if (piece.question, piece.option) == RESPONSE else None,
        }
        for piece in payload.pieces
    ]


def _comments_of(payload: Payload, campaign_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": bytes.fromhex(words.id),
            "campaign_id": campaign_id,
            "question": words.question,
            "text": words.text,
        }
        for words in payload.words
    ]
