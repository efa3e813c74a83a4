"""How long things are kept, and their deletion.

Drafts go on the day that each row names. What organisers did is forgotten after a year. A campaign's answers are
erased a year after its consultation closed. What stays is its tallies, which are about nobody.

All that a day has to do is in `DUTIES`: one line each. Each may be done at any time, twice, by several at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, func, select, update

from consult.store import campaigns, closing, plans
from consult.store.database import StoreUnavailable, reading, writing
from consult.store.forgetting.scrubbing import scrub, write_anew
from consult.store.forgetting.turns import turn
from consult.store.mixing import laying, likenesses, tallying
from consult.store.models import (
    AuditEntry,
    CampaignRow,
    CommentRow,
    Draft,
    HiddenComment,
    JoiningLink,
    LikenessRow,
    RecordRow,
    RefusedSignIns,
    SignIn,
    TallyRow,
    Waiting,
)
from consult.store.models.base import table_of
from consult.store.organisers import audit

AUDIT_DAYS = 365
PART = 1000
"""How many rows are deleted in one transaction: a save that has to wait for it waits for milliseconds."""

_log = logging.getLogger(__name__)
_audit = table_of(AuditEntry)
_campaigns = table_of(CampaignRow)
_drafts = table_of(Draft)
_links = table_of(JoiningLink)
_refused = table_of(RefusedSignIns)
_sign_ins = table_of(SignIn)


@dataclass(frozen=True)
class Day:
    """A day on which to clean up. `closings` maps pack ids to the day on which their consultation closed."""

    today: date
    closings: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Duty:
    """Something to do each day: what goes, in the plural, how many wait for it, and doing it part by part.

    `do` gives how many went after each part. Both raise `StoreUnavailable`.
    """

    what: str
    due: Callable[[Day], int]
    do: Callable[[Day], Iterator[int]]
    ends: bool = True
    """Whether nothing is due once it is done. Work that is done anew each day is always due."""


Swept = Mapping[str, int]
"""How many went, by the `what` of each duty."""


def sweep(today: date, closings: Mapping[str, date] | None = None) -> Swept:
    """Delete everything whose time is over.

    What fails keeps nothing else from being done. Raises its error in the end, the first where there are several:
    `StoreUnavailable`, or what nobody foresaw.
    """
    day = Day(today, closings or {})
    swept: dict[str, int] = {}
    failures = _Failures()
    for duty in DUTIES:
        with failures:
            swept[duty.what] = sum(duty.do(day))
    with failures:
        finish()
    if failures.errors:
        raise failures.errors[0]
    return swept


class _Failures:
    """Collects the errors of the blocks that it is put around, and logs their names."""

    def __init__(self) -> None:
        self.errors: list[Exception] = []

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if not isinstance(error, Exception):
            return False
        self.errors.append(error)
        _log.warning("A part of the daily clean-up failed: %s", type(error).__name__)
        return True


def finish() -> None:
    """Take what was deleted out of the places where databases keep it.

    Raises `StoreUnavailable` also when somebody is in the way. What was deleted stays so; it is safe to try again.
    """
    write_anew()


def sweep_if_due(closings: Mapping[str, date] | None = None) -> Swept | None:
    """Sweep unless that was done today, by any process. Returns None when it was not due.

    When the store is unavailable, or somebody is in the way, that is logged. Then, and when anything else fails or
    the process ends, the day stays due. To be called once an hour: what could not be scrubbed
    earlier is tried again, also when a sweep is not due.
    """
    today = datetime.now(UTC).date()
    try:
        with turn(today) as is_mine:
            swept = sweep(today, closings) if is_mine else None
        scrub()
    except StoreUnavailable as error:
        _log.warning("The daily clean-up has to wait: %s", error)
        return None
    return swept


def erase_campaign(slug: str, today: date) -> bool:
    """Delete everything that anyone shared with a campaign. Its tallies stay, and it takes no more answers.

    Returns False when there is no such campaign or it was done before. Raises `StoreUnavailable`, also where its
    tallies cannot be opened: they would be lost.
    """
    with writing(patiently=True) as connection:
        laying.alone(connection)
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return False
        tallying.settle(connection, campaign_id)
        for table in map(table_of, (Waiting, RecordRow, CommentRow, HiddenComment, LikenessRow)):
            connection.execute(delete(table).where(table.c.campaign_id == campaign_id))
        audit.forget_comments_of(connection, campaign_id)
        connection.execute(update(_campaigns).where(_campaigns.c.id == campaign_id).values(erased_on=today))
    scrub(Waiting, RecordRow, CommentRow, HiddenComment, LikenessRow, AuditEntry, TallyRow)
    return True


def is_over(closed_on: date, today: date) -> bool:
    """Say whether a year has passed since a consultation closed."""
    return (today.year - 1, today.month, today.day) >= (closed_on.year, closed_on.month, closed_on.day)


def campaigns_over(day: Day) -> list[str]:
    """Return the campaigns whose answers are to be erased by now, and are not. Raises `StoreUnavailable`."""
    ended = [pack_id for pack_id, closed_on in day.closings.items() if is_over(closed_on, day.today)]
    query = select(_campaigns.c.slug).where(_campaigns.c.pack_id.in_(ended), _campaigns.c.erased_on.is_(None))
    with reading() as connection:
        return list(connection.execute(query).scalars())


def _erase_campaigns(day: Day) -> Iterator[int]:
    for slug in campaigns_over(day):
        try:
            yield int(erase_campaign(slug, day.today))
        except tallying.TalliesClosedError:
            _log.warning("The answers of a campaign are not erased while its tallies cannot be opened")


def _settle_campaigns(day: Day) -> Iterator[int]:
    yield len(closing.close_due(day.today))


def _compare_texts(_day: Day) -> Iterator[int]:
    for campaign in campaigns.every():
        yield likenesses.refresh(campaign.slug)


def _expired(day: Day) -> ColumnElement[bool]:
    return _drafts.c.expires_on <= day.today


def _forgotten(day: Day) -> ColumnElement[bool]:
    return _audit.c.day < day.today - timedelta(days=AUDIT_DAYS)


def rows_that_go(what: str, table: Table, over: Callable[[Day], ColumnElement[bool]]) -> Duty:
    """Return the duty to delete the rows of a table for which `over` holds, some in each transaction."""
    (key,) = table.primary_key

    def due(day: Day) -> int:
        with reading() as connection:
            return connection.execute(select(func.count()).select_from(table).where(over(day))).scalar_one()

    def do(day: Day) -> Iterator[int]:
        part = delete(table).where(key.in_(select(key).where(over(day)).limit(PART)))
        gone = PART
        while gone == PART:
            with writing() as connection:
                gone = connection.execute(part).rowcount
            yield gone

    return Duty(what, due, do)


def _ended(table: Table) -> Callable[[Day], ColumnElement[bool]]:
    return lambda day: table.c.expires_on < day.today


def _old_counts(day: Day) -> ColumnElement[bool]:
    return _refused.c.day < day.today - timedelta(days=AUDIT_DAYS)


DUTIES: tuple[Duty, ...] = (
    rows_that_go("expired drafts", _drafts, _expired),
    rows_that_go("audit entries of more than a year ago", _audit, _forgotten),
    rows_that_go("sign-ins that are over", _sign_ins, _ended(_sign_ins)),
    rows_that_go("links to join that are too old", _links, _ended(_links)),
    rows_that_go("counts of refused sign-ins of more than a year ago", _refused, _old_counts),
    Duty("campaigns with answers of a year ago", lambda day: len(campaigns_over(day)), _erase_campaigns),
    Duty("ended campaigns with answers that wait", lambda day: len(plans.unsettled(day.today)), _settle_campaigns),
    Duty("counts of like texts, made anew", lambda _day: likenesses.how_many(), _compare_texts, ends=False),
)
"""What each day has to do, in this order. A new duty is one more line."""
