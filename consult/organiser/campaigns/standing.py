"""How a campaign stands today, and what follows from it: a tag, and whether there is a link to share."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, url_for

from consult.organiser.access import may
from consult.packs.model import Pack
from consult.store import plans
from consult.store.campaign_plan import Stage
from consult.store.organisers.roles import Role
from consult.web.shelf import today

REACHED = frozenset({Stage.COMING, Stage.OPEN, Stage.PAUSED})
"""When residents can open a campaign's address and begin. A draft's leads nowhere, a closed one's to its end."""


@dataclass(frozen=True)
class Standing:
    """How a campaign stands. `address` is the link to share, empty where residents cannot open it.

    `can_run` says whether the person who is signed in may change the campaign.
    """

    stage: Stage
    address: str
    can_run: bool


def standing(slug: str, pack: Pack) -> Standing:
    """Return how a campaign of the person's own stands today. Raises `StoreUnavailable`."""
    stage = (plans.find(slug) or abort(404)).stage(today(pack))
    address = url_for("resident.join", slug=slug, _external=True) if stage in REACHED else ""
    return Standing(stage, address, can_run=may(Role.ORGANISER))
