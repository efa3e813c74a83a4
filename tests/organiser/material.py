"""What the tests of the organiser's site share."""

from __future__ import annotations

from collections.abc import Iterator

from werkzeug.test import TestResponse

from consult.answers.kinds.text import ANSWERED
from consult.answers.path import options_of
from consult.packs.model import Pack
from consult.results.tally import EVERYONE, RESPONSES, Tally
from tests.pages import InspectingClient, guard

EMAIL = "organiser@example.org"
PASSWORD = "correct horse battery"
OTHERS = "somebody-elses"
SIGN_IN = "/organiser/sign-in"


def sign_in(
    client: InspectingClient, email: str = EMAIL, password: str = PASSWORD, *, at: str = SIGN_IN
) -> TestResponse:
    """Post the sign-in form as a browser would."""
    token = guard(client.get(at))
    return client.post(at, data={"csrf_token": token, "email": email, "password": password})


def invented_tallies(pack: Pack, counts: Iterator[int]) -> list[Tally]:
    """Return a tally for every place of a pack, each with the next of the counts."""
    places = [(RESPONSES, RESPONSES)]
    for question in pack.questions:
        options = [option.id for option in options_of(pack, question)] or [ANSWERED]
        places += [(question.id, option) for option in options]
    groups = [
        (EVERYONE, EVERYONE),
        *((about.id, option.id) for about in pack.about_you for option in about.options),
    ]
    return [
        Tally(question, option, count, count * 7, attribute, value)
        for (attribute, value), (question, option), count in (
            (group, place, next(counts)) for group in groups for place in places
        )
    ]
