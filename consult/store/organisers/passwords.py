"""Which passwords may be used: long ones that nobody would try first. No other rule, as the National Cyber Security
Centre advises."""

from __future__ import annotations

from enum import StrEnum

from flask import current_app
from flask_security import hash_password
from zxcvbn import zxcvbn

from consult.store.organisers.people import AccountError

SHORTEST = 12
"""In characters. Three random words, which the National Cyber Security Centre recommends, are longer."""

LONGEST = 1000
"""In characters. Anything longer is not looked at."""

GUESSED_FIRST = 72
"""How much of a password is looked at for being common. Looking takes longer with every character."""

HARD_ENOUGH = 3
"""Of 4, as zxcvbn rates it:

more than a hundred million guesses, with common passwords, names and words tried first.
"""


class Fault(StrEnum):
    """What is wrong with a password."""

    SHORT = f"the password must have at least {SHORTEST} characters"
    LONG = f"the password can have {LONGEST} characters at most"
    COMMON = "the password is one that others try early: it is on a list of common ones, or close to one"
    ADDRESS = "the password must be something else than the email address"


class PasswordError(AccountError):
    """Raised for a password that may not be used."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def fault_of(password: str, email: str) -> Fault | None:
    """Return what is wrong with a password for an account, or None."""
    if len(password) < SHORTEST:
        return Fault.SHORT
    if len(password) > LONGEST:
        return Fault.LONG
    if password.casefold() in {email.casefold(), email.casefold().partition("@")[0]}:
        return Fault.ADDRESS
    return Fault.COMMON if zxcvbn(password[:GUESSED_FIRST])["score"] < HARD_ENOUGH else None


def normalised(password: str) -> str:
    """Return a password in the form that is hashed: a letter counts as the same however a keyboard makes it."""
    return str(current_app.extensions["security"].password_util.normalize(password))


def hashed(password: str, email: str) -> str:
    """Return a password's hash. Raises `PasswordError` for one that may not be used."""
    password = normalised(password)
    fault = fault_of(password, email)
    if fault:
        raise PasswordError(fault)
    return str(hash_password(password))
