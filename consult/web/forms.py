"""Forms: every one is guarded against forgery, and a stale guard is a message, never a lost text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flask import session
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from wtforms import Field

GUARD = "csrf_token"

GUARDS_KEPT = 256
"""Of how many visits the guards are held in memory, those that asked last: docs/privacy.md says so."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, in words, and the id of the field to go to (empty for the whole page)."""

    text: str
    field: str = ""


class Form(FlaskForm):  # type: ignore[misc] # Flask-WTF has no types
    """A form whose guard lasts as long as the visit, and which says its problems in order."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc] # Flask-WTF has no types
        """Our own words are translated with the page; WTForms' catalogues have no Welsh."""

        locales = False

    def is_stale(self) -> bool:
        """Say whether the form's guard was refused: forged, from another visit, or simply old."""
        return bool(self.errors.get(GUARD))

    def problems(self) -> list[Problem]:
        """Return what is wrong, in the order of the fields. Call after `validate`."""
        if self.is_stale():
            return [Problem(stale_words())]
        return [Problem(str(error), first_id(field)) for field in self for error in field.errors[:1]]


def guard() -> str:
    """Return the guard for a form on this visit's pages: what Flask-WTF makes, signed once for each visit."""
    return _signed(session[GUARD]) if GUARD in session else str(generate_csrf())


@lru_cache(maxsize=GUARDS_KEPT)
def _signed(_visit: str) -> str:
    return str(generate_csrf())


def first_id(field: Field) -> str:
    """Return the id of the element that an error must take the person to."""
    return str(field.id)


def stale_words() -> str:
    """Return what to say when a page was open for so long that its guard is no longer good."""
    return _("This page was open for a long time. Nothing is lost: check your words, then send them again.")


def away_words() -> str:
    """Return what to say when the database could not be reached."""
    return _("We could not save just now. Nothing is lost: your words are below. Wait a minute, then try again.")
