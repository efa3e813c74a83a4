"""What stands for an address while tries are counted: the same all day, another tomorrow, and never the address."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from consult.web import asking
from consult.web.asking import DAY_SECONDS, SHARED_NAME, DaySalt, hashed


class AwayError(Exception):
    """Raised by a store that cannot be reached."""


class Memory:
    """A store that keeps what it is given, for as long as it is asked to, and can be away."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.seconds = 0
        self.away = False

    def set(self, name: str, value: str, *, nx: bool, ex: int) -> object:
        self._answer()
        if nx and name in self.kept:
            return None
        self.kept[name], self.seconds = value, ex
        return True

    def get(self, name: str) -> bytes | None:
        self._answer()
        return self.kept[name].encode() if name in self.kept else None

    def ttl(self, _name: str) -> int:
        self._answer()
        return self.seconds

    def _answer(self) -> None:
        if self.away:
            raise AwayError


@pytest.fixture
def lasting(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Give a way to let days be short."""
    return lambda seconds: monkeypatch.setattr(asking, "DAY_SECONDS", seconds)


def until_another(salt: DaySalt, before: bytes) -> bool:
    """Say whether the salt is replaced within some seconds."""
    patience = time.monotonic() + 10
    while time.monotonic() < patience:
        if salt.now() != before:
            return True
    return False


@pytest.mark.parametrize("address", ["192.0.2.7", "2001:db8::7", "not an address", "", "\ud800"])
def test_a_hash_is_the_same_under_one_salt_and_tells_nothing(address: str) -> None:
    one, other = b"one salt", b"another salt"
    assert hashed(address, one) == hashed(address, one) != hashed(address, other)
    assert len(hashed(address, one)) == 32
    assert not address or address not in hashed(address, one)


def test_addresses_differ_and_a_household_is_one() -> None:
    asks = {
        name: hashed(name, b"salt") for name in ("192.0.2.7", "192.0.2.8", "2001:db8:0:1::7", "2001:db8:0:2::7")
    }
    assert len(set(asks.values())) == 4
    assert hashed("2001:db8:0:1:ffff::1", b"salt") == asks["2001:db8:0:1::7"]
    assert hashed("::ffff:192.0.2.7", b"salt") == asks["192.0.2.7"]
    assert hashed("fe80::1%eth0", b"salt") == hashed("fe80::2", b"salt")


def test_a_salt_is_random_and_of_this_process_alone() -> None:
    assert len({DaySalt().now() for _ in range(20)}) == 20
    salt = DaySalt()
    assert salt.now() == salt.now()
    assert len(salt.now()) == 32


def test_a_salt_dies_after_its_day_though_nobody_asks(lasting: Callable[[float], None]) -> None:
    lasting(0.05)
    salt = DaySalt()
    salt.now()
    patience = time.monotonic() + 10
    while salt._salt is not None and time.monotonic() < patience:
        time.sleep(0.01)
    assert salt._salt is None


def test_the_next_day_has_another_salt(lasting: Callable[[float], None]) -> None:
    lasting(0.05)
    salt = DaySalt()
    assert until_another(salt, salt.now())


def test_processes_that_count_together_have_one_salt_that_is_kept_for_a_day() -> None:
    memory = Memory()
    salts = [DaySalt(memory, (AwayError,)) for _ in range(3)]
    assert len({salt.now() for salt in salts}) == 1
    assert list(memory.kept) == [SHARED_NAME]
    assert memory.seconds == DAY_SECONDS
    memory.kept.clear()
    for salt in salts:
        salt.forget()
    assert len({salt.now() for salt in salts}) == 1


def test_while_the_store_is_away_a_process_has_a_salt_of_its_own_and_looks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory = Memory()
    together = DaySalt(memory, (AwayError,)).now()
    monkeypatch.setattr(asking, "WITHOUT_SHARED_SECONDS", 0.05)
    memory.away = True
    alone = DaySalt(memory, (AwayError,))
    mine = alone.now()
    assert mine != together
    memory.away = False
    assert until_another(alone, mine)
    assert alone.now() == together
