"""Phrases of seven words: what a resident keeps in order to come back, or to withdraw.

The words are the 2,048 of the English list of BIP-39 (bitcoin/bips, bip-0039): common words that differ in their
first four letters. Seven of them hold 77 random bits.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mnemonic import Mnemonic

WORDS = 7
BITS_A_WORD = 11
LONGEST = 400
"""Text longer than this many characters is not read as a phrase: it leaves room for numbering and line ends."""

_LIST: tuple[str, ...] = tuple(Mnemonic("english").wordlist)
_BY_START = {word[:4]: word for word in _LIST}
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINERS = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u2060\ufeff"))


class PhraseError(ValueError):
    """Raised when the program hands over a phrase that is none."""


def new_phrase() -> str:
    """Return seven random words, joined by single hyphens."""
    return "-".join(secrets.choice(_LIST) for _ in range(WORDS))


def phrase_from(seed: bytes) -> str:
    """Return the phrase that the first 77 bits of `seed` (10 bytes or more) spell."""
    number = int.from_bytes(seed[:10], "big") >> (80 - WORDS * BITS_A_WORD)
    return "-".join(_LIST[(number >> (BITS_A_WORD * place)) % len(_LIST)] for place in reversed(range(WORDS)))


def read_phrase(text: str) -> str | None:
    """Return the phrase that a person typed in canonical form, or None when it is not one. Never raises.

    Case, accents, numbering, punctuation and line ends do not matter, nor does what follows a word's fourth letter.
    """
    if len(text) > LONGEST:
        return None
    plain = text.lower() if text.isascii() else _without_accents(text)
    words = [_BY_START.get(word[:4], "") for word in _LETTERS.findall(plain)]
    return "-".join(words) if len(words) == WORDS and all(words) else None


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_JOINERS)).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))


def canonical(phrase: str) -> str:
    """Return a phrase that must be one in canonical form. Raises `PhraseError` otherwise."""
    read = read_phrase(phrase)
    if read is None:
        raise PhraseError("this is not a phrase of seven words from the list")
    return read


def derive(phrase: str, purpose: str, secret: bytes) -> bytes:
    """Return 32 bytes that depend on a canonical phrase, the purpose and the server's secret (RFC 5869).

    The secret is the salt, so that someone with the database but without the secret cannot try phrases at all.
    Different purposes give unrelated bytes.
    """
    return HKDF(SHA256(), 32, salt=secret, info=f"consult {purpose}".encode()).derive(phrase.encode("ascii"))
