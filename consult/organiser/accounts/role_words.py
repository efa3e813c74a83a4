"""The roles in words."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from consult.store.organisers.roles import Role


@dataclass(frozen=True)
class RoleWords:
    """A role's name, and what whoever has it may do."""

    name: str
    may: str


def role_words() -> dict[Role, RoleWords]:
    """Return each role in the language of the request."""
    return {
        Role.VIEWER: RoleWords(_("Viewer"), _("Sees the results of the campaigns below.")),
        Role.ORGANISER: RoleWords(_("Organiser"), _("Runs the campaigns below, and may open new ones.")),
        Role.ADMINISTRATOR: RoleWords(
            _("Administrator"), _("Runs the whole site: every campaign, everybody's accounts, and the record.")
        ),
    }
