"""Limits on guessing. They count hashes of addresses under a salt that dies daily, in memory or in Redis."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter, RequestLimit
from limits.errors import ConfigurationError

from consult.web.asking import DaySalt, Shared, hashed

if TYPE_CHECKING:
    from limits.storage import RedisStorage

GUESSES = "20 per minute"
"""How often one address may try a phrase or a password. Only the tries count, not the pages that follow them."""

GUESSES_IN_A_FLOOD = "3 per minute"
"""How often it may try a phrase while very many fail, wherever they come from."""

FLOOD = 300
"""This many tries of phrases that fail in one process in one minute are a flood: no crowd mistypes so often."""

View = Callable[..., ResponseReturnValue]

WAIT_SECONDS = 60
SALT = "consult-day-salt"


class LimitsError(RuntimeError):
    """Raised at the start when the place where the limits are counted cannot be used."""


class ViewLimiter(Limiter):
    """Checks in the limited views only, so that no other page pays for looking its limits up."""

    def _check_request_limit(self, callable_name: str | None = None, in_middleware: bool = True) -> None:
        if not in_middleware:
            super()._check_request_limit(callable_name, in_middleware=False)


class Failures:
    """How many tries failed in this minute, in this process. It knows nothing about who tried."""

    def __init__(self) -> None:
        self._minute = 0
        self._count = 0
        self._lock = threading.Lock()

    def note(self) -> None:
        """Count one more."""
        with self._lock:
            self._turn()
            self._count += 1

    def are_a_flood(self) -> bool:
        """Say whether there are too many to be people's slips."""
        with self._lock:
            self._turn()
            return self._count >= FLOOD

    def reset(self) -> None:
        """Begin at nothing."""
        with self._lock:
            self._count = 0

    def _turn(self) -> None:
        minute = int(time.time() // 60)
        if minute != self._minute:
            self._minute, self._count = minute, 0


def who_asks() -> str:
    """Return a hash that stands for the address of this request until the end of the day."""
    return salted(request.remote_addr or "")


def salted(name: str) -> str:
    """Return a hash that stands for an address, or for what is tried, until the end of the day."""
    salt: DaySalt = current_app.extensions[SALT]
    return hashed(name, salt.now())


limiter = ViewLimiter(who_asks, default_limits=[], headers_enabled=False)
failures = Failures()


def limit_phrases(view: View, too_many: Callable[[], str]) -> View:
    """Return a view that takes a phrase, limited. `too_many` gives the page that says to wait."""

    def refuse(_limit: RequestLimit) -> Response:
        return Response(too_many(), 429, {"Retry-After": str(WAIT_SECONDS)}, mimetype="text/html")

    return cast("View", limiter.limit(_phrase_tries, on_breach=refuse)(view))


def _phrase_tries() -> str:
    return GUESSES_IN_A_FLOOD if failures.are_a_flood() else GUESSES


def init_limits(app: Flask, storage: str) -> None:
    """Set the limits up; `storage` is `memory://` or a Redis address.

    While Redis is away, each process counts for itself, and no page fails. Raises `LimitsError` when the package
    for Redis is not there.
    """
    in_memory = storage.startswith("memory:")
    app.config["RATELIMIT_STORAGE_URI"] = storage
    app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = not in_memory
    try:
        limiter.init_app(app)
    except ConfigurationError as error:
        raise LimitsError(
            "counting limits in Redis needs its package: pip install --require-hashes -r requirements/redis.txt"
        ) from error
    app.extensions[SALT] = DaySalt() if in_memory else _shared_salt()


def _shared_salt() -> DaySalt:
    """Return the salt that all processes use which count in the same Redis. It is kept nowhere else."""
    counting = cast("RedisStorage", limiter.storage)
    errors = counting.base_exceptions
    redis = cast("Shared", counting.get_connection())
    return DaySalt(redis, errors if isinstance(errors, tuple) else (errors,))
