"""The names of the kinds of answer, as plain data. What each does is known to `consult.answers`, the room above."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NEEDS_SCALE: Mapping[str, bool] = MappingProxyType({"choice": True, "choice-with-reasons": True, "text": False})
"""Kind of answer → whether a question of this kind needs a scale (or must not have one)."""

ABOUT_YOU = "choice"
"""The only kind for questions about the person: an option out of several, never free text."""
