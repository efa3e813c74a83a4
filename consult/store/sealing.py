"""Encryption of text at rest, in a few sizes only, so that length tells next to nothing about the content."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SMALLEST = 8 * 1024
GROWTH = 4
"""Sealed texts have the sizes 8 KB, 32 KB, 128 KB, 512 KB, and so on, plus a constant."""

_NONCE = 12
_LENGTH = 4


def seal(text: str, key: bytes, bound_to: bytes, *, smallest: int = SMALLEST) -> bytes:
    """Return `text` encrypted with AES-256-GCM under `key` (32 bytes): a random nonce, then the ciphertext.

    `bound_to` is not stored, but the same bytes are needed for opening: a row moved elsewhere does not open.
    `smallest` is the least size in bytes, for texts that are always short.
    """
    content = text.encode("utf-8", "surrogatepass")
    framed = len(content).to_bytes(_LENGTH, "big") + content
    return encrypted(framed.ljust(_size_for(len(framed), smallest), b"\0"), key, bound_to)


def unseal(sealed: bytes, key: bytes, bound_to: bytes) -> str | None:
    """Return the text that was sealed, or None when the bytes, the key or `bound_to` are not the same as then."""
    return unseal_by_any(sealed, [key], bound_to)


def unseal_by_any(sealed: bytes, keys: Iterable[bytes], bound_to: bytes) -> str | None:
    """Return the text that was sealed under one of the keys, or None like `unseal`."""
    framed = decrypted_by_any(sealed, keys, bound_to)
    if framed is None:
        return None
    length = int.from_bytes(framed[:_LENGTH], "big")
    return framed[_LENGTH : _LENGTH + length].decode("utf-8", "surrogatepass")


def encrypted(content: bytes, key: bytes, bound_to: bytes) -> bytes:
    """Return what `seal` does of bytes as they are: their number shows."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to)


def decrypted_by_any(sealed: bytes, keys: Iterable[bytes], bound_to: bytes) -> bytes | None:
    """Return what was encrypted under one of the keys, or None like `unseal`."""
    for key in keys:
        try:
            return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to)
        except (InvalidTag, ValueError):
            continue
    return None


def _size_for(length: int, smallest: int) -> int:
    size = smallest
    while size < length:
        size *= GROWTH
    return size
