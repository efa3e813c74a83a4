"""People's own words on a question, as organisers may read them."""

from __future__ import annotations

from sqlalchemy import select

from consult.results.tally import EVERYONE, RESPONSES
from consult.store import campaigns
from consult.store.database import reading
from consult.store.mix import BATCH
from consult.store.models import CommentRow, TallyRow
from consult.store.models.base import table_of
from consult.store.sharing import Comment

_comments = table_of(CommentRow)
_tallies = table_of(TallyRow)


def comments(slug: str, question: str) -> list[Comment]:
    """Return the comments on a question in the order of their random ids: the same each time, and telling nothing.

    There are none while fewer than `BATCH` responses stand released: people may have withdrawn since. Raises
    `StoreUnavailable`.
    """
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, slug)
        if campaign_id is None:
            return []
        responses = select(_tallies.c.count).where(
            _tallies.c.campaign_id == campaign_id,
            _tallies.c.question == RESPONSES,
            _tallies.c.attribute == EVERYONE,
        )
        if (connection.execute(responses).scalar_one_or_none() or 0) < BATCH:
            return []
        found = select(_comments.c.text, _comments.c.language).where(
            _comments.c.campaign_id == campaign_id, _comments.c.question == question
        )
        return [Comment(*row) for row in connection.execute(found.order_by(_comments.c.id))]
