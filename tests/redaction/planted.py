"""The published test set: answers with one invented detail each, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.dice import dice
from tests.redaction.forms import FORMS
from tests.redaction.sentences import BARE, CUE_ONLY, CUED

SEED = 2026
EACH = 400


@dataclass(frozen=True)
class Planted:
    """A text, the detail in it, and the kind of the detail."""

    text: str
    detail: str
    kind: str
    group: str = ""

    @property
    def start(self) -> int:
        """Where the detail stands."""
        whole = re.search(rf"(?<!\w){re.escape(self.detail)}(?!\w)", self.text)
        return whole.start() if whole else self.text.index(self.detail)


def planted(kind: str, *, seed: int = SEED, count: int = EACH) -> Iterator[Planted]:
    """Yield `count` texts with a detail of one kind: the same ones for the same seed."""
    random = dice(f"{seed} {kind}")
    sentences = CUED[kind] if kind in CUE_ONLY else (*BARE, *CUED[kind])
    for _ in range(count):
        detail = FORMS[kind](random)
        yield Planted(random.choice(sentences).replace("{}", detail), detail, kind)
