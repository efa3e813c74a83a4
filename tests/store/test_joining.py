"""Links to join with: good once, for some days, for one account, and kept as a hash."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask_security import Security, verify_password

from consult.store.database import db, reading
from consult.store.models import JoiningLink
from consult.store.models.base import table_of
from consult.store.organisers import accounts, joining, passwords, sign_ins
from consult.store.organisers.accounts import user_datastore
from consult.store.organisers.passwords import Fault, PasswordError
from consult.store.organisers.people import AccountError, AddressError
from consult.store.organisers.roles import Role
from tests.store.people import CAMPAIGN

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def secured(store: Flask) -> Iterator[Flask]:
    store.config.update(SECURITY_PASSWORD_HASH="argon2", SECURITY_PASSWORD_SALT="salt", SECURITY_TWO_FACTOR=False)
    Security(store, user_datastore)
    with store.test_request_context():
        yield store


def test_somebody_invited_has_a_role_and_campaigns_and_no_password() -> None:
    whose, token = joining.invite("Kit@example.org", Role.VIEWER, [CAMPAIGN])
    assert (whose.role, whose.campaigns, whose.has_joined) == (Role.VIEWER, (CAMPAIGN,), False)
    assert joining.invited(token) == whose
    assert sign_ins.opened_by("kit@example.org", "") is None


def test_a_link_is_good_once() -> None:
    whose, token = joining.invite("kit@example.org", Role.VIEWER, [])
    joined = joining.join(token, PASSWORD)
    assert joined is not None
    assert joined.id == whose.id
    kit = sign_ins.of_number(whose.id)
    assert kit is not None
    assert kit.password is not None
    assert verify_password(PASSWORD, kit.password)
    assert joining.invited(token) is None
    assert joining.join(token, "another good password") is None


def test_two_who_open_a_link_at_once_do_not_both_choose(secured: Flask) -> None:
    _whose, token = joining.invite("kit@example.org", Role.VIEWER, [])

    def choose(number: int) -> bool:
        with secured.test_request_context():
            return joining.join(token, f"{PASSWORD} {number}") is not None

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(choose, range(3))).count(True) == 1


def test_a_link_is_good_for_some_days() -> None:
    start = datetime(2026, 2, 9, 23, 59, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        _whose, token = joining.invite("kit@example.org", Role.VIEWER, [])
    with time_machine.travel(start + timedelta(days=joining.GOOD_DAYS), tick=False):
        assert joining.invited(token) is not None
    with time_machine.travel(start + timedelta(days=joining.GOOD_DAYS, minutes=2), tick=False):
        assert joining.join(token, PASSWORD) is None


def test_a_newer_link_takes_the_place_of_an_older_one_and_a_refused_password_keeps_it() -> None:
    whose, older = joining.invite("kit@example.org", Role.VIEWER, [])
    newer = joining.new_link(whose.id)
    assert joining.join(older, PASSWORD) is None
    with pytest.raises(PasswordError):
        joining.join(newer, "short")
    assert joining.join(newer, PASSWORD) is not None


def test_a_link_of_an_account_that_is_off_or_gone_is_not_good() -> None:
    whose, token = joining.invite("kit@example.org", Role.VIEWER, [])
    accounts.set_active(whose.id, False)
    assert joining.invited(token) is None
    accounts.set_active(whose.id, True)
    assert joining.invited(token) is not None
    accounts.remove(whose.id)
    assert joining.join(token, PASSWORD) is None


@pytest.mark.parametrize("token", ["", "x", "\ud800", "x" * 100_000, "' OR 1=1"])
def test_what_is_no_link_is_not_good(token: str) -> None:
    assert joining.invited(token) is None


def test_the_link_itself_is_not_kept() -> None:
    _whose, token = joining.invite("kit@example.org", Role.VIEWER, [])
    with reading() as connection:
        (kept,) = connection.scalars(db.select(table_of(JoiningLink).c.token_hash))
    assert token.encode() not in kept
    assert len(kept) == 32


def test_nobody_is_invited_twice_or_without_an_address() -> None:
    joining.invite("kit@example.org", Role.VIEWER, [])
    with pytest.raises(AccountError, match="already"):
        joining.invite("KIT@example.org", Role.ORGANISER, [])
    with pytest.raises(AddressError):
        joining.invite("kit", Role.VIEWER, [])


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("elevenchars", Fault.SHORT),
        ("x" * (passwords.LONGEST + 1), Fault.LONG),
        ("kit@example.org", Fault.ADDRESS),
        ("KIT@EXAMPLE.ORG", Fault.ADDRESS),
        ("password1234", Fault.COMMON),
        ("Password12345!", Fault.COMMON),
        ("qwertyuiop12", Fault.COMMON),
        ("aaaaaaaaaaaaaaaa", Fault.COMMON),
        ("iloveyou1234", Fault.COMMON),
        ("correct horse battery", None),
        ("three-random-words", None),
        ("x7$kP2!mQ9#z", None),
        ("\U0001f511 allweddi bach", None),
    ],
)
def test_a_password_is_long_and_not_a_common_one(password: str, fault: Fault | None) -> None:
    assert passwords.fault_of(password, "kit@example.org") == fault
