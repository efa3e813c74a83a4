"""The server's secrets, as the store uses them: the current one first, then those that it replaced."""

from __future__ import annotations

import hmac

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app

from consult.results.tally import RECORD_KEYS


def server_secrets() -> list[bytes]:
    """Return `SECRET_KEY`, then `SECRET_KEY_FALLBACKS`. New rows are made under the first; all of them are read.

    Raises `RuntimeError` when the app has no `SECRET_KEY`.
    """
    current = current_app.config.get("SECRET_KEY")
    if not current:
        raise RuntimeError("SECRET_KEY is not set: the store cannot encrypt anything without it")
    fallbacks = current_app.config.get("SECRET_KEY_FALLBACKS") or ()
    return [_as_bytes(secret) for secret in (current, *fallbacks)]


def sealing_key(secret: bytes, purpose: str) -> bytes:
    """Return the 32-byte key under which the server itself seals rows for `purpose`."""
    return HKDF(SHA256(), 32, salt=None, info=f"consult {purpose}".encode()).derive(secret)


def sealing_keys(purpose: str) -> list[bytes]:
    """Return the server's own key for `purpose` under each of its secrets, as `server_secrets` orders them.

    Raises `RuntimeError` like it.
    """
    return [sealing_key(secret, purpose) for secret in server_secrets()]


def made_up(key: bytes, name: bytes) -> int:
    """Return the record key of something that is kept without one, for disclosure control.

    It is the same each time, and known to nobody without `key`, a `sealing_key`. Whoever knew it could take the
    disturbance off a number.
    """
    return hmac.digest(key, name, "sha256")[0] % RECORD_KEYS


def _as_bytes(secret: str | bytes) -> bytes:
    return secret.encode() if isinstance(secret, str) else secret
