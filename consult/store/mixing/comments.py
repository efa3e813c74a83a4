"""People's own words on a question, as organisers may read them, in the order of their random ids.

That order is the same each time and tells nothing. There are none while fewer than `BATCH` responses stand
released: people may have withdrawn since. Every function raises `StoreUnavailable`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select

from consult.answers.languages import language_of
from consult.store import campaigns
from consult.store.database import reading, writing
from consult.store.inserting import insert_unless_there
from consult.store.mixing import tallying
from consult.store.mixing.mix import BATCH
from consult.store.models import CommentRow, HiddenComment
from consult.store.models.base import table_of
from consult.store.models.curation import LONGEST_REASON
from consult.store.organisers import audit
from consult.store.organisers.audit import Action, Hidden

AT_A_TIME = 1000
"""How many comments are held at once, however many there are."""

REASON_AT_MOST = LONGEST_REASON
"""How many characters a reason for hiding may have."""

_comments = table_of(CommentRow)
_hidden = table_of(HiddenComment)
_MARKED = _comments.outerjoin(_hidden, _hidden.c.comment_id == _comments.c.id)
_COLUMNS = (_comments.c.id, _comments.c.text, _hidden.c.reason, _comments.c.question)

Raw = Sequence[Any]


class HiddenAlreadyError(Exception):
    """Raised when a comment that is to be hidden is hidden already. `reason` says why, in an organiser's words."""

    def __init__(self, reason: str) -> None:
        super().__init__("the comment is hidden already")
        self.reason = reason


@dataclass(frozen=True)
class Written:
    """A comment with its random id, why it is hidden, or None, and the question that it is on."""

    id: bytes
    text: str
    hidden: str | None
    question: str = ""

    @property
    def language(self) -> str:
        """The language that its words tell: `cy`, `en` or an empty string."""
        # Told when asked: with very many comments it takes longer than reading them, and most files need none.
        return language_of(self.text)


@dataclass(frozen=True)
class CommentPage:
    """Some comments on a question, and whether more come after the last of them."""

    comments: tuple[Written, ...]
    has_more: bool


def comments(slug: str, question: str) -> Iterator[Written]:
    """Return the comments on a question that are not hidden, one by one, holding `AT_A_TIME` of them.

    Whether there are responses enough to show any is seen once, when the first is asked for.
    """
    return _every(slug, question, after=b"")


def how_many(slug: str) -> int:
    """Return how many comments a campaign has, to show how far work on them has come. Never to be published."""
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, slug)
        counting = select(func.count()).select_from(_comments).where(_comments.c.campaign_id == campaign_id)
        return connection.execute(counting).scalar_one()


def page_of(
    slug: str,
    question: str,
    *,
    after: bytes = b"",
    search: str = "",
    size: int = 25,
    with_hidden: bool = False,
) -> CommentPage:
    """Return the next `size` comments after an id; with `search`, those that hold these words.

    Only with `with_hidden` are hidden ones among them: not for whoever may not hide.

    Case and accents do not matter: somebody without a Welsh keyboard finds "tŷ" with "ty".
    """
    wanted = folded(search)
    at_a_time = AT_A_TIME if wanted else size + 1
    every = _every(slug, question, after=after, at_a_time=at_a_time, with_hidden=with_hidden)
    found = (each for each in every if not wanted or wanted in folded(each.text))
    first = list(islice(found, size + 1))
    return CommentPage(tuple(first[:size]), has_more=len(first) > size)


def find(slug: str, comment_id: bytes) -> Written | None:
    """Return one comment of a campaign, or None."""
    return find_all(slug, [comment_id]).get(comment_id)


def find_all(slug: str, comment_ids: Iterable[bytes]) -> dict[bytes, Written]:
    """Return those comments of a campaign that there are, by their ids. For a page full of them, not for all."""
    with reading() as connection:
        campaign_id = _shown(connection, slug)
        if campaign_id is None:
            return {}
        query = select(*_COLUMNS).select_from(_MARKED)
        mine = query.where(_comments.c.id.in_(list(comment_ids)), _comments.c.campaign_id == campaign_id)
        found = map(_written, connection.execute(mine))
        return {each.id: each for each in found}


