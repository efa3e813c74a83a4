"""Phrases of eight words: what a resident keeps in order to come back, or to withdraw.

Each word is one of 2,048 (see `word_list`), so eight of them hold 88 random bits.
"""

from __future__ import annotations

import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from consult.store.phrase_reading import COUNT, read
from consult.store.word_list import WORDS, is_word

BITS_A_WORD = 11
_SEED_BYTES = COUNT * BITS_A_WORD // 8


class PhraseError(ValueError):
    """Raised when the program hands over a phrase that is none."""


def new_phrase() -> str:
    """Return eight random words, joined by single hyphens."""
    return "-".join(secrets.choice(WORDS) for _ in range(COUNT))


def phrase_from(seed: bytes) -> str:
    """Return the phrase that the first 88 bits of `seed` (11 bytes or more) spell."""
    number = int.from_bytes(seed[:_SEED_BYTES], "big")
    return "-".join(WORDS[(number >> (BITS_A_WORD * place)) % len(WORDS)] for place in reversed(range(COUNT)))


def is_canonical(text: str) -> bool:
    """Say whether `text` is a phrase exactly as `new_phrase` writes one."""
    words = text.split("-", COUNT)
    return len(words) == COUNT and all(map(is_word, words))


def read_phrase(text: str) -> str | None:
    """Return the phrase that a person typed in canonical form, or None when it is not one. Never raises.

    `phrase_reading.read` says what is forgiven, and which word could not be read.
    """
    return text if is_canonical(text) else read(text).phrase


def canonical(phrase: str) -> str:
    """Return a phrase that must be one in canonical form. Raises `PhraseError` otherwise."""
    found = read_phrase(phrase)
    if found is None:
        raise PhraseError("this is not a phrase of eight words from the list")
    return found


def derive(phrase: str, purpose: str, secret: bytes) -> bytes:
    """Return 32 bytes that depend on a canonical phrase, the purpose and the server's secret (RFC 5869).

    The secret is the salt, so that someone with the database but without the secret cannot try phrases at all.
    Different purposes give unrelated bytes.
    """
    return HKDF(SHA256(), 32, salt=secret, info=f"consult {purpose}".encode()).derive(phrase.encode("ascii"))
