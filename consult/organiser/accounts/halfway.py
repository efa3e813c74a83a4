"""Between the password and the code: who gave the right password, kept for some minutes in the signed cookie.

That somebody is halfway opens nothing but the pages on which they give their code, or set up their authenticator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import abort, session
from flask_security.core import UserMixin

from consult.organiser.accounts.security import HALFWAY, start_afresh
from consult.store.organisers import second_factor, sign_ins

LASTS_SECONDS = 15 * 60
"""How long somebody may take: enough to get an authenticator app."""


@dataclass(frozen=True)
class Halfway:
    """Somebody who has given the right password: their account, where they want to go, and what they may do.

    With `replaces` they have given a code, too, and set up another authenticator in place of the one they have.
    """

    account: UserMixin
    next_page: str
    replaces: bool

    @property
    def must_set_up(self) -> bool:
        """Say whether they set up an authenticator, rather than give a code of the one they have."""
        return self.replaces or not second_factor.is_there(self.account.id)


def begin(account: UserMixin, next_page: str, *, replaces: bool = False) -> None:
    """Remember that somebody gave the right password. What the session knew of a sign-in before is forgotten."""
    start_afresh()
    session[HALFWAY] = [account.fs_uniquifier, int(_now()), next_page, replaces]


def who() -> Halfway | None:
    """Return who is halfway, or None, too, when that was too long ago. Raises `StoreUnavailable`."""
    try:
        uniquifier, since, next_page, replaces = session[HALFWAY]
    except (KeyError, ValueError, TypeError):
        return None
    account = sign_ins.of_uniquifier(uniquifier) if 0 <= _now() - since <= LASTS_SECONDS else None
    return Halfway(account, next_page, replaces) if account else None


def here() -> Halfway:
    """Return who is halfway, on a page that the guard opens for nobody else. Raises `StoreUnavailable`."""
    return who() or abort(403)


def _now() -> float:
    return datetime.now(UTC).timestamp()
