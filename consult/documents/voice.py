"""How a response speaks: "I" for a person, "we" for an organisation, and neither where nobody speaks."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True, slots=True)
class Voice:
    """The sentences of a response that differ between an individual and an organisation.

    Sentences with placeholders are templates, to be filled with `%`.
    """

    unanswered: str
    answered_nothing: str
    answer: str
    summary: str
    sources: str
    not_confidential: str
    confidential: str
    reason: str
    provenance: str
    attached: str


def individual(words: NullTranslations) -> Voice:
    """Return how one person speaks."""
    return Voice(
        unanswered=words.gettext("Questions I have not answered: %(numbers)s"),
        answered_nothing=words.gettext("I have not answered any of the questions."),
        answer=words.gettext("My answer: %(option)s"),
        summary=words.gettext("My main points"),
        sources=words.gettext("Sources I refer to"),
        not_confidential=words.gettext("I do not ask for any part of this response to be kept confidential."),
        confidential=words.gettext("I ask for this response to be kept confidential."),
        reason=words.gettext("My reason:"),
        provenance=words.gettext(
            "I put this response together with an independent guide that shows points made by supporters and by"
            " critics. It wrote none of the answers: they are in my own words."
        ),
        attached=words.gettext("My response to the consultation “%(consultation)s” is attached."),
    )


def organisation(words: NullTranslations) -> Voice:
    """Return how an organisation speaks."""
    return Voice(
        unanswered=words.gettext("Questions we have not answered: %(numbers)s"),
        answered_nothing=words.gettext("We have not answered any of the questions."),
        answer=words.gettext("Our answer: %(option)s"),
        summary=words.gettext("Our main points"),
        sources=words.gettext("Sources we refer to"),
        not_confidential=words.gettext("We do not ask for any part of this response to be kept confidential."),
        confidential=words.gettext("We ask for this response to be kept confidential."),
        reason=words.gettext("Our reason:"),
        provenance=words.gettext(
            "We put this response together with an independent guide that shows points made by supporters and by"
            " critics. It wrote none of the answers: they are in our own words."
        ),
        attached=words.gettext("Our response to the consultation “%(consultation)s” is attached."),
    )
