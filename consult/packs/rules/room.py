"""Equal room for both sides, measured: as many points, and about as much text."""

from __future__ import annotations

from collections.abc import Iterator

from consult.packs.faults import Fault
from consult.packs.reading import Contents
from consult.packs.tree import Node

LONGER_BY = 0.25
"""How much longer than the other side's text one side's may be, as a share of the shorter."""

MOST_POINTS = 4
"""The most points for one side of one question: more is an essay in parts."""


def equal_points(contents: Contents) -> Iterator[Fault]:
    """Refuse a guide with more points on one side, or with none and no note that says why."""
    for guide in contents["guides"]:
        supporters, critics = len(list(guide["supporters"])), len(list(guide["critics"]))
        if supporters != critics:
            yield guide.fault(
                f"supporters have {supporters} points and critics {critics}", "give both sides as many points"
            )
        elif not supporters and not guide["note"].text and isinstance(guide.value, dict):
            yield guide["note"].fault("there is no point from either side", "say in a note that none was found")
        for side, count in (("supporters", supporters), ("critics", critics)):
            if count > MOST_POINTS:
                yield guide[side].fault(f"there are {count} points", f"keep the {MOST_POINTS} that matter most")


def equal_length(contents: Contents) -> Iterator[Fault]:
    """Refuse a guide in which one side's text is much longer than the other's."""
    for guide in contents["guides"]:
        supporters, critics = _length(guide["supporters"]), _length(guide["critics"])
        if min(supporters, critics) and max(supporters, critics) > (1 + LONGER_BY) * min(supporters, critics):
            yield guide.fault(
                f"supporters have {supporters} characters and critics {critics}",
                f"bring them within {LONGER_BY:.0%} of each other",
            )


def _length(points: Node) -> int:
    return sum(len(point["text"].text) for point in points)
