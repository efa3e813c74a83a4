"""Who asks, as a hash that means nothing a day later. It is all that is kept of an address, only to count tries."""

from __future__ import annotations

import hmac
import secrets
import threading
from ipaddress import IPv6Address, ip_address
from typing import Protocol

DAY_SECONDS = 24 * 60 * 60
WITHOUT_SHARED_SECONDS = 60
"""How long a process makes do with a salt of its own before it looks again for the one that all share."""

SHARED_NAME = "consult-day-salt"
_SALT_BYTES = 32
_HASH_BYTES = 16
_NETWORK_BYTES = 8
"""A household or a phone has all the IPv6 addresses that share these first bytes: a network of 64 bits."""


class Shared(Protocol):
    """What is needed of a Redis: it keeps the salt in memory for a day, for all processes."""

    def set(self, name: str, value: str, *, nx: bool, ex: int) -> object:
        """Keep a value for `ex` seconds, unless there is one."""

    def get(self, name: str) -> bytes | None:
        """Return the value that is kept."""

    def ttl(self, name: str) -> int:
        """Return for how many more seconds it is kept."""


class DaySalt:
    """Random bytes that are replaced after a day, and forgotten then even when nobody asks for them any more."""

    def __init__(self, shared: Shared | None = None, errors: tuple[type[Exception], ...] = ()) -> None:
        self._shared = shared
        self._errors = errors
        self._salt: bytes | None = None
        self._lock = threading.Lock()

    def now(self) -> bytes:
        """Return the salt of this day, drawn at the first call."""
        with self._lock:
            if self._salt is None:
                self._salt, seconds = self._drawn()
                timer = threading.Timer(seconds, self.forget)
                timer.daemon = True
                timer.start()
            return self._salt

    def forget(self) -> None:
        """Let the salt die. The next call draws another."""
        with self._lock:
            self._salt = None

    def _drawn(self) -> tuple[bytes, float]:
        """Return a salt, and for how many seconds to use it."""
        fresh = secrets.token_bytes(_SALT_BYTES)
        if self._shared is None:
            return fresh, DAY_SECONDS
        try:
            self._shared.set(SHARED_NAME, fresh.hex(), nx=True, ex=DAY_SECONDS)
            kept, seconds = self._shared.get(SHARED_NAME), self._shared.ttl(SHARED_NAME)
        except self._errors:
            return fresh, WITHOUT_SHARED_SECONDS
        return (bytes.fromhex(kept.decode()), max(seconds, 1)) if kept else (fresh, WITHOUT_SHARED_SECONDS)


def hashed(address: str, salt: bytes) -> str:
    """Return who asks from `address` as 32 hexadecimal digits. For IPv6, that is everyone in its network."""
    return hmac.digest(salt, _network(address), "sha256")[:_HASH_BYTES].hex()


def _network(address: str) -> bytes:
    try:
        known = ip_address(address)
    except ValueError:
        return address.encode(errors="replace")
    if isinstance(known, IPv6Address):
        return known.ipv4_mapped.packed if known.ipv4_mapped else known.packed[:_NETWORK_BYTES]
    return known.packed