def hide(slug: str, comment_id: bytes, reason: str, *, actor_id: int | None = None) -> bool:
    """Let a comment be shown and exported no more, and note who did. Returns whether there is such a comment.

    `actor_id` is the account of whoever hides it, None for an operator's command. Doing so twice is doing so once.

    Whoever comes second does not write over the reason of the first: raises `HiddenAlreadyError`, unless the reason
    is the same. Raises `ValueError` for a reason that is empty or longer than `REASON_AT_MOST` characters.
    """
    if not 0 < len(reason) <= REASON_AT_MOST:
        raise ValueError(f"a reason has 1 to {REASON_AT_MOST} characters")
    with writing() as connection:
        campaign_id = campaigns.lock(connection, slug)
        mine = select(_comments.c.id).where(_comments.c.id == comment_id, _comments.c.campaign_id == campaign_id)
        if campaign_id is None or connection.scalar(mine) is None:
            return False
        row = {"comment_id": comment_id, "campaign_id": campaign_id, "reason": reason}
        if insert_unless_there(connection, _hidden, row):
            hidden = Hidden(comment_id, reason)
            audit.record_of_comment(
                connection, actor_id, Action.HID_COMMENT, campaign_id=campaign_id, hidden=hidden
            )
        else:
            kept = connection.scalar(select(_hidden.c.reason).where(_hidden.c.comment_id == comment_id))
            if kept != reason:
                raise HiddenAlreadyError(str(kept))
    return True


def show(slug: str, comment_id: bytes, *, actor_id: int | None = None) -> bool:
    """Let a hidden comment be shown again, and note who did, as `hide` does. Returns whether it was hidden."""
    with writing() as connection:
        campaign_id = campaigns.lock(connection, slug)
        mine = delete(_hidden).where(_hidden.c.comment_id == comment_id, _hidden.c.campaign_id == campaign_id)
        reason = connection.scalar(mine.returning(_hidden.c.reason))
        if campaign_id is None or reason is None:
            return False
        hidden = Hidden(comment_id, reason)
        audit.record_of_comment(connection, actor_id, Action.SHOWED_COMMENT, campaign_id=campaign_id, hidden=hidden)
    return True


def folded(text: str) -> str:
    """Return text for comparing: no accents, no difference of case, one space between words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).split())


def _every(
    slug: str, question: str, *, after: bytes, at_a_time: int = AT_A_TIME, with_hidden: bool = False
) -> Iterator[Written]:
    """Yield the comments after an id. Each stretch is read by itself: nothing is locked while a file is sent."""
    with reading() as connection:
        campaign_id = _shown(connection, slug)
    if campaign_id is None:
        return
    query = _asked(campaign_id, question, with_hidden=with_hidden).limit(at_a_time)
    while True:
        with reading() as connection:
            rows = connection.execute(query.where(_comments.c.id > after)).all()
        yield from map(_written, rows)
        if len(rows) < at_a_time:
            return
        after = bytes(rows[-1][0])


def _asked(campaign_id: int, question: str, *, with_hidden: bool) -> Select[Any]:
    query = select(*_COLUMNS).select_from(_MARKED).where(_comments.c.campaign_id == campaign_id)
    query = query.where(_comments.c.question == question).order_by(_comments.c.id)
    return query if with_hidden else query.where(_hidden.c.reason.is_(None))


def _shown(connection: Connection, slug: str) -> int | None:
    """Return the number of a campaign whose comments may be read, or None."""
    campaign_id = campaigns.number_of(connection, slug)
    if campaign_id is None or tallying.responses(connection, campaign_id) < BATCH:
        return None
    return campaign_id


def _written(row: Raw) -> Written:
    comment_id, text, hidden, question = row
    return Written(bytes(comment_id), text, hidden, question)
