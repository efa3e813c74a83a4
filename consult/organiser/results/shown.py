"""What an organiser is shown of a campaign. Every number in it has passed disclosure control."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import abort, request

from consult.organiser.access import own_campaign
from consult.organiser.accounts.coming_back import BY
from consult.organiser.results.unknown_group import unknown_group
from consult.packs.model import Pack, Source
from consult.results.protect import Results, protect, responses_in
from consult.results.protected import Protected
from consult.results.tables import Breakdown, Row
from consult.results.weeks import Week
from consult.store.campaigns import Campaign
from consult.store.mixing import releases
from consult.store.mixing.tallies import tallies
from consult.web.shelf import packs


@dataclass(frozen=True)
class Shown:
    """A campaign, the questions it is about, and its results.

    `week` is the Monday of the week of the latest release, or None; `weeks` has the weeks with a release, but not
    the present one.
    """

    campaign: Campaign
    pack: Pack
    results: Results
    week: date | None
    weeks: tuple[Week, ...]

    @property
    def cited(self) -> list[tuple[Source, Row]]:
        """The sources of the pack that people name, with how many do, by the first source of each site."""
        return [(self.pack.source(row.option), row) for row in self.results.cited if row.option in self._sources]

    @property
    def _sources(self) -> set[str]:
        return {source.id for source in self.pack.sources}

    @property
    def has_results(self) -> bool:
        """Say whether there are enough responses to show anything of."""
        return self.results.responses.value is not None

    def asked_for(self) -> Breakdown | None:
        """Return the breakdown that the query asks for, None for everyone.

        Aborts with 404 for an unknown one, and a page that says which there are.
        """
        attribute = request.args.get(BY, "")
        if not attribute:
            return None
        return self.results.by(attribute) or abort(unknown_group(self.campaign, self.results.groupings))


def shown(campaign: Campaign) -> Shown | None:
    """Return what may be shown of a campaign, or None when its questions are not on this site any more.

    Raises `StoreUnavailable`.
    """
    pack = packs().get(campaign.pack_id)
    if pack is None:
        return None
    return Shown(
        campaign,
        pack,
        protect(pack, tallies(campaign.slug)),
        releases.latest_week(campaign.slug),
        tuple(releases.weeks(campaign.slug)),
    )


@dataclass(frozen=True)
class Glimpse:
    """A campaign in a list: the questions it is about, and how many responded."""

    campaign: Campaign
    pack: Pack
    responses: Protected


def glimpse(campaign: Campaign) -> Glimpse | None:
    """Return what a list says of a campaign, or None when its questions are not on this site any more.

    The number is the one on the campaign's own page. Raises `StoreUnavailable`.
    """
    pack = packs().get(campaign.pack_id)
    return Glimpse(campaign, pack, responses_in(tallies(campaign.slug))) if pack else None


def shown_of_own(slug: str) -> Shown:
    """Return what may be shown of one of the person's own campaigns. Aborts with 404 for any other.

    Raises `StoreUnavailable`.
    """
    return shown(own_campaign(slug)) or abort(404)
