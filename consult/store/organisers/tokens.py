"""Random values in cookies and links: of each, a hash is kept; and ending all that an account's values open."""

from __future__ import annotations

import hashlib
import uuid

from sqlalchemy import Connection, delete, update

from consult.store.models import Organiser, SignIn
from consult.store.models.base import table_of

_organisers = table_of(Organiser)
_sign_ins = table_of(SignIn)


def hashed(token: str) -> bytes:
    """Return what is kept of a random value (32 bytes), for any text that somebody sends instead of one, too."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def end_sessions(connection: Connection, user_id: int) -> None:
    """End all sessions of an account, on every device, and every sign-in that is half done.

    Cookies name the account by a random value, which changes: that also ends what has no row.
    """
    connection.execute(delete(_sign_ins).where(_sign_ins.c.organiser_id == user_id))
    changed = update(_organisers).where(_organisers.c.id == user_id)
    connection.execute(changed.values(fs_uniquifier=uuid.uuid4().hex))
