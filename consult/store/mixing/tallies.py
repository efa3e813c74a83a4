"""The tallies of a campaign: the only way from the store to a number. Their cost does not grow with responses."""

from __future__ import annotations

from consult.results.tally import Tally
from consult.store import campaigns
from consult.store.database import reading, snapshot, writing
from consult.store.mixing import tallying


def tallies(slug: str) -> list[Tally]:
    """Return a campaign's tallies in the order of their names; none for an unknown campaign.

    Each group's numbers are those of the last time that they moved, which they do when enough people have come or
    gone. They are exact: show nothing of them that has not been through disclosure control. Raises
    `StoreUnavailable`.
    """
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, slug)
        return tallying.kept(connection, campaign_id).shown() if campaign_id else []


def verify(slug: str) -> bool:
    """Say whether the tallies are right, as far as that can be told. It takes its time.

    What everyone said is counted again, record by record. The records do not know their groups, so the groups' sums
    are held against those of everyone. Where the records were erased, nothing is left to count, and the tallies
    stand. Raises `StoreUnavailable`.
    """
    with snapshot() as connection:
        campaign_id = campaigns.number_of(connection, slug, active=True)
        if campaign_id is None:
            return True
        ledger = tallying.kept(connection, campaign_id)
        return tallying.is_right(ledger, tallying.recounted(connection, campaign_id))


def can_be_opened(slug: str) -> bool:
    """Say whether the tallies of a campaign open with the server's secrets of now. Raises `StoreUnavailable`."""
    with reading() as connection:
        campaign_id = campaigns.number_of(connection, slug)
        try:
            tallying.for_change(connection, campaign_id or 0)
        except tallying.TalliesClosedError:
            return False
    return True


def rebuild(slug: str) -> bool:
    """Count every record again and mend what is wrong. Returns whether anything changed.

    A campaign whose records were erased is left alone. Raises `StoreUnavailable`.
    """
    with writing(patiently=True) as connection:
        campaign_id = campaigns.lock(connection, slug)
        if campaign_id is None:
            return False
        ledger, counted = tallying.kept(connection, campaign_id), tallying.recounted(connection, campaign_id)
        if tallying.is_right(ledger, counted):
            return False
        tallying.mend(ledger, counted)
        tallying.keep(connection, campaign_id, ledger)
    return True
