"""What there is to see in the demo beside numbers: a second campaign, weeks that are over, and a hidden comment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, count, pairwise

from consult.cli.invented import Invented
from consult.packs.model import Pack
from consult.store import plans
from consult.store.campaign_plan import Plan, Planned, State
from consult.store.mixing import comments
from consult.store.mixing.mix import week_of
from consult.store.mixing.receipts import receipts_of
from consult.store.organisers import audit
from consult.store.organisers.audit import Action

NEIGHBOURS = "invented-neighbours"
"""The short name of the second campaign; with a number behind it for a further pack."""

REASON = "Invented, to show what hiding a comment looks like."
"""Why a comment is hidden."""

SHARES = (8, 14, 12, 16, 10, 18, 22)
"""How many in a hundred come in each week; the last is the present one.

It has more than a fifth, as the numbers that are shown move only with a quarter more than there were.
"""

_ROUTE, _EVERY = 5, 4


def plan(pack: Pack) -> Plan:
    """Return the plan of a campaign of people who never were: a short route, and points on some questions only."""
    return Plan(
        title="An invented neighbours’ group",
        organiser="Neighbours who never were",
        contact="neighbours@example.org",
        introduction=(
            "This is an invented campaign. It shows what a group can say here, and that its answers can be held "
            "against those of others.\n\nNobody runs it, and nobody answered."
        ),
        privacy="This group was invented. It keeps nothing.",
        guides=tuple(question.id for question in pack.questions[::2]),
        route=tuple(question.id for question in pack.questions[::_EVERY][:_ROUTE]),
    )


def neighbours(pack: Pack) -> str:
    """Return the short name of the second campaign on a pack, made and opened unless it is there.

    Raises `StoreUnavailable`.
    """
    for place in count(1):
        slug = NEIGHBOURS if place == 1 else f"{NEIGHBOURS}-{place}"
        found = plans.find(slug) or _begun(slug, pack)
        if found.pack_id == pack.id:
            break
    if found.state is State.DRAFT:
        plans.move(slug, State.OPEN)
        audit.record(None, Action.OPENED_CAMPAIGN, slug)
    return slug


def by_week(responses: int, today: date) -> Iterator[tuple[date, range]]:
    """Yield the Monday of each week up to the present one, and the numbers of those who come in it."""
    edges = [responses * share // 100 for share in accumulate(SHARES, initial=0)]
    for ago, (first, beyond) in zip(reversed(range(len(SHARES))), pairwise(edges), strict=True):
        yield week_of(today) - timedelta(weeks=ago), range(first, beyond)


def hide_one(slug: str, people: Invented, *, actor_id: int) -> None:
    """Hide one comment with a reason, the first of the first who wrote, unless it is hidden or not there.

    Raises `StoreUnavailable`.
    """
    first = next((number for number in range(100) if people.submission(number).comments), 0)
    comment_id = receipts_of(people.receipt(first))[0].comment(slug, 0)
    found = comments.find(slug, comment_id)
    if found and found.hidden is None:
        comments.hide(slug, comment_id, REASON, actor_id=actor_id)


def _begun(slug: str, pack: Pack) -> Planned:
    begun = plans.begin(slug, pack.id, plan(pack))
    audit.record(None, Action.BEGAN_CAMPAIGN, slug)
    return begun
