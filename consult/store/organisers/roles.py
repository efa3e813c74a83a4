"""What an account may do: each role may do all that the ones before it may."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The roles, from the one that may do least to the one that may do most."""

    VIEWER = "viewer"
    """Sees the results of their own campaigns."""

    ORGANISER = "organiser"
    """Runs their own campaigns, too."""

    ADMINISTRATOR = "administrator"
    """Runs the whole site: every campaign, everybody's accounts, the audit."""

    def includes(self, other: Role) -> bool:
        """Say whether this role may do all that the other may."""
        order = list(Role)
        return order.index(self) >= order.index(other)
