"""Three stores of the same people: with the mix; with rows left where they fell; and without any mix."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from unittest.mock import patch

from sqlalchemy import Column, Integer, MetaData, Table, Text, insert, text
from sqlalchemy.types import TypeEngine

from consult.store import campaigns
from consult.store.database import db, writing
from consult.store.forgetting.scrubbing import scrub
from consult.store.mixing import laying, released, submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.payload import Payload
from consult.store.mixing.receipts import receipts_of
from consult.store.mixing.sharing import payload_of
from consult.store.mixing.submissions import Outcome
from consult.store.models import CommentRow, RecordRow
from consult.store.models.base import table_of
from tests.proofs.linker.people import Person
from tests.store.people import CAMPAIGN

_EARLIER: Mapping[str, Mapping[str, TypeEngine[Any]]] = {
    "records": {"attributes": Text(), "person": Integer(), "record_key": Integer(), "pack_version": Integer()},
    "comments": {"language": Text(), "person": Integer(), "pack_version": Integer()},
}
"""What the tables would hold without a mix; and what the first of ours held, but for `person`."""

_EARLIER_TALLIES = Table(
    "plain_tallies",
    MetaData(),
    *(Column(name, Text) for name in ("attribute", "value", "question", "option")),
    *(Column(name, Integer) for name in ("count", "key_sum")),
)


_RECORDS, _COMMENTS = (
    Table(
        model.name,
        MetaData(),
        *(Column(column.name, column.type) for column in model.columns),
        *(Column(name, kind) for name, kind in _EARLIER[model.name].items()),
    )
    for model in map(table_of, (RecordRow, CommentRow))
)


def with_mix(staying: Sequence[Person], leaving: Sequence[Person]) -> None:
    """Let everybody share as in life. Every second of those who leave does so while they wait, the others late."""
    every = len(staying) // len(leaving)
    for at, person in enumerate(staying):
        _share(person)
        number, rest = divmod(at, every)
        if rest == 0 and number < len(leaving):
            _share(leaving[number])
            if number % 2:
                assert submissions.withdraw(leaving[number].receipt)
    for person in leaving[::2]:
        assert submissions.withdraw(person.receipt)


def as_they_fell(people: Sequence[Person]) -> None:
    """Release ten at a time, in random order, with nothing shared: all of the mix but the laying."""
    with patch.object(laying, "_taken_out", lambda *_: []):
        for start in range(0, len(people), BATCH):
            with writing() as connection:
                campaign_id = campaigns.lock(connection, CAMPAIGN)
                assert campaign_id is not None
                released.spread(connection, campaign_id, map(_payload, people[start : start + BATCH]))
    scrub()


def without_mix(people: Sequence[Person]) -> None:
    """Write each person's rows as they come, with running numbers, facts beside answers, and tallies in plain."""
    _add_earlier_columns()
    sums: dict[tuple[str, str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for number, person in enumerate(people):
        _write(person, number)
        key = number * 37 % 256
        for attribute in person.submission.groups.items():
            for answer in (("", ""), *person.submission.choices.items()):
                total = sums[*attribute, *answer]
                total[0] += 1
                total[1] += key
    names = [column.name for column in _EARLIER_TALLIES.columns]
    with writing() as connection:
        connection.execute(
            insert(_EARLIER_TALLIES),
            [dict(zip(names, (*place, *total), strict=True)) for place, total in sums.items()],
        )
    scrub()


def numbered(person: Person, number: int) -> Person:
    """Return a person whose ids are running numbers, as those of the store without a mix are."""
    records = {question: _id(number * 8 + at) for at, question in enumerate(person.records)}
    comments = {question: _id(number * 8 + 4 + at) for at, question in enumerate(person.comments)}
    changed = Person(person.receipt, person.submission)
    changed.__dict__.update(records=records, comments=comments)
    return changed


def _share(person: Person) -> None:
    assert submissions.submit(person.receipt, person.submission) is Outcome.WAITING


def _payload(person: Person) -> Payload:
    return payload_of(person.submission, receipts_of(person.receipt)[0])


def _add_earlier_columns() -> None:
    with db.engine.begin() as connection:
        for table, columns in _EARLIER.items():
            for name, kind in columns.items():
                connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {name} {kind.compile()}"))
        _EARLIER_TALLIES.create(connection)


def _write(person: Person, number: int) -> None:
    said, ids = person.submission, numbered(person, number)
    with writing() as connection:
        same = {
            "campaign_id": campaigns.number_of(connection, CAMPAIGN),
            "person": number,
            "pack_version": said.pack_version,
        }
        facts = {"attributes": json.dumps(dict(said.attributes)), "record_key": number * 37 % 256}
        rows = [
            {"id": ids.records[question], "question": question, "option": said.choices.get(question, "")}
            for question in person.records
        ]
        connection.execute(insert(_RECORDS), [row | same | facts for row in rows])
        words = [
            {"id": ids.comments[question], "question": question, "text": comment.text, "language": comment.language}
            for question, comment in said.comments.items()
        ]
        if words:
            connection.execute(insert(_COMMENTS), [row | same for row in words])


def _id(number: int) -> bytes:
    return (number << 64).to_bytes(16, "big")
