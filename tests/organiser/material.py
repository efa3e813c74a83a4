"""What the tests of the organiser's site share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from flask import Flask
from flask_security import hash_password
from sqlalchemy import update
from werkzeug.test import TestResponse

from consult.answers.kinds.text import ANSWERED
from consult.answers.path import options_of
from consult.packs.model import Pack
from consult.results.tally import EVERYONE, RESPONSES, Tally
from consult.store.database import writing
from consult.store.models import Organiser
from consult.store.models.base import table_of
from consult.store.organisers import accounts, second_factor
from consult.store.organisers.roles import Role
from tests.pages import InspectingClient, guard

EMAIL = "organiser@example.org"
PASSWORD = "correct horse battery"
OTHERS = "somebody-elses"
SIGN_IN = "/organiser/sign-in"
CODE = "/organiser/code"
TOKEN = "the-random-part-of-a-link-to-join"
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

_organisers = table_of(Organiser)


def sign_in(
    client: InspectingClient, email: str = EMAIL, password: str = PASSWORD, *, at: str = SIGN_IN
) -> TestResponse:
    """Give the password, then a code, as a browser would. Returns what came of the code, or of a wrong password."""
    response = give_password(client, email, password, at=at)
    if response.status_code != 303:
        return response
    return give_code(client, code_for(client.application, email), at=response.location)


def give_password(
    client: InspectingClient, email: str = EMAIL, password: str = PASSWORD, *, at: str = SIGN_IN
) -> TestResponse:
    """Post the sign-in form."""
    token = guard(client.get(at))
    return client.post(at, data={"csrf_token": token, "email": email, "password": password})


def give_code(client: InspectingClient, code: str, *, at: str = CODE) -> TestResponse:
    """Post the form of the second step."""
    token = guard(client.get(at))
    return client.post(at, data={"csrf_token": token, "code": code})


def code_for(app: Flask, email: str) -> str:
    """Return the code that the account's app shows now, and forget that it may have been taken already."""
    with app.app_context(), writing() as connection:
        mine = update(_organisers).where(_organisers.c.email == email.strip().lower())
        connection.execute(mine.values(totp_step=0))
        return second_factor.code_now(SECRET)


def add_account(email: str, role: Role, slugs: Sequence[str], *, second_step: bool = True) -> int:
    """Make an account with the password that all have, and an authenticator that knows the one secret."""
    number = accounts.add_account(email, role, slugs, hashed=_hashed())
    if second_step:
        second_factor.install(number, SECRET)
    return number


@cache
def _hashed() -> str:
    """Return the password's hash, worked out once: that is slow on purpose."""
    return str(hash_password(PASSWORD))


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
