"""Limits on guessing. Addresses are held in memory (or Redis) for the length of a limit and nowhere else."""

from __future__ import annotations

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.errors import ConfigurationError

GUESSES = "20 per minute"
"""How often one address may try a phrase or a password. Only the tries count, not the pages that follow them."""


class LimitsError(RuntimeError):
    """Raised at the start when the place where the limits are counted cannot be used."""


class ViewLimiter(Limiter):
    """Checks in the limited views only, so that no other page pays for looking its limits up."""

    def _check_request_limit(self, callable_name: str | None = None, in_middleware: bool = True) -> None:
        if not in_middleware:
            super()._check_request_limit(callable_name, in_middleware=False)


limiter = ViewLimiter(get_remote_address, default_limits=[], headers_enabled=False)


def init_limits(app: Flask, storage: str) -> None:
    """Set the limits up; `storage` is `memory://` or a Redis address.

    While Redis is away, each process counts for itself, and no page fails. Raises `LimitsError` when the package
    for Redis is not there.
    """
    app.config["RATELIMIT_STORAGE_URI"] = storage
    app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = not storage.startswith("memory:")
    try:
        limiter.init_app(app)
    except ConfigurationError as error:
        raise LimitsError(
            "counting limits in Redis needs its package: pip install --require-hashes -r requirements/redis.txt"
        ) from error
