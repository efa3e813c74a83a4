"""An organiser with an account, a client that is signed in, and a campaign to fill with invented tallies.

Hashing a password is slow on purpose. So the account is made, and signed in, once for all tests.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, insert

from consult import create_app
from consult.packs.model import Pack
from consult.results.tally import Tally
from consult.store import accounts, campaigns, tallying
from consult.store.database import db, writing
from consult.store.models import CommentRow, ReleaseRow
from consult.store.models.base import table_of
from tests.conftest import settings_for
from tests.organiser.material import EMAIL, OTHERS, PASSWORD, sign_in
from tests.pages import InspectingClient

_releases = table_of(ReleaseRow)

COMMENT = bytes(16)
"""The id of a comment that the open campaign holds. It can be read once the campaign is filled."""

Fill = Callable[[Iterable[Tally]], None]


def plant_comment(pack: Pack) -> None:
    """Put a comment on the first question into the open campaign."""
    with writing() as connection:
        row = {"id": COMMENT, "campaign_id": campaigns.lock(connection, pack.id), "question": pack.questions[0].id}
        said = {"text": "It made me feel watched.", "language": "en", "pack_version": pack.version}
        connection.execute(insert(table_of(CommentRow)), row | said)


@dataclass(frozen=True)
class Prepared:
    """A database with an organiser in it, a campaign of theirs, and the cookie that they got for their password."""

    database: Path
    campaign: str
    cookie: str


@pytest.fixture(scope="session")
def prepared(ready_database: Path, tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Prepared:
    folder = tmp_path_factory.mktemp("organiser")
    for part in ready_database.parent.glob("consult.db*"):
        shutil.copy(part, folder / part.name)
    app = create_app(settings_for(folder))
    app.test_client_class = InspectingClient
    with app.app_context():
        campaigns.add(OTHERS, "Somebody else's", pack.id)
        accounts.add_organiser(EMAIL, PASSWORD, [pack.id])
        plant_comment(pack)
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    assert sign_in(client).status_code == 303
    cookie = client.get_cookie("visit")
    assert cookie is not None
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    return Prepared(folder / "consult.db", pack.id, cookie.value)


@pytest.fixture
def organiser(tmp_path: Path, app: Flask, prepared: Prepared) -> Prepared:
    """Have an account for the open campaign, and beside it a campaign that belongs to nobody."""
    with app.app_context():
        db.engine.dispose()
    for part in tmp_path.glob("consult.db*"):
        part.unlink()
    for part in prepared.database.parent.glob("consult.db*"):
        shutil.copy(part, tmp_path / part.name)
    return prepared


@pytest.fixture
def signed_in(client: InspectingClient, organiser: Prepared) -> InspectingClient:
    client.set_cookie("visit", organiser.cookie)
    return client


@pytest.fixture
def fill(app: Flask, organiser: Prepared) -> Fill:
    """Give a way to put invented tallies into the open campaign."""

    def put(tallies: Iterable[Tally]) -> None:
        with app.app_context(), writing() as connection:
            campaign_id = campaigns.lock(connection, organiser.campaign)
            assert campaign_id is not None
            tallying.replace(connection, campaign_id, tallies)
            row = {"campaign_id": campaign_id, "week": date(2026, 2, 9), "how_many": 10}
            connection.execute(delete(_releases))
            connection.execute(insert(_releases), row)

    return put
