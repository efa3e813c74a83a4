"""The short code on a blank form: it tells which consultation, and which version of its questions, was printed.

Five symbols come from a digest of the pack's id and version, and a sixth checks them. The symbols are Crockford's
base 32: no I, L, O or U, so that a code read from paper or over the telephone is hard to get wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from consult.packs.model import Pack

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, "–": None, " ": None})
_LENGTH = 5
_MULTIPLIERS = (3, 7, 11, 13, 17)
"""Odd and different from each other, so that one wrong symbol and most swapped neighbours change the check."""


def form_code(pack: Pack) -> str:
    """Return the code of a pack's blank form, such as "7KX3QM"."""
    number = int.from_bytes(sha256(f"{pack.id}:{pack.version}".encode()).digest()[:8], "big")
    symbols = "".join(_SYMBOLS[number >> (5 * place) & 31] for place in range(_LENGTH))
    return symbols + _check(symbols)


def read_code(typed: str) -> str | None:
    """Return a typed code as `form_code` writes it, or None when it is none. Small letters, spaces, dashes pass."""
    code = typed.upper().translate(_READ_AS).strip()
    if len(code) != _LENGTH + 1 or any(symbol not in _SYMBOLS for symbol in code):
        return None
    return code if _check(code[:_LENGTH]) == code[_LENGTH] else None


def pack_of_code(typed: str, packs: Iterable[Pack]) -> Pack | None:
    """Return the pack whose blank form carries this code, or None."""
    code = read_code(typed)
    return next((pack for pack in packs if code and form_code(pack) == code), None)


def _check(symbols: str) -> str:
    weighed = zip(symbols, _MULTIPLIERS, strict=True)
    return _SYMBOLS[sum(_SYMBOLS.index(symbol) * multiplier for symbol, multiplier in weighed) % len(_SYMBOLS)]
