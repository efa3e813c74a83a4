"""What organisers did:

who, what, on which campaign, to whom, on which day. No time, and nothing about residents, unless an organiser wrote
something of theirs into the reason for hiding a comment: it goes with the comment.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum, auto
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from consult.store import campaigns
from consult.store.database import reading, writing
from consult.store.models import AuditEntry, CampaignRow, Organiser
from consult.store.models.base import table_of

LONGEST_ACTION = 60

_audit = table_of(AuditEntry)
_campaigns = table_of(CampaignRow)
_organisers = table_of(Organiser)


class Action(StrEnum):
    """All that can be done. Keep the names: the database has them, in small letters and with hyphens.

    `consult.organiser.accounts.audit_words` says them in words.
    """

    @staticmethod
    def _generate_next_value_(name: str, *_: object) -> str:
        return name.lower().replace("_", "-")

    SIGNED_IN = auto()
    SIGNED_OUT_EVERYWHERE = auto()
    CHOSE_PASSWORD = auto()
    CHANGED_PASSWORD = auto()
    SET_UP_AUTHENTICATOR = auto()
    MADE_RECOVERY_CODES = auto()
    INVITED = auto()
    ADDED = auto()
    CHANGED_ROLE = auto()
    NEW_LINK = auto()
    SET_PASSWORD = auto()
    RESET_TWO_FACTOR = auto()
    SIGN_OUT = auto()
    SWITCH_OFF = auto()
    SWITCH_ON = auto()
    REMOVE = auto()
    SAW_RECORD = auto()

    SAW_RESULTS = auto()
    READ_COMMENTS = auto()
    COMPARED_CAMPAIGNS = auto()
    HID_COMMENT = auto()
    SHOWED_COMMENT = auto()
    BEGAN_CAMPAIGN = auto()
    CHANGED_CAMPAIGN = auto()
    OPENED_CAMPAIGN = auto()
    PAUSED_CAMPAIGN = auto()
    CLOSED_CAMPAIGN = auto()
    TOOK_POSTER = auto()
    TOOK_LEAFLET = auto()
    TYPED_PAPER = auto()
    TOOK_RESULTS = auto()
    """In the database a hyphen and the kind of file follow."""


@dataclass(frozen=True)
class Entry:
    """One thing that was done.

    `email` did it (empty: an operator's command), on a campaign (its short name, or empty), to `about` (empty:
    nobody).
    """

    day: date
    action: str
    email: str
    campaign: str = ""
    about: str = ""
    reason: str = ""
    """Why a comment was hidden; empty once the comment is gone."""


@dataclass(frozen=True)
class Hidden:
    """A comment that an action was about, and why it was hidden."""

    comment_id: bytes
    reason: str


@dataclass(frozen=True)
class Wanted:
    """What to look for: an empty text stands for anything."""

    campaign: str = ""
    email: str = ""
    action: str = ""


def record(
    actor_id: int | None,
    action: Action,
    campaign: str | None = None,
    *,
    about: str = "",
    kind: str = "",
) -> None:
    """Note that an organiser (None: an operator's command) did something, on a campaign (a slug) or on none.

    `about` is the address of the account that it was done to, `kind` the key of the format in which results were
    taken. Raises `ValueError` when that is too long, and `StoreUnavailable`.
    """
    name = f"{action}-{kind}" if kind else str(action)
    if len(name) > LONGEST_ACTION:
        raise ValueError(f"an action's name has {LONGEST_ACTION} characters at most")
    with writing() as connection:
        campaign_id = campaigns.number_of(connection, campaign) if campaign else None
        _insert(connection, actor_id, action=name, campaign_id=campaign_id, about=about)


def record_of_comment(
    connection: Connection, actor_id: int | None, action: Action, *, campaign_id: int, hidden: Hidden
) -> None:
    """Note what was done to a comment, within the transaction of the caller's that does it and has the campaign.

    So no entry is without what it tells of, and whoever withdraws the comment afterwards takes the reason along.
    """
    _insert(
        connection,
        actor_id,
        action=str(action),
        campaign_id=campaign_id,
        comment_id=hidden.comment_id,
        reason=hidden.reason,
    )


def record_of_account(connection: Connection, actor_id: int, action: Action, *, about: str) -> None:
    """Note what was done to the account with an address, within the transaction of the caller's that does it."""
    _insert(connection, actor_id, action=str(action), about=about)


def taken(name: str) -> str:
    """Return the kind of file in which results were taken, from an action's name; empty for another action."""
    start = f"{Action.TOOK_RESULTS}-"
    return name.removeprefix(start) if name.startswith(start) else ""


def who_did(action: Action, comment_id: bytes) -> str:
    """Return the address of whoever did something to a comment last; empty when that is not known any more.

    Raises `StoreUnavailable`.
    """
    mine = (_audit.c.action == str(action), _audit.c.comment_id == comment_id)
    with reading() as connection:
        latest = select(_audit.c.who).where(*mine).order_by(_audit.c.id.desc()).limit(1)
        return connection.scalar(latest) or ""


def forget_comments(connection: Connection, comment_ids: Collection[bytes]) -> None:
    """Forget why comments were hidden that are gone, within a transaction of the caller's. Who did it stays."""
    if comment_ids:
        mine = update(_audit).where(_audit.c.comment_id.in_(comment_ids))
        connection.execute(mine.values(comment_id=None, reason=""))


def forget_comments_of(connection: Connection, campaign_id: int) -> None:
    """Do the same for all comments of a campaign."""
    mine = update(_audit).where(_audit.c.campaign_id == campaign_id, _audit.c.comment_id.is_not(None))
    connection.execute(mine.values(comment_id=None, reason=""))


def entries(campaign: str) -> list[Entry]:
    """Return all that was done on a campaign, the latest first. Raises `StoreUnavailable`."""
    return found(Wanted(campaign=campaign))


def found(wanted: Wanted, *, first: int = 0, at_most: int | None = None) -> list[Entry]:
    """Return what fits, the latest first: `at_most` so many, leaving out the `first`. Raises `StoreUnavailable`."""
    columns = (_audit.c.day, _audit.c.action, _audit.c.who, _campaigns.c.slug, _audit.c.about, _audit.c.reason)
    query = _fitting(select(*columns), wanted).order_by(_audit.c.id.desc()).offset(first).limit(at_most)
    with reading() as connection:
        return [
            Entry(day, action, who, slug or "", about, reason)
            for day, action, who, slug, about, reason in connection.execute(query)
        ]


def how_many(wanted: Wanted) -> int:
    """Return how many entries fit. Raises `StoreUnavailable`."""
    with reading() as connection:
        return connection.scalar(_fitting(select(func.count(_audit.c.id)), wanted)) or 0


def people() -> list[str]:
    """Return the addresses of everyone who did something within the year, in order. Raises `StoreUnavailable`."""
    with reading() as connection:
        query = select(_audit.c.who).where(_audit.c.who != "").distinct().order_by(_audit.c.who)
        return list(connection.scalars(query))


def actions() -> list[str]:
    """Return the name of everything that was done within the year. Raises `StoreUnavailable`."""
    with reading() as connection:
        return list(connection.scalars(select(_audit.c.action).distinct()))


def _insert(connection: Connection, actor_id: int | None, **values: object) -> None:
    who = select(_organisers.c.email).where(_organisers.c.id == actor_id).scalar_subquery()
    row = {"who": func.coalesce(who, ""), "about": "", "reason": "", "day": datetime.now(UTC).date()}
    connection.execute(insert(_audit).values(row | values))


def _fitting(query: Select[Any], wanted: Wanted) -> Select[Any]:
    query = query.select_from(_audit.outerjoin(_campaigns, _audit.c.campaign_id == _campaigns.c.id))
    if wanted.campaign:
        query = query.where(_campaigns.c.slug == wanted.campaign)
    if wanted.email:
        query = query.where(_audit.c.who == wanted.email)
    return query.where(_audit.c.action == wanted.action) if wanted.action else query
