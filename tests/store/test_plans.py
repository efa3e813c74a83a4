from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consult.store import campaigns, plans
from consult.store.campaign_plan import Leftover, Plan, Planned, Stage, State
from consult.store.campaigns import CampaignError
from consult.store.database import db, reading
from consult.store.models import Organiser
from consult.store.organisers import accounts
from tests.store.people import CAMPAIGN, PACK

pytestmark = pytest.mark.usefixtures("store")

SLUG = "deptford"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 30)
FULL = Plan(
    title="Deptford answers",
    language="cy",
    organiser="Deptford Neighbours",
    contact="deptford@example.org",
    introduction="We live here.\n\n=2+2 <b>and</b> we see cameras.",
    privacy="We keep nothing.",
    guides=("one", "two"),
    route=("two", "three"),
    opens_on=FIRST,
    closes_on=LAST,
    leftover=Leftover.RELEASE,
)


def kept() -> Planned:
    found = plans.find(SLUG)
    assert found is not None
    return found


def takes(today: date, slug: str = SLUG) -> bool:
    with reading() as connection:
        return plans.takes_answers(connection, slug, today)


def test_a_campaign_begins_as_a_draft_with_all_that_was_said() -> None:
    begun = plans.begin(SLUG, PACK, FULL)
    assert begun == kept() == Planned(SLUG, PACK, FULL, State.DRAFT)
    assert not takes(FIRST)


def test_a_campaign_from_before_is_open_and_says_nothing() -> None:
    assert plans.find(CAMPAIGN) == Planned(CAMPAIGN, PACK, Plan("Lewisham answers"), State.OPEN)
    assert takes(date.min, CAMPAIGN)
    assert takes(date.max, CAMPAIGN)


def test_there_is_no_plan_without_a_campaign() -> None:
    assert plans.find("nowhere") is None
    assert not takes(FIRST, "nowhere")


def test_whoever_begins_a_campaign_has_it() -> None:
    organiser = Organiser(email="kit@example.org", active=True, fs_uniquifier="x")
    db.session.add(organiser)
    db.session.commit()
    plans.begin(SLUG, PACK, FULL, organiser_id=organiser.id)
    db.session.expire_all()
    assert [campaign.slug for campaign in accounts.campaigns_of(organiser.id)] == [SLUG]


def test_a_short_name_is_taken_once() -> None:
    with pytest.raises(CampaignError, match="already"):
        plans.begin(CAMPAIGN, PACK, FULL)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (replace(FULL, title=" "), "title"),
        (replace(FULL, title="x" * 10_000), "title"),
        (replace(FULL, organiser="x" * 101), "organiser has 100"),
        (replace(FULL, contact="x" * 201), "contact has 200"),
        (replace(FULL, introduction="x" * 1001), "introduction has 1000"),
        (replace(FULL, privacy="x" * 4001), "privacy has 4000"),
        (replace(FULL, opens_on=LAST, closes_on=FIRST), "before it opens"),
        (replace(FULL, route=("one", "one")), "once"),
        (replace(FULL, route=tuple(map(str, range(21)))), "20 questions at most"),
    ],
)
def test_a_plan_that_cannot_be_used_is_refused(bad: Plan, words: str) -> None:
    with pytest.raises(CampaignError, match=words):
        plans.begin(SLUG, PACK, bad)
    plans.begin(SLUG, PACK, FULL)
    with pytest.raises(CampaignError, match=words):
        plans.change(SLUG, bad, version=1)
    assert kept().plan == FULL


def test_a_change_makes_a_new_version() -> None:
    plans.begin(SLUG, PACK, FULL)
    other = replace(FULL, title="Deptford  speaks", guides=None, route=())
    assert plans.change(SLUG, other, version=1) == kept()
    assert kept() == Planned(SLUG, PACK, replace(other, title="Deptford speaks"), State.DRAFT, version=2)


def test_no_guides_at_all_is_not_all_guides() -> None:
    plans.begin(SLUG, PACK, replace(FULL, guides=()))
    assert kept().plan.guides == ()


def test_the_second_of_two_changes_is_refused_and_told_what_the_first_was() -> None:
    plans.begin(SLUG, PACK, FULL)
    first = plans.change(SLUG, replace(FULL, introduction="The first."), version=1)
    with pytest.raises(plans.ChangedMeanwhileError) as caught:
        plans.change(SLUG, replace(FULL, introduction="The second."), version=1)
    assert caught.value.kept == first == kept()


def test_a_campaign_that_is_not_there_cannot_be_changed_or_moved() -> None:
    with pytest.raises(CampaignError, match="no campaign"):
        plans.change("nowhere", FULL, version=1)
    with pytest.raises(CampaignError, match="no campaign"):
        plans.move("nowhere", State.OPEN)


def test_a_campaign_opens_pauses_opens_and_closes() -> None:
    plans.begin(SLUG, PACK, FULL)
    for state, stage in (
        (State.OPEN, Stage.OPEN),
        (State.PAUSED, Stage.PAUSED),
        (State.OPEN, Stage.OPEN),
        (State.OPEN, Stage.OPEN),
        (State.CLOSED, Stage.CLOSED),
    ):
        plans.move(SLUG, state)
        assert kept().stage(FIRST) is stage
        assert takes(FIRST) is (stage is Stage.OPEN)
    assert not takes(LAST.replace(year=2025))


@pytest.mark.parametrize(
    ("at", "to"),
    [
        ([], State.PAUSED),
        ([], State.CLOSED),
        ([State.OPEN], State.DRAFT),
        ([State.OPEN, State.CLOSED], State.OPEN),
        ([State.OPEN, State.CLOSED], State.PAUSED),
    ],
)
def test_a_campaign_moves_only_where_it_can(at: list[State], to: State) -> None:
    plans.begin(SLUG, PACK, FULL)
    for state in at:
        plans.move(SLUG, state)
    with pytest.raises(CampaignError, match="cannot become"):
        plans.move(SLUG, to)


def test_an_open_campaign_takes_answers_on_its_days_only() -> None:
    plans.begin(SLUG, PACK, FULL)
    plans.move(SLUG, State.OPEN)
    assert [takes(date(2026, 3, day)) for day in (1, 2, 30, 31)] == [False, True, True, False]


def test_a_closed_campaign_keeps_its_days_and_may_mend_its_words() -> None:
    plans.begin(SLUG, PACK, FULL)
    plans.move(SLUG, State.OPEN)
    plans.move(SLUG, State.CLOSED)
    wanted = replace(FULL, contact="Our new address", closes_on=None, leftover=Leftover.DISCARD)
    assert plans.change(SLUG, wanted, version=1).plan == replace(FULL, contact="Our new address")
    assert kept().plan == replace(FULL, contact="Our new address")


def test_closed_campaigns_wait_to_be_settled() -> None:
    plans.begin(SLUG, PACK, FULL)
    campaigns.add("bexley", "Bexley answers", PACK)
    assert plans.unsettled(date.max) == []
    plans.move(SLUG, State.OPEN)
    assert plans.unsettled(LAST) == []
    assert plans.unsettled(date(2026, 3, 31)) == [SLUG]
    plans.move("bexley", State.CLOSED)
    assert plans.unsettled(LAST) == ["bexley"]
    plans.settle("bexley", LAST)
    assert plans.unsettled(LAST) == []
    settled = plans.find("bexley")
    assert settled is not None
    assert (settled.state, settled.settled_on) == (State.CLOSED, LAST)
