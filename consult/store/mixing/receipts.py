"""What a receipt opens: the ids of everything that its holder has shared, and of nothing else.

Every id is a keyed hash under a secret that only the receipt gives. With the receipt one can name all of them.
Without it, nobody can tell that two of them belong together.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from consult.store.keys import server_secrets
from consult.store.phrases import derive, read_phrase

_RANDOM_ID_BYTES = 16


@dataclass(frozen=True)
class Receipt:
    """A receipt's secret, as it is under one of the server's secrets."""

    secret: bytes

    def withdrawal(self, campaign: str) -> bytes:
        """Return the 32-byte id of the row that waits in a campaign's inbox."""
        return self._id("waiting", campaign, 0)

    def words(self, campaign: str) -> bytes:
        """Return the 32-byte id of the row in which words wait alone, once the rest was released."""
        return self._id("words", campaign, 0)

    def waiting(self, campaign: str) -> tuple[bytes, bytes]:
        """Return the ids of all rows that may wait in a campaign's inbox."""
        return self.withdrawal(campaign), self.words(campaign)

    def record(self, campaign: str, number: int) -> bytes:
        """Return the 16-byte id of a record. Number 0 counts the response; the others hold an answer each."""
        return self._id("record", campaign, number)[:_RANDOM_ID_BYTES]

    def comment(self, campaign: str, number: int) -> bytes:
        """Return the 16-byte id of a comment; numbers begin with 0."""
        return self._id("comment", campaign, number)[:_RANDOM_ID_BYTES]

    def facts_key(self, campaign: str) -> bytes:
        """Return the 32-byte key of what a response keeps sealed for its receipt."""
        return self._id("facts", campaign, 0)

    def _id(self, *parts: str | int) -> bytes:
        # No part has a bar in it: campaigns are named in lower case letters, digits and hyphens.
        return hmac.digest(self.secret, "|".join(map(str, parts)).encode(), "sha256")


def receipts_of(phrase: str) -> list[Receipt]:
    """Return what a receipt opens under each of the server's secrets, the current one first.

    Text that is not a phrase opens nothing.
    """
    read = read_phrase(phrase)
    return [Receipt(derive(read, "receipt", secret)) for secret in server_secrets()] if read else []
