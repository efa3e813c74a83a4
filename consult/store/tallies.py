"""The tallies of a campaign: the only way from the store to a number. Their cost does not grow with responses."""

from __future__ import annotations

from consult.results.tally import Tally
from consult.store import campaigns, tallying
from consult.store.database import reading, snapshot, writing


def tallies(slug: str) -> list[Tally]:
    """Return a campaign's tallies in the order of their names; none for an unknown campaign.

    They are exact: show nothing of them that has not been through disclosure control. Raises `StoreUnavailable`.
    """
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, slug)
        return tallying.kept(connection, campaign_id) if campaign_id else []


def verify(slug: str) -> bool:
    """Say whether the tallies are what counting every record again gives. It takes its time.

    Where the records were erased, nothing is left to count, and the tallies stand. Raises `StoreUnavailable`.
    """
    with snapshot() as connection:
        campaign_id = campaigns.number_of(connection, slug, active=True)
        if campaign_id is None:
            return True
        return tallying.kept(connection, campaign_id) == tallying.recounted(connection, campaign_id)


def rebuild(slug: str) -> bool:
    """Count every record again and keep the result. Returns whether anything changed.

    A campaign whose records were erased is left alone. Raises `StoreUnavailable`.
    """
    with writing(patiently=True) as connection:
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return False
        before = tallying.kept(connection, campaign_id)
        after = tallying.recounted(connection, campaign_id)
        tallying.replace(connection, campaign_id, after)
    return before != after
