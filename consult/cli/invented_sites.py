"""Which sites people who never were name: as many on which supporters rest as on which critics do."""

from __future__ import annotations

from collections.abc import Iterator

from consult.answers.citing import host_of, sites
from consult.packs.model import Guide, Pack, Point

OF_EACH_SIDE = 4
"""The most sites of each side that are named."""


def sites_to_name(pack: Pack) -> list[str]:
    """Return the ids of the first sites on which the points of only one side rest, as many of either side."""
    known = sites(pack)
    supporters, critics = (list(dict.fromkeys(_hosts(pack, side))) for side in ("supporters", "critics"))
    sides = (
        [host for host in supporters if host not in critics],
        [host for host in critics if host not in supporters],
    )
    as_many = min(OF_EACH_SIDE, *map(len, sides))
    return [known[host].id for side in sides for host in side[:as_many]]


def _hosts(pack: Pack, side: str) -> Iterator[str]:
    addresses = {source.id: str(source.url) for source in pack.sources if source.url}
    for guide in (question.guide for question in pack.questions):
        for point in _points(guide)[side]:
            yield from (host_of(addresses[each]) for each in point.sources if each in addresses)


def _points(guide: Guide) -> dict[str, tuple[Point, ...]]:
    return {"supporters": guide.supporters, "critics": guide.critics}
