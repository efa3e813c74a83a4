"""An organiser with an account, a client that is signed in, and a campaign to fill with invented tallies.

Hashing a password is slow on purpose. So the account is made, and signed in, once for all tests.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask, session
from sqlalchemy import delete, insert
from werkzeug.http import parse_cookie

from consult import create_app
from consult.organiser.accounts import halfway
from consult.organiser.accounts.security import PENDING, let_in
from consult.packs.model import Pack
from consult.results.tally import Tally
from consult.store import campaigns
from consult.store.database import db, writing
from consult.store.mixing import tallying
from consult.store.models import CommentRow, JoiningLink, ReleaseRow
from consult.store.models.base import table_of
from consult.store.organisers import accounts, second_factor, sign_ins
from consult.store.organisers.roles import Role
from tests.conftest import settings_for
from tests.organiser.material import EMAIL, OTHERS, SECRET, TOKEN, add_account
from tests.pages import InspectingClient

_releases = table_of(ReleaseRow)

COMMENT = bytes(16)
"""The id of a comment that the open campaign holds. It can be read once the campaign is filled."""


def plant_link() -> None:
    """Invite somebody, with a link whose random part is the one that all tests know."""
    number = accounts.add_account("invited@example.org", Role.VIEWER, [], hashed=None)
    with writing() as connection:
        link = {"token_hash": sha256(TOKEN.encode()).digest(), "expires_on": datetime.now(UTC) + timedelta(days=7)}
        connection.execute(insert(table_of(JoiningLink)), {"organiser_id": number} | link)


class Who(StrEnum):
    """Everybody with an account, by what they are to the open campaign."""

    ORGANISER = "organiser"
    VIEWER = "viewer"
    STRANGER = "stranger"
    """An organiser of another campaign."""
    ADMINISTRATOR = "administrator"
    HALFWAY = "halfway"
    """Gave the password and no code."""
    NEW = "new"
    """Gave the password, and has not set up the second step."""
    REMOVED = "removed"
    SWITCHED_OFF = "switched-off"
    SIGNED_OUT = "signed-out"
    """These three were signed in, and their accounts or sessions are gone."""


ROLES = {Who.VIEWER: Role.VIEWER, Who.ADMINISTRATOR: Role.ADMINISTRATOR}
HALF_WAY = {Who.HALFWAY, Who.NEW}


def address_of(who: Who) -> str:
    return EMAIL if who is Who.ORGANISER else f"{who}@example.org"


Fill = Callable[..., None]


def plant_comment(pack: Pack) -> None:
    """Put a comment on the first question into the open campaign."""
    with writing() as connection:
        row = {"id": COMMENT, "campaign_id": campaigns.lock(connection, pack.id), "question": pack.questions[0].id}
        said = {"text": "It made me feel watched."}
        connection.execute(insert(table_of(CommentRow)), row | said)


@dataclass(frozen=True)
class Prepared:
    """A database with people in it, a campaign of theirs, and the cookies that they got when they signed in."""

    database: Path
    campaign: str
    cookies: Mapping[Who, str]

    @property
    def cookie(self) -> str:
        """The cookie of the campaign's organiser."""
        return self.cookies[Who.ORGANISER]


@pytest.fixture(scope="session")
def prepared(ready_database: Path, tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Prepared:
    folder = tmp_path_factory.mktemp("organiser")
    for part in ready_database.parent.glob("consult.db*"):
        shutil.copy(part, folder / part.name)
    app = create_app(settings_for(folder))
    app.test_client_class = InspectingClient
    with app.app_context():
        campaigns.add(OTHERS, "Somebody else's", pack.id)
        plant_comment(pack)
        plant_link()
    cookies = {who: cookie_of(app, who, pack) for who in Who}
    with app.app_context():
        accounts.remove_organiser(address_of(Who.REMOVED))
        accounts.set_active(accounts.person_called(address_of(Who.SWITCHED_OFF)).id, False)
        db.session.remove()
        db.engine.dispose()
    return Prepared(folder / "consult.db", pack.id, cookies)


def cookie_of(app: Flask, who: Who, pack: Pack) -> str:
    """Make somebody's account, and return the cookie that they get for their password and, mostly, a code."""
    with app.test_request_context("/organiser/", environ_base=app.test_client().environ_base):
        slugs = [OTHERS] if who is Who.STRANGER else [pack.id]
        number = add_account(address_of(who), ROLES.get(who, Role.ORGANISER), slugs, second_step=who is not Who.NEW)
        account = sign_ins.of_number(number)
        assert account is not None
        if who in HALF_WAY:
            halfway.begin(account, "/organiser/")
            session[PENDING] = second_factor.pending(SECRET, number)
        else:
            let_in(account)
        cookie = parse_cookie(app.process_response(app.response_class()).headers["Set-Cookie"])["visit"]
        if who is Who.SIGNED_OUT:
            sign_ins.end_all(number)
    return cookie


@pytest.fixture
def organiser(tmp_path: Path, app: Flask, prepared: Prepared) -> Prepared:
    """Have an account for the open campaign, and beside it a campaign that is somebody else's."""
    put_back(app, prepared, tmp_path)
    return prepared


def put_back(app: Flask, prepared: Prepared, folder: Path) -> None:
    """Make the database in a folder what it was at first."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    for part in folder.glob("consult.db*"):
        part.unlink()
    for part in prepared.database.parent.glob("consult.db*"):
        shutil.copy(part, folder / part.name)


@pytest.fixture
def signed_in(client: InspectingClient, organiser: Prepared) -> InspectingClient:
    client.set_cookie("visit", organiser.cookie)
    return client


@pytest.fixture
def administrator(app: Flask, organiser: Prepared) -> InspectingClient:
    """A client in which somebody who runs the whole site is signed in."""
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    client.set_cookie("visit", organiser.cookies[Who.ADMINISTRATOR])
    return client


@pytest.fixture
def fill(app: Flask, organiser: Prepared) -> Fill:
    """Give a way to put invented tallies into the open campaign, or another one."""

    def put(tallies: Iterable[Tally], slug: str = organiser.campaign) -> None:
        with app.app_context(), writing() as connection:
            campaign_id = campaigns.lock(connection, slug)
            assert campaign_id is not None
            tallying.replace(connection, campaign_id, tallies)
            row = {"campaign_id": campaign_id, "week": date(2026, 2, 9), "how_many": 10}
            connection.execute(delete(_releases).where(_releases.c.campaign_id == campaign_id))
            connection.execute(insert(_releases), row)

    return put
