"""Campaigns: each gathers the answers to one pack, under a short name that its links carry."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from consult.packs.model import LONGEST_ID, is_id
from consult.store.campaign_plan import LONGEST_TITLE
from consult.store.database import reading, writing
from consult.store.inserting import insert_unless_there
from consult.store.models import CampaignRow, Organiser
from consult.store.models.base import table_of
from consult.store.models.campaigns import organisers_campaigns

_campaigns = table_of(CampaignRow)
_organisers = table_of(Organiser)
_COLUMNS = (_campaigns.c.slug, _campaigns.c.title, _campaigns.c.pack_id)


class CampaignError(ValueError):
    """Raised with an explanation in plain words when a campaign is not there, or cannot be added or changed."""


@dataclass(frozen=True)
class Campaign:
    """One gathering of answers to one pack."""

    slug: str
    title: str
    pack_id: str


def find(slug: str) -> Campaign | None:
    """Return the campaign with this short name, or None. Raises `StoreUnavailable`."""
    with reading() as connection:
        row = connection.execute(select(*_COLUMNS).where(_campaigns.c.slug == slug)).one_or_none()
    return Campaign(*row) if row else None


def require(slug: str) -> Campaign:
    """Return the campaign with this short name. Raises `CampaignError` when there is none; `StoreUnavailable`."""
    campaign = find(slug)
    if campaign is None:
        raise CampaignError(not_there(slug))
    return campaign


def not_there(*slugs: str) -> str:
    """Return what an error says of campaigns that there are not."""
    return f"there is no campaign {', '.join(map(repr, slugs))}"


def every() -> list[Campaign]:
    """Return all campaigns by title. Raises `StoreUnavailable`."""
    with reading() as connection:
        rows = connection.execute(select(*_COLUMNS).order_by(_campaigns.c.title, _campaigns.c.slug)).all()
    return [Campaign(*row) for row in rows]


def add(slug: str, title: str, pack_id: str) -> Campaign:
    """Add a campaign and return it.

    Raises `CampaignError` for a name that cannot be used or is taken, and `StoreUnavailable`.
    """
    campaign = checked(slug, title, pack_id)
    if not _add_unless_there(campaign):
        raise CampaignError(f"there is a campaign {slug!r} already")
    return campaign


def ensure_default(pack_id: str, title: str) -> Campaign:
    """Return the campaign that is named like its pack, added when it is not there. Raises `StoreUnavailable`."""
    campaign = checked(pack_id, title, pack_id)
    _add_unless_there(campaign)
    return find(pack_id) or campaign


def all_for(organiser_email: str) -> list[Campaign]:
    """Return the campaigns that the account with this address may see, by title. Raises `StoreUnavailable`."""
    joined = _campaigns.join(organisers_campaigns).join(_organisers)
    query = select(*_COLUMNS).select_from(joined).where(func.lower(_organisers.c.email) == organiser_email.lower())
    with reading() as connection:
        return [Campaign(*row) for row in connection.execute(query.order_by(_campaigns.c.title, _campaigns.c.slug))]


def slugs(connection: Connection) -> list[str]:
    """Return the short names of all campaigns, within a transaction of the caller's."""
    return list(connection.execute(select(_campaigns.c.slug)).scalars())


def number_of(connection: Connection, slug: str, *, active: bool = False) -> int | None:
    """Return a campaign's number, or None. With `active`, a campaign whose answers were erased counts as none."""
    return connection.scalar(_numbered(slug, active=active))


def lock(connection: Connection, slug: str) -> int | None:
    """Return the number of a campaign that takes answers, or None.

    No other transaction can change what the campaign holds until this one ends.
    """
    return connection.scalar(_numbered(slug, active=True).with_for_update(key_share=True))


def _numbered(slug: str, *, active: bool) -> Select[int]:
    query = select(_campaigns.c.id).where(_campaigns.c.slug == slug)
    return query.where(_campaigns.c.erased_on.is_(None)) if active else query


def _add_unless_there(campaign: Campaign) -> bool:
    with writing() as connection:
        row = {"slug": campaign.slug, "title": campaign.title, "pack_id": campaign.pack_id}
        return insert_unless_there(connection, _campaigns, row)


def checked(slug: str, title: str, pack_id: str) -> Campaign:
    """Return a campaign with its title made one line. Raises `CampaignError` for what cannot be used."""
    if not is_id(slug):
        raise CampaignError(
            f"{slug!r} cannot be a campaign's name: use lower case letters, digits and single hyphens, "
            f"{LONGEST_ID} characters at most"
        )
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise CampaignError(f"a campaign needs a title of 1 to {LONGEST_TITLE} characters")
    if not is_id(pack_id):
        raise CampaignError(f"{pack_id!r} cannot be the id of a pack")
    return Campaign(slug, title, pack_id)
