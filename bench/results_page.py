"""What the results page of a campaign costs, and which statements it asks of the database, with their plans."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import NamedTuple

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.http import parse_cookie

from consult.organiser.accounts.security import let_in
from consult.packs.model import Pack
from consult.store.database import db
from consult.store.organisers import accounts, second_factor, sign_ins
from consult.store.organisers.roles import Role

EMAIL = "bench@example.org"

VIEWS = 60
"""How often each page is opened to be measured; the first few do not count."""

_WARM_UP = 5
_BRACKETS = {"BEGIN", "COMMIT", "PRAGMA"}
"""Statements around others: there is no plan for them."""


class View(NamedTuple):
    """What a view of a page took, in milliseconds. Of the processor's, other work on the machine takes less."""

    milliseconds: float
    processor: float

    def __str__(self) -> str:
        return f"{self.milliseconds:.1f} ms, {self.processor:.1f} of processor"


@dataclass(frozen=True)
class Statement:
    """A statement as the database gets it, and the values in it."""

    text: str
    values: tuple[object, ...]

    @property
    def verb(self) -> str:
        """Its first word."""
        return self.text.split()[0].upper()


def pages(pack: Pack) -> list[str]:
    """Return the addresses of the results page: everyone together, and each way to group people."""
    address = f"/organiser/campaigns/{pack.id}"
    return [address, *(f"{address}?by={about.id}" for about in pack.about_you if not about.only_if)]


def signed_in(app: Flask) -> FlaskClient:
    """Return a client of somebody who sees every campaign of the app."""
    client = app.test_client()
    with app.test_request_context("/organiser/", environ_base=client.environ_base):
        if all(person.email != EMAIL for person in accounts.every_person()):
            number = accounts.add_account(EMAIL, Role.ADMINISTRATOR, [], hashed=None)
            second_factor.install(number, second_factor.new_secret())
        account = sign_ins.of_number(accounts.person_called(EMAIL).id)
        assert account is not None
        let_in(account)
        cookie = parse_cookie(app.process_response(app.response_class()).headers["Set-Cookie"])["visit"]
    client.set_cookie("visit", cookie)
    return client


def in_turn(address: str, *clients: FlaskClient, views: int = VIEWS) -> list[list[View]]:
    """Open a page again and again, in turn with each client, and return what each view took.

    In turn, so that whatever else the machine does falls on all of them.
    """
    spent: list[list[View]] = [[] for _client in clients]
    for _ in range(views):
        for client, times in zip(clients, spent, strict=True):
            times.append(_viewed(client, address))
    return [times[_WARM_UP:] for times in spent]


def median(views: list[View]) -> View:
    """Return the median of each of the times."""
    return View(*map(statistics.median, zip(*views, strict=True)))


def statements(app: Flask, client: FlaskClient, address: str) -> list[Statement]:
    """Return what a view of a page asks of the database, in its order."""
    with app.app_context():
        engine = db.engine
    asked: list[Statement] = []

    def note(_connection: object, _cursor: object, text: str, values: tuple[object, ...], *_: object) -> None:
        asked.append(Statement(text, values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert client.get(address).status_code == HTTPStatus.OK
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return [each for each in asked if each.verb not in _BRACKETS]


def plan(app: Flask, asked: Statement) -> list[str]:
    """Return how SQLite goes about a statement, step by step."""
    with app.app_context(), db.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked.text}", asked.values)
        return [str(row[-1]) for row in rows]


def _viewed(client: FlaskClient, address: str) -> View:
    began, used = time.perf_counter(), time.process_time()
    response = client.get(address)
    spent = View(1000 * (time.perf_counter() - began), 1000 * (time.process_time() - used))
    assert response.status_code == HTTPStatus.OK, response.status
    return spent
