"""Sessions: each by itself, listed without a trace of device or place, and ended one by one or all at once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine

from consult.store.forgetting import retention
from consult.store.models import JoiningLink, SignIn
from consult.store.models.base import table_of
from consult.store.organisers import accounts, refusals, sign_ins
from consult.store.organisers.accounts import LastAdministratorError
from consult.store.organisers.people import person
from consult.store.organisers.refusals import Refusals
from consult.store.organisers.roles import Role
from tests.store.people import CAMPAIGN

pytestmark = pytest.mark.usefixtures("store")
NOON = datetime(2026, 2, 9, 12, tzinfo=UTC)


@pytest.fixture
def kit() -> int:
    return accounts.add_account("kit@example.org", Role.ADMINISTRATOR, [], hashed="x")


@pytest.fixture
def amy() -> int:
    return accounts.add_account("amy@example.org", Role.VIEWER, [CAMPAIGN], hashed="x")


def test_a_session_is_open_for_its_owner_until_it_is_ended(kit: int, amy: int) -> None:
    first, second = sign_ins.begin(kit), sign_ins.begin(kit)
    assert sign_ins.is_open(kit, first)
    assert not sign_ins.is_open(amy, first)
    assert not sign_ins.end(amy, sign_ins.name_of(first))
    assert sign_ins.end(kit, sign_ins.name_of(first))
    assert not sign_ins.end(kit, sign_ins.name_of(first))
    assert (sign_ins.is_open(kit, first), sign_ins.is_open(kit, second)) == (False, True)
    assert [session.name for session in sign_ins.sessions(kit)] == [sign_ins.name_of(second)]


@pytest.mark.parametrize("name", ["", "zz", "00", "\ud800", "a" * 10_000])
def test_what_is_no_session_cannot_be_ended_or_open(kit: int, name: str) -> None:
    assert not sign_ins.end(kit, name)
    assert not sign_ins.is_open(kit, name.encode("utf-8", "replace").decode())


def test_ending_all_ends_all_and_changes_what_cookies_name(kit: int, amy: int) -> None:
    mine, theirs = [sign_ins.begin(kit) for _each in range(3)], sign_ins.begin(amy)
    account = sign_ins.of_number(kit)
    assert account is not None
    before = account.fs_uniquifier
    sign_ins.end_all(kit)
    assert not any(sign_ins.is_open(kit, token) for token in mine)
    assert sign_ins.is_open(amy, theirs)
    after = sign_ins.of_number(kit)
    assert after is not None
    assert after.fs_uniquifier != before


def test_a_session_is_over_on_the_day_after_the_next(kit: int) -> None:
    with time_machine.travel(NOON, tick=False):
        token = sign_ins.begin(kit)
        assert sign_ins.sessions(kit)[0].began_on == date(2026, 2, 9)
    for days, is_open in ((1, True), (2, False)):
        with time_machine.travel(NOON + timedelta(days=days), tick=False):
            assert sign_ins.is_open(kit, token) is is_open
            assert bool(sign_ins.sessions(kit)) is is_open


def test_nothing_is_kept_of_when_or_where_a_session_began() -> None:
    assert set(table_of(SignIn).columns.keys()) == {"session_hash", "organiser_id", "began_on", "expires_on"}
    assert set(table_of(JoiningLink).columns.keys()) == {"token_hash", "organiser_id", "expires_on"}


def test_an_account_that_is_off_or_gone_has_no_session(kit: int, amy: int) -> None:
    token = sign_ins.begin(amy)
    accounts.set_active(amy, False)
    assert sign_ins.of_number(amy) is None
    accounts.remove(amy)
    assert not sign_ins.is_open(amy, token)
    assert person(amy) is None
    assert person(kit) is not None


def test_refused_sign_ins_are_counted_by_day() -> None:
    with time_machine.travel(NOON, tick=False) as now:
        for _each in range(3):
            refusals.count()
        now.shift(timedelta(days=1))
        refusals.count()
    assert refusals.latest(5) == [Refusals(date(2026, 2, 10), 1), Refusals(date(2026, 2, 9), 3)]
    assert refusals.latest(1) == [Refusals(date(2026, 2, 10), 1)]


def test_what_is_over_is_swept(kit: int) -> None:
    with time_machine.travel(NOON, tick=False):
        sign_ins.begin(kit)
        refusals.count()
    assert retention.sweep(date(2026, 2, 11))["sign-ins that are over"] == 1
    assert retention.sweep(date(2027, 2, 9))["counts of refused sign-ins of more than a year ago"] == 0
    assert retention.sweep(date(2027, 2, 10))["counts of refused sign-ins of more than a year ago"] == 1


def test_the_last_administrator_stays(kit: int, amy: int) -> None:
    with pytest.raises(LastAdministratorError):
        accounts.remove(kit, keep_one=True)
    with pytest.raises(LastAdministratorError):
        accounts.set_active(kit, False, keep_one=True)
    with pytest.raises(LastAdministratorError):
        accounts.change_role(kit, Role.VIEWER, [], keep_one=True)
    whose = person(kit)
    assert whose is not None
    assert (whose.role, whose.active) == (Role.ADMINISTRATOR, True)
    accounts.change_role(amy, Role.ADMINISTRATOR, [], keep_one=True)
    accounts.remove(kit, keep_one=True)
    assert person(kit) is None


def test_somebody_who_has_not_joined_or_is_off_cannot_run_the_site(kit: int, amy: int) -> None:
    accounts.add_account("new@example.org", Role.ADMINISTRATOR, [], hashed=None)
    accounts.change_role(amy, Role.ADMINISTRATOR, [])
    accounts.set_active(amy, False)
    with pytest.raises(LastAdministratorError):
        accounts.remove(kit, keep_one=True)


def test_an_administrator_sees_every_campaign_and_others_their_own(kit: int, amy: int) -> None:
    assert [campaign.slug for campaign in accounts.campaigns_of(kit)] == [CAMPAIGN]
    accounts.change_role(amy, Role.VIEWER, [])
    assert accounts.campaigns_of(amy) == []
    accounts.add_to_campaign(amy, CAMPAIGN)
    accounts.add_to_campaign(amy, CAMPAIGN)
    assert [campaign.slug for campaign in accounts.campaigns_of(amy)] == [CAMPAIGN]
    assert accounts.campaigns_of(999) == []


def test_each_role_includes_those_before_it() -> None:
    for less, more in pairwise(Role):
        assert more.includes(less)
        assert more.includes(more)
        assert not less.includes(more)
