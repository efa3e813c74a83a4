"""Chance that comes out the same in every run, for invented data. Nothing secret is ever drawn from it."""

from __future__ import annotations

from random import Random


def dice(seed: int | str) -> Random:
    """Return dice that fall the same way for the same seed."""
    return Random(seed)  # noqa: S311 - to be repeated, not to be secret
