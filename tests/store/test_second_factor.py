"""Codes of an authenticator: right once, wrong otherwise, and out of reach without the server's secret."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from consult.store.database import db, reading
from consult.store.models import Organiser, RecoveryCode
from consult.store.models.base import table_of
from consult.store.organisers import accounts, recovery_codes, second_factor
from consult.store.organisers.people import person
from consult.store.organisers.roles import Role
from consult.store.organisers.second_factor import MOST_MISSES, Outcome, accept, code_now

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
START = datetime(2026, 2, 9, 8, 0, 15, tzinfo=UTC)


@pytest.fixture
def kit(store: Flask) -> Iterator[int]:
    """Give somebody with an authenticator, at a moment that stands still."""
    assert store.config["SECRET_KEY"]
    number = accounts.add_account("kit@example.org", Role.ORGANISER, [], hashed="x")
    second_factor.install(number, SECRET)
    with time_machine.travel(START, tick=False):
        yield number


def code_at(seconds: int) -> str:
    with time_machine.travel(START + timedelta(seconds=seconds), tick=False):
        return code_now(SECRET)


def test_codes_are_those_of_the_standard() -> None:
    with time_machine.travel(datetime.fromtimestamp(59, UTC), tick=False):
        assert code_now(SECRET) == "287082"
    with time_machine.travel(datetime.fromtimestamp(1111111109, UTC), tick=False):
        assert code_now(SECRET) == "081804"


def test_a_code_is_right_once_with_blanks_and_hyphens_or_without(kit: int) -> None:
    code = code_at(0)
    assert accept(kit, f" {code[:3]}-{code[3:]} ") is Outcome.RIGHT
    assert accept(kit, code) is Outcome.USED


@pytest.mark.parametrize(("seconds", "outcome"), [(-60, "wrong"), (-30, "right"), (30, "right"), (60, "wrong")])
def test_a_clock_may_be_wrong_by_one_code(kit: int, seconds: int, outcome: str) -> None:
    assert accept(kit, code_at(seconds)) == outcome


def test_after_a_later_code_an_earlier_one_is_used(kit: int) -> None:
    assert accept(kit, code_at(30)) is Outcome.RIGHT
    assert accept(kit, code_at(0)) is Outcome.USED


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "\x00" * 6, "9" * 100_000, "\ud800"])
def test_what_is_no_code_is_wrong(kit: int, typed: str) -> None:
    assert accept(kit, typed) is Outcome.WRONG


def test_nobody_and_somebody_without_an_authenticator_have_no_right_code(kit: int) -> None:
    second_factor.reset(kit)
    assert {accept(kit, code_at(0)), accept(999, code_at(0))} == {Outcome.WRONG}


def test_two_who_send_the_same_code_at_once_do_not_both_get_in(kit: int, store: Flask) -> None:
    code = code_at(0)

    def send(_which: int) -> Outcome:
        with store.app_context():
            return accept(kit, code)

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(send, range(6)))
    assert outcomes.count(Outcome.RIGHT) == 1
    assert outcomes.count(Outcome.USED) == 5


def test_many_wrong_codes_in_a_row_close_the_account_until_a_reset(kit: int) -> None:
    for _each in range(MOST_MISSES):
        assert accept(kit, "000000" if code_at(0) != "000000" else "111111") is Outcome.WRONG
    assert accept(kit, code_at(0)) is Outcome.LOCKED
    second_factor.reset(kit)
    assert second_factor.set_up(kit, SECRET, code_at(0))


def test_a_right_code_forgets_wrong_ones(kit: int) -> None:
    for each in range(MOST_MISSES + 10):
        with time_machine.travel(START + timedelta(seconds=60 * each), tick=False):
            assert accept(kit, "12345") is Outcome.WRONG
            assert accept(kit, code_now(SECRET)) is Outcome.RIGHT


def test_setting_up_takes_a_right_code_and_leaves_an_authenticator_alone(kit: int) -> None:
    other = second_factor.new_secret()
    assert not second_factor.set_up(kit, other, code_now(other))
    assert not second_factor.set_up(kit, other, "12345", replaces=True)
    assert second_factor.set_up(kit, other, code_now(other), replaces=True)
    assert accept(kit, code_now(other)) is Outcome.USED
    assert accept(kit, code_at(30)) is Outcome.WRONG


def test_the_secret_is_sealed_and_belongs_to_one_account(kit: int) -> None:
    with reading() as connection:
        (sealed,) = connection.execute(db.select(table_of(Organiser).c.totp_secret)).one()
    assert SECRET.encode() not in sealed
    pending = second_factor.pending(SECRET, kit)
    assert SECRET not in pending
    assert second_factor.opened(pending, kit) == SECRET
    assert [second_factor.opened(text, kit + 1) for text in (pending, "", "zz", sealed.hex())] == [None] * 4


def test_a_new_server_secret_opens_what_the_older_one_sealed_and_seals_it_anew(kit: int, store: Flask) -> None:
    codes = recovery_codes.make(kit)
    store.config.update(SECRET_KEY="the next secret", SECRET_KEY_FALLBACKS=[store.config["SECRET_KEY"]])
    assert accept(kit, codes[0]) is Outcome.RECOVERED
    assert accept(kit, code_at(0)) is Outcome.RIGHT
    store.config["SECRET_KEY_FALLBACKS"] = []
    assert accept(kit, code_at(30)) is Outcome.RIGHT
    assert accept(kit, codes[1]) is Outcome.WRONG


def test_without_the_servers_secret_no_code_is_right(kit: int, store: Flask) -> None:
    store.config.update(SECRET_KEY="another secret")
    assert accept(kit, code_at(0)) is Outcome.WRONG


def test_each_recovery_code_is_right_once_and_a_new_set_takes_their_place(kit: int) -> None:
    codes = recovery_codes.make(kit)
    assert len(set(codes)) == recovery_codes.HOW_MANY
    assert accept(kit, codes[3].replace(" ", "")) is Outcome.RECOVERED
    assert accept(kit, codes[3]) is Outcome.WRONG
    assert recovery_codes.left(kit) == recovery_codes.HOW_MANY - 1
    assert accept(kit, recovery_codes.make(kit)[0]) is Outcome.RECOVERED
    assert accept(kit, codes[4]) is Outcome.WRONG


def test_two_who_send_the_same_recovery_code_at_once_do_not_both_get_in(kit: int, store: Flask) -> None:
    code = recovery_codes.make(kit)[0]

    def send(_which: int) -> Outcome:
        with store.app_context():
            return accept(kit, code)

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(send, range(4)))
    assert outcomes.count(Outcome.RECOVERED) == 1


def test_recovery_codes_are_kept_as_hashes_and_are_somebodys(kit: int) -> None:
    codes = recovery_codes.make(kit)
    other = accounts.add_account("amy@example.org", Role.VIEWER, [], hashed="x")
    second_factor.install(other, SECRET)
    assert accept(other, codes[0]) is Outcome.WRONG
    with reading() as connection:
        kept = b"".join(connection.scalars(db.select(table_of(RecoveryCode).c.code_hash)))
    assert not [code for code in codes if code.replace(" ", "").encode() in kept]


def test_a_reset_takes_all_of_it_away(kit: int) -> None:
    recovery_codes.make(kit)
    second_factor.reset(kit)
    whose = person(kit)
    assert whose is not None
    assert not whose.has_second_factor
    assert recovery_codes.left(kit) == 0
