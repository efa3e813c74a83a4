"""Ways of breaking the small good pack, each with the fault that it must bring."""

from __future__ import annotations

from tests.packs.broken.claims import DATES, LINKS, WORDING
from tests.packs.broken.names import NUMBERS, REFERENCES
from tests.packs.broken.prose import PROMPTS, ROOM, TEXTS
from tests.packs.broken.shape import PLACES, SHAPE

ALL = [*SHAPE, *PLACES, *NUMBERS, *REFERENCES, *WORDING, *DATES, *LINKS, *ROOM, *PROMPTS, *TEXTS]
