"""What taking a response back needs to know of it: sealed beside it, for the holder of its receipt alone.

Kept in plain, a person's coarse facts together are nearly a name: every record that had them would be found again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from consult.store.mixing.receipts import Receipt
from consult.store.sealing import seal, unseal

SIZE = 512
"""How many bytes are sealed, however little there is to say: more than usual packs need."""


def sealed(groups: Mapping[str, str], receipt: Receipt, campaign: str) -> bytes:
    """Return in which groups a response is counted, as it is kept in the record that stands for the whole of it."""
    text = json.dumps(dict(groups), separators=(",", ":"))
    return seal(text, receipt.facts_key(campaign), receipt.record(campaign, 0), smallest=SIZE)


def opened(kept: bytes, receipt: Receipt, campaign: str) -> dict[str, str] | None:
    """Return the groups (attributes and their values), or None when the receipt is not theirs."""
    text = unseal(kept, receipt.facts_key(campaign), receipt.record(campaign, 0))
    return None if text is None else dict(json.loads(text))
