"""Keeping what organisers say and choose about their campaigns. Two who change one at once never lose a word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from consult.store.campaign_plan import (
    FROM,
    LONGEST_CONTACT,
    LONGEST_INTRODUCTION,
    LONGEST_ORGANISER,
    LONGEST_PRIVACY,
    LONGEST_ROUTE,
    Leftover,
    Plan,
    Planned,
    Stage,
    State,
    days_fit,
    stage_of,
)
from consult.store.campaigns import CampaignError, checked, not_there
from consult.store.database import reading, writing
from consult.store.inserting import insert_unless_there
from consult.store.models import CampaignRow
from consult.store.models.base import table_of
from consult.store.models.campaigns import organisers_campaigns
from consult.store.quick_reading import RowByKey

_campaigns = table_of(CampaignRow)
_LIMITS = {
    "organiser": LONGEST_ORGANISER,
    "contact": LONGEST_CONTACT,
    "introduction": LONGEST_INTRODUCTION,
    "privacy": LONGEST_PRIVACY,
}

# Asked on every page of a question.
_OUTLINE = RowByKey(
    select(_campaigns.c.guides, _campaigns.c.route).where(_campaigns.c.slug == bindparam("slug")), "slug"
)


class ChangedMeanwhileError(Exception):
    """Raised when somebody else changed a campaign in between. `kept` is the campaign as it is now."""

    def __init__(self, kept: Planned) -> None:
        super().__init__(f"{kept.slug} was changed in between")
        self.kept = kept


@dataclass(frozen=True)
class Outline:
    """What the pages of the questions need to know of a plan: which questions come first, and which show points."""

    guides: tuple[str, ...] | None = None
    route: tuple[str, ...] = ()


NO_CHOICES = Outline()
"""All questions in official order, all with points."""


def outline(slug: str) -> Outline:
    """Return the outline of a campaign's plan; that of a plan without choices for an unknown one.

    It costs next to nothing. Raises `StoreUnavailable`.
    """
    guides, route = _OUTLINE.find(slug) or (None, "")
    return Outline(None if guides is None else tuple(guides.split()), tuple(route.split()))


def find(slug: str) -> Planned | None:
    """Return the campaign with this short name and its plan, or None. Raises `StoreUnavailable`."""
    with reading() as connection:
        return _read(connection, slug)


def begin(slug: str, pack_id: str, plan: Plan, *, organiser_id: int | None = None) -> Planned:
    """Add a campaign as a draft, as one of an account's own if one is given, and return it.

    Raises `CampaignError` for a name or a plan that cannot be used or a name that is taken, and `StoreUnavailable`.
    """
    campaign = checked(slug, plan.title, pack_id)
    plan = _checked(replace(plan, title=campaign.title))
    row = {"slug": slug, "pack_id": pack_id, "state": State.DRAFT.value} | _columns(plan)
    with writing() as connection:
        if not insert_unless_there(connection, _campaigns, row):
            raise CampaignError(f"there is a campaign {slug!r} already")
        if organiser_id is not None:
            number = connection.scalar(select(_campaigns.c.id).where(_campaigns.c.slug == slug))
            owned = {"organiser_id": organiser_id, "campaign_id": number}
            connection.execute(insert(organisers_campaigns), owned)
    return Planned(slug, pack_id, plan, State.DRAFT)


def change(slug: str, plan: Plan, *, version: int) -> Planned:
    """Put a plan in place of the one with this version, and return the campaign.

    A closed campaign keeps its days and what became of the answers that waited. Raises `ChangedMeanwhileError` when
    the plan is of another version by now, `CampaignError` for a plan that cannot be used or a campaign that is not
    there, and `StoreUnavailable`.
    """
    plan = _checked(replace(plan, title=checked(slug, plan.title, slug).title))
    with writing() as connection:
        kept = _locked(connection, slug)
        if kept.version != version:
            raise ChangedMeanwhileError(kept)
        if kept.state is State.CLOSED:
            old = kept.plan
            plan = replace(plan, opens_on=old.opens_on, closes_on=old.closes_on, leftover=old.leftover)
        _write(connection, slug, version=version + 1, **_columns(plan))
    return replace(kept, plan=plan, version=version + 1)


def move(slug: str, to: State) -> None:
    """Open, pause or close a campaign; doing so twice is doing so once.

    Closing releases nothing by itself: see `closing.close`. Raises `CampaignError` when that cannot be done from
    where the campaign stands, and `StoreUnavailable`.
    """
    with writing() as connection:
        kept = _locked(connection, slug)
        if kept.state is to:
            return
        if kept.state not in FROM.get(to, ()):
            raise CampaignError(f"a campaign that is {kept.state} cannot become {to}")
        _write(connection, slug, state=to.value)


def takes_answers(connection: Connection, slug: str, today: date) -> bool:
    """Say, within a transaction of the caller's, whether a campaign takes shared answers on a day.

    False before it opens, while it is paused, after it closed or was erased, and when there is none.
    """
    columns = (_campaigns.c.state, _campaigns.c.opens_on, _campaigns.c.closes_on)
    query = select(*columns).where(_campaigns.c.slug == slug, _campaigns.c.erased_on.is_(None))
    row = connection.execute(query).one_or_none()
    return row is not None and stage_of(State(row[0]), row[1], row[2], today) is Stage.OPEN


def unsettled(today: date) -> list[str]:
    """Return the campaigns that are closed on a day, and whose waiting answers nobody has seen to yet.

    Raises `StoreUnavailable`.
    """
    columns = (_campaigns.c.slug, _campaigns.c.state, _campaigns.c.opens_on, _campaigns.c.closes_on)
    query = select(*columns).where(_campaigns.c.settled_on.is_(None), _campaigns.c.erased_on.is_(None))
    with reading() as connection:
        rows = connection.execute(query.order_by(_campaigns.c.slug)).all()
    return [
        slug
        for slug, state, opens_on, closes_on in rows
        if stage_of(State(state), opens_on, closes_on, today) is Stage.CLOSED
    ]


def settle(slug: str, today: date) -> None:
    """Note that what waited was seen to, and that the campaign is closed for good. Raises `StoreUnavailable`."""
    with writing() as connection:
        _write(connection, slug, state=State.CLOSED.value, settled_on=today)


def _read(connection: Connection, slug: str) -> Planned | None:
    row = connection.execute(select(_campaigns).where(_campaigns.c.slug == slug)).mappings().one_or_none()
    if row is None:
        return None
    plan = Plan(
        **{name: row[name] for name in ("title", "language", *_LIMITS, "opens_on", "closes_on")},
        guides=None if row["guides"] is None else tuple(row["guides"].split()),
        route=tuple(row["route"].split()),
        leftover=Leftover(row["leftover"]),
    )
    state = State.CLOSED if row["erased_on"] else State(row["state"])
    return Planned(slug, row["pack_id"], plan, state, row["version"], row["settled_on"])


def _locked(connection: Connection, slug: str) -> Planned:
    connection.execute(select(_campaigns.c.id).where(_campaigns.c.slug == slug).with_for_update(key_share=True))
    kept = _read(connection, slug)
    if kept is None:
        raise CampaignError(not_there(slug))
    return kept


def _write(connection: Connection, slug: str, **values: object) -> None:
    connection.execute(update(_campaigns).where(_campaigns.c.slug == slug).values(**values))


def _columns(plan: Plan) -> dict[str, Any]:
    return {
        **{name: getattr(plan, name) for name in ("title", "language", *_LIMITS, "opens_on", "closes_on")},
        "guides": None if plan.guides is None else " ".join(plan.guides),
        "route": " ".join(plan.route),
        "leftover": plan.leftover.value,
    }


def _checked(plan: Plan) -> Plan:
    for name, limit in _LIMITS.items():
        if len(getattr(plan, name)) > limit:
            raise CampaignError(f"a campaign's {name} has {limit} characters at most")
    if not days_fit(plan.opens_on, plan.closes_on):
        raise CampaignError("a campaign cannot close before it opens")
    if len(plan.route) > LONGEST_ROUTE or len(set(plan.route)) < len(plan.route):
        raise CampaignError(f"a short route has {LONGEST_ROUTE} questions at most, each of them once")
    return plan
