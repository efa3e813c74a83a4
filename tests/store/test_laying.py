from __future__ import annotations

import secrets
from itertools import pairwise
from unittest.mock import patch

import pytest
from flask import Flask
from sqlalchemy import ColumnClause, Connection, Table, distinct, func, literal_column, select

from consult.store import campaigns
from consult.store.database import db, reading, writing
from consult.store.mixing import laying, released, submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.receipts import receipts_of
from consult.store.mixing.sharing import payload_of
from consult.store.mixing.submissions import Standing
from consult.store.mixing.tallies import verify
from consult.store.models import CommentRow, RecordRow
from consult.store.models.base import table_of
from consult.store.phrases import new_phrase
from tests.store.people import CAMPAIGN, answers, crowd, responses
from tests.store.test_concurrency import at_once

pytestmark = pytest.mark.usefixtures("store")

AT_ONCE = 12
"""How many act at the same moment: fewer than the pool has connections, as each may hold one while it waits."""

postgresql_only = pytest.mark.parametrize("database_kind", ["postgresql"])


def transactions(table: Table) -> list[tuple[int, int]]:
    """Return how many rows of a table each transaction wrote, and how many of its commands."""
    with db.engine.connect() as connection:
        xmin: ColumnClause[str] = literal_column("xmin::text")
        cmin: ColumnClause[str] = literal_column("cmin::text")
        query = select(func.count(), func.count(distinct(cmin))).select_from(table).group_by(xmin)
        return sorted((rows, commands) for rows, commands in connection.execute(query))


@postgresql_only
def test_all_rows_of_a_small_table_are_of_one_transaction_and_of_one_command() -> None:
    crowd(3 * BATCH, answers(words="My street"))
    for model, rows in ((RecordRow, 12 * BATCH), (CommentRow, 3 * BATCH)):
        table = table_of(model)
        assert transactions(table) == [(rows, 1)]


@pytest.mark.parametrize("places", [4, 1000])
def test_in_a_large_table_new_rows_lie_among_about_so_many_others(places: int) -> None:
    moved: list[int] = []
    taken_out = laying._taken_out

    def note(connection: Connection, table: Table, ids: list[bytes]) -> list[laying.Laid]:
        others = taken_out(connection, table, ids)
        moved.append(len(others))
        return others

    release(40 * BATCH)
    with patch.multiple(laying, AMONG=400, PLACES=places, _taken_out=note):
        for _ in range(4):
            release(BATCH)
    assert len(moved) == 4
    assert all(150 < each < 800 for each in moved)
    assert responses() == 44 * BATCH
    assert verify(CAMPAIGN)


def release(size: int) -> None:
    """Release so many people at once, past the inbox."""
    people = [receipts_of(new_phrase())[0] for _ in range(size)]
    with writing() as connection:
        campaign_id = campaigns.lock(connection, CAMPAIGN)
        assert campaign_id is not None
        released.spread(connection, campaign_id, [payload_of(answers(), receipt) for receipt in people])


def test_the_stretches_around_places_hold_the_places_and_no_id_twice() -> None:
    places = [secrets.token_bytes(16) for _ in range(50)] + [bytes(16), b"\xff" * 16]
    for parts in (1, 7, 100, 1 << 20):
        stretches = list(laying._stretches(places, parts))
        assert all(any(low <= place <= high for low, high in stretches) for place in places)
        assert all(high < low for (_, high), (low, _) in pairwise(stretches))
        assert len(stretches) <= min(parts, len(places))


def test_whoever_withdraws_while_rows_are_laid_anew_is_gone_all_the_same(store: Flask) -> None:
    receipts = crowd(2 * BATCH)

    def act(number: int) -> None:
        if number % 2:
            assert submissions.withdraw(receipts[number])
        else:
            crowd(3)

    at_once(store, act, times=AT_ONCE)
    assert {submissions.find(receipt) for receipt in receipts[1:AT_ONCE:2]} == {Standing.NOTHING}
    with reading() as connection:
        records = connection.execute(select(func.count()).select_from(table_of(RecordRow))).scalar_one()
    assert records == 4 * responses()
    assert verify(CAMPAIGN)
