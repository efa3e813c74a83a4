"""Short secrets of accounts, sealed by the server: AES-256-GCM under a key that comes from the server's secret.

After the server's secret has changed, what was sealed under an older one that is still set can be opened.
"""

from __future__ import annotations

from consult.store.keys import sealing_keys
from consult.store.sealing import decrypted_by_any, encrypted


def seal(content: bytes, purpose: str, bound_to: int) -> bytes:
    """Return the content sealed for a purpose and for the account with this number: it opens for no other."""
    return encrypted(content, sealing_keys(purpose)[0], _bound(bound_to))


def unseal(sealed: bytes, purpose: str, bound_to: int) -> bytes | None:
    """Return what was sealed, or None when anything is not the same as then."""
    return decrypted_by_any(sealed, sealing_keys(purpose), _bound(bound_to))


def is_current(sealed: bytes, purpose: str, bound_to: int) -> bool:
    """Say whether something was sealed under the server's secret of today."""
    return decrypted_by_any(sealed, sealing_keys(purpose)[:1], _bound(bound_to)) is not None


def _bound(number: int) -> bytes:
    return str(number).encode()
