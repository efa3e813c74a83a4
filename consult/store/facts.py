"""What taking a response back needs to know of it: sealed beside it, for the holder of its receipt alone.

Kept in plain, a person's coarse facts together are nearly a name: every record that had them would be found again.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from consult.store.receipts import Receipt
from consult.store.sealing import seal, unseal

SIZE = 512
"""How many bytes are sealed, however little there is to say: more than usual packs need."""


@dataclass(frozen=True)
class Facts:
    """In which groups a response is counted, and the record key of each of its pieces, one byte each."""

    attributes: Mapping[str, str]
    keys: bytes


def sealed(facts: Facts, receipt: Receipt, campaign: str) -> bytes:
    """Return facts as they are kept in the record that stands for the whole response."""
    text = json.dumps({"a": dict(facts.attributes), "k": b64encode(facts.keys).decode()}, separators=(",", ":"))
    return seal(text, receipt.facts_key(campaign), receipt.record(campaign, 0), smallest=SIZE)


def opened(kept: bytes, receipt: Receipt, campaign: str) -> Facts | None:
    """Return the facts, or None when the receipt is not theirs."""
    text = unseal(kept, receipt.facts_key(campaign), receipt.record(campaign, 0))
    if text is None:
        return None
    raw = json.loads(text)
    return Facts(raw["a"], b64decode(raw["k"]))
