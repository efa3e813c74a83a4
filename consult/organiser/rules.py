"""Who may reach which page: one line a page. A page that is not here is nobody's, and a test fails.

`consult.organiser.access` holds every request to it. `tests/organiser/test_access_matrix.py` tries every page as
everybody.
"""

from __future__ import annotations

from enum import Enum, auto


class Rule(Enum):
    """Who may reach a page."""

    OPEN = auto()
    """Everyone, signed in or not."""

    HALFWAY = auto()
    """Whoever gave the right password and has yet to give the code of their authenticator."""

    SIGNED_IN = auto()
    """Whoever is signed in, in any role."""

    READS = auto()
    """Whoever sees the results of the campaign that the address names as `<slug>`: its viewers, its organisers,
    every administrator."""

    CHANGES = auto()
    """Whoever runs the campaign that the address names as `<slug>`: its organisers, every administrator."""

    ORGANISES = auto()
    """Organisers and administrators. The address names no campaign."""

    ADMINISTERS = auto()
    """Administrators."""


OF_A_CAMPAIGN = frozenset({Rule.READS, Rule.CHANGES})

RULES = {
    "sign_in": Rule.OPEN,
    "sign_in_now": Rule.OPEN,
    "join": Rule.OPEN,
    "join_now": Rule.OPEN,
    "code": Rule.HALFWAY,
    "code_now": Rule.HALFWAY,
    "set_up": Rule.HALFWAY,
    "set_up_now": Rule.HALFWAY,
    "sign_out": Rule.SIGNED_IN,
    "account": Rule.SIGNED_IN,
    "password": Rule.SIGNED_IN,
    "recovery_codes": Rule.SIGNED_IN,
    "authenticator": Rule.SIGNED_IN,
    "sessions": Rule.SIGNED_IN,
    "end_sessions": Rule.SIGNED_IN,
    "people": Rule.ADMINISTERS,
    "invite": Rule.ADMINISTERS,
    "person": Rule.ADMINISTERS,
    "person_action": Rule.ADMINISTERS,
    "audit": Rule.ADMINISTERS,
    "campaigns": Rule.SIGNED_IN,
    "campaign": Rule.READS,
    "file": Rule.READS,
    "files": Rule.READS,
    "schema": Rule.SIGNED_IN,
    "comments": Rule.READS,
    "comments_on": Rule.READS,
    "compare": Rule.ADMINISTERS,
    "method": Rule.SIGNED_IN,
    "hide": Rule.CHANGES,
    "hide_now": Rule.CHANGES,
    "show_now": Rule.CHANGES,
    "begin": Rule.ORGANISES,
    "begin_on": Rule.ORGANISES,
    "manage": Rule.CHANGES,
    "move": Rule.CHANGES,
    "close": Rule.CHANGES,
    "edit": Rule.CHANGES,
    "look": Rule.CHANGES,
    "materials": Rule.CHANGES,
    "handout": Rule.CHANGES,
    "handout_file": Rule.CHANGES,
    "paper": Rule.CHANGES,
}
"""Each page by its endpoint, without the blueprint's name."""
