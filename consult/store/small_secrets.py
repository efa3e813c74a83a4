"""Short secrets of accounts, sealed by the server: AES-256-GCM under a key that comes from the server's secret.

After the server's secret has changed, what was sealed under an older one that is still set can be opened.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from consult.store.keys import sealing_key, server_secrets

_NONCE = 12


def seal(content: bytes, purpose: str, bound_to: int) -> bytes:
    """Return the content sealed for a purpose and for the account with this number: it opens for no other."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher(server_secrets()[0], purpose).encrypt(nonce, content, _bound(bound_to))


def unseal(sealed: bytes, purpose: str, bound_to: int) -> bytes | None:
    """Return what was sealed, or None when anything is not the same as then."""
    for secret in server_secrets():
        try:
            return _cipher(secret, purpose).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(bound_to))
        except (InvalidTag, ValueError):
            continue
    return None


def is_current(sealed: bytes, purpose: str, bound_to: int) -> bool:
    """Say whether something was sealed under the server's secret of today."""
    try:
        _cipher(server_secrets()[0], purpose).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(bound_to))
    except (InvalidTag, ValueError):
        return False
    return True


def _cipher(secret: bytes, purpose: str) -> AESGCM:
    return AESGCM(sealing_key(secret, purpose))


def _bound(number: int) -> bytes:
    return str(number).encode()
