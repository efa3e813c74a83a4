"""The campaign for which a person writes: the one whose link they followed first, or the open one of the pack."""

from __future__ import annotations

from consult.answers.sheet import AnswerSheet
from consult.packs.model import Pack
from consult.resident import visit
from consult.store import closing, plans
from consult.store.campaign_plan import Plan, Planned, Stage, State
from consult.store.database import StoreUnavailable
from consult.store.plans import NO_CHOICES, Outline
from consult.web.shelf import today


def outline(pack: Pack) -> Outline:
    """Return which questions come first and which show points; those of no campaign while the store is away.

    Never raises: what it says must not stand between a person and a text that they typed.
    """
    try:
        return plans.outline(visit.current(pack).sheet.campaign)
    except StoreUnavailable:
        return NO_CHOICES


def campaign_of(pack: Pack, sheet: AnswerSheet) -> Planned:
    """Return the campaign that a sheet belongs to, with its plan. Raises `StoreUnavailable`."""
    return plans.find(sheet.campaign) or Planned(pack.id, pack.id, Plan(pack.short_title), State.OPEN)


def standing(pack: Pack, planned: Planned) -> Stage:
    """Return how a campaign stands today. The first who asks after its end sees to what still waits for it.

    Raises `StoreUnavailable`.
    """
    stage = planned.stage(today(pack))
    if stage is Stage.CLOSED and planned.settled_on is None:
        closing.settle_if_it_can(planned.slug, today(pack))
    return stage
