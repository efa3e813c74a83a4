"""The end of a campaign: no more answers, and those that wait are released or discarded as its organisers chose."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from consult.store import plans
from consult.store.campaign_plan import State
from consult.store.mixing import mix
from consult.store.mixing.mix import Closed
from consult.store.mixing.tallying import TalliesClosedError


def close(slug: str, today: date) -> Closed | None:
    """Close a campaign, and see to what waits. Done twice, it is done once.

    Returns what became of what waited, or None when that was seen to before.

    When the second step fails, `close_due` makes up for it. Raises `CampaignError` and `StoreUnavailable`.
    """
    plans.move(slug, State.CLOSED)
    return settle_if_due(slug, today)


def close_due(today: date) -> list[str]:
    """See to what waits for each campaign that is closed by now, by hand or by its day, and return their names.

    Safe to run at any time and in several processes at once. A campaign whose tallies cannot be opened stays due.
    Raises `StoreUnavailable`.
    """
    due = plans.unsettled(today)
    for slug in due:
        settle_if_it_can(slug, today)
    still = plans.unsettled(today)
    return [slug for slug in due if slug not in still]


def settle_if_it_can(slug: str, today: date) -> None:
    """See to what waits for a campaign that is closed by now; where its tallies cannot be opened, it stays due.

    Raises `StoreUnavailable`.
    """
    with suppress(TalliesClosedError):
        settle_if_due(slug, today)


def settle_if_due(slug: str, today: date) -> Closed | None:
    """See to what waits for a campaign that is closed by now, unless that was done.

    Returns what became of it, or None. Raises `StoreUnavailable`.
    """
    if slug not in plans.unsettled(today):
        return None
    planned = plans.find(slug)
    if planned is None:
        return None
    # Closed first: nothing may come in between seeing to what waits and saying that it was done.
    plans.move(slug, State.CLOSED)
    closed = mix.close(slug, leftover=planned.plan.leftover.value)
    plans.settle(slug, today)
    return closed
