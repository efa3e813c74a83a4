"""The form that takes eight words, and what it says of those that it cannot read."""

from __future__ import annotations

from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext
from wtforms import StringField

from consult.store.phrase_reading import COUNT, Reading, Unread, read
from consult.web.forms import Form, Problem

MOST_OFFERED = 4
"""A word that could be more than these is not offered any: the person had better look again."""


class PhraseForm(Form):
    """A phrase, as a person types it."""

    phrase = StringField(
        lazy_gettext("Your eight words"),
        description=lazy_gettext(
            "Capital letters, numbers and commas do not matter. The first four letters of each word are enough."
        ),
    )

    def reading(self) -> Reading:
        """Return what can be read of what was typed."""
        return read(self.phrase.data or "")

    def explained(self, problems: list[Problem]) -> Self:
        """Return the form with the problems of the phrase beside its field."""
        said = " ".join(problem.text for problem in problems if problem.field)
        self.phrase.errors = [said] if said else []
        return self


def too_many_words() -> list[Problem]:
    """Return what to say to someone who has to wait before the next try."""
    return [Problem(_("There were many tries in a short time. Wait a minute, then try again."))]


def reading_problems(reading: Reading) -> list[Problem]:
    """Return what to say of a phrase that could not be read: how many words there are, and which to look at."""
    if not reading.typed:
        return [Problem(_("Type all eight words."), "phrase")]
    texts = [] if reading.typed == COUNT else [_count_words(reading.typed)]
    texts += [_unread_words(unread) for unread in reading.unread[:COUNT]]
    return [Problem(text, "phrase") for text in texts]


def _count_words(typed: int) -> str:
    return ngettext("You typed %(num)s word. There are eight.", "You typed %(num)s words. There are eight.", typed)


def _unread_words(unread: Unread) -> str:
    if not 0 < len(unread.could_be) <= MOST_OFFERED:
        return _("Word %(number)s: we do not know it. Check how it is spelt.", number=unread.number)
    offered = ", ".join(unread.could_be)
    return _("Word %(number)s: type in full which one it is: %(words)s.", number=unread.number, words=offered)
