"""Campaigns full of invented responses on the site that runs, and cookies of people who are signed in there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask

from consult import create_app
from consult.cli.invented import Invented
from consult.packs.model import Pack
from consult.settings import Settings
from consult.store import plans
from consult.store.campaign_plan import Plan, State
from consult.store.database import db
from consult.store.mixing import comments, filling
from consult.store.organisers import accounts
from consult.store.organisers.roles import Role
from tests.conftest import PACK
from tests.organiser.conftest import Who, cookie_of, plant_link
from tests.organiser.material import add_account

INVITED = "invited@example.org"
ADMINISTRATOR = "everything@example.org"
FULL, OTHER = "full-of-results", "full-as-well"
RESPONSES = 60
TITLES = {FULL: "Neighbours of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", OTHER: "A short one"}
REASON = "It names somebody, and the reason is " + "long" * 20


@dataclass(frozen=True)
class Filled:
    """What there is to open: cookies of those who gave only their password, and the id of a comment."""

    cookies: Mapping[Who, str]
    comment: str
    invited: int
    """The number of an account whose link was not opened yet."""


def app_in(folder: Path) -> Flask:
    """Return the same app as the server's that has this folder, on the same database."""
    return create_app(Settings.from_environment({"CONSULT_INSTANCE": str(folder), "CONSULT_HTTPS": "no"}))


@contextmanager
def inside(app: Flask) -> Iterator[Flask]:
    """Work with what the app keeps, and leave no connection behind."""
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def fill(app: Flask, pack: Pack) -> Filled:
    """Fill two campaigns, and add an account of each kind. Once for a site."""
    with inside(app):
        plant_link()
        for slug in TITLES:
            _fill(slug, pack)
        question = pack.questions[0].id
        first, second, *_ = comments.comments(FULL, question)
        comments.hide(FULL, first.id, REASON)
        add_account(ADMINISTRATOR, Role.ADMINISTRATOR, [])
        cookies = {who: cookie_of(app, who, pack) for who in (Who.HALFWAY, Who.NEW)}
        return Filled(cookies, second.id.hex(), accounts.person_called(INVITED).id)


def _fill(slug: str, pack: Pack) -> None:
    """Make a campaign that has everything that one can have, and share responses in two languages with it."""
    plan = Plan(
        title=TITLES[slug],
        organiser="Neighbours",
        contact="neighbours@example.org",
        introduction="We live here.\n\nhttps://example.org/" + "a" * 80,
        route=("q6", "q8"),
        guides=(),
    )
    plans.begin(slug, PACK, plan)
    plans.move(slug, State.OPEN)
    crowd = Invented(pack)
    every = [(crowd.receipt(number), crowd.submission(number)) for number in range(RESPONSES)]
    shared = [
        (receipt, replace(each, campaign=slug, language="cy" if number % 3 == 0 else "en"))
        for number, (receipt, each) in enumerate(every)
    ]
    assert filling.share_many(slug, shared) == RESPONSES
