"""Every public function says the same when the database is away, so that a page can give the typed text back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask_security import Security

from consult.store import campaigns, closing, drafts, engines, plans
from consult.store.database import StoreUnavailable, db, upgrade
from consult.store.forgetting import retention
from consult.store.mixing import comments, likenesses, mix, releases, submissions, tallies
from consult.store.models import Organiser
from consult.store.organisers import accounts, audit, joining, people, recovery_codes, second_factor, sign_ins
from consult.store.organisers.roles import Role
from consult.store.phrases import new_phrase
from tests.databases import dispose, store_app_for
from tests.postgres_server import PostgresServer
from tests.store.people import CAMPAIGN, PACK, answers

TODAY = date(2026, 2, 11)
PHRASE = new_phrase()

EVERYTHING: dict[str, Callable[[], object]] = {
    "drafts.load": lambda: drafts.load(PHRASE),
    "drafts.save": lambda: drafts.save(PHRASE, "text"),
    "drafts.change": lambda: drafts.change(PHRASE, str.upper),
    "drafts.delete": lambda: drafts.delete(PHRASE),
    "submissions.submit": lambda: submissions.submit(PHRASE, answers()),
    "submissions.withdraw": lambda: submissions.withdraw(PHRASE),
    "submissions.find": lambda: submissions.find(PHRASE),
    "mix.release": lambda: mix.release(CAMPAIGN),
    "tallies.tallies": lambda: tallies.tallies(CAMPAIGN),
    "tallies.verify": lambda: tallies.verify(CAMPAIGN),
    "tallies.rebuild": lambda: tallies.rebuild(CAMPAIGN),
    "comments.comments": lambda: next(comments.comments(CAMPAIGN, "police"), None),
    "campaigns.find": lambda: campaigns.find(CAMPAIGN),
    "campaigns.add": lambda: campaigns.add("new", "Title", PACK),
    "campaigns.ensure_default": lambda: campaigns.ensure_default(PACK, "Title"),
    "campaigns.every": campaigns.every,
    "campaigns.all_for": lambda: campaigns.all_for("kit@example.org"),
    "accounts.campaigns_of": lambda: accounts.campaigns_of(1),
    "accounts.add_to_campaign": lambda: accounts.add_to_campaign(1, CAMPAIGN),
    "accounts.change_role": lambda: accounts.change_role(1, Role.VIEWER, []),
    "accounts.remove_organiser": lambda: accounts.remove_organiser("kit@example.org"),
    "people.every_person": people.every_person,
    "people.person": lambda: people.person(1),
    "sign_ins.is_open": lambda: sign_ins.is_open(1, "token"),
    "sign_ins.sessions": lambda: sign_ins.sessions(1),
    "sign_ins.end_all": lambda: sign_ins.end_all(1),
    "second_factor.is_there": lambda: second_factor.is_there(1),
    "recovery_codes.left": lambda: recovery_codes.left(1),
    "joining.invited": lambda: joining.invited("token"),
    "plans.find": lambda: plans.find(CAMPAIGN),
    "plans.outline": lambda: plans.outline(CAMPAIGN),
    "plans.unsettled": lambda: plans.unsettled(TODAY),
    "closing.close": lambda: closing.close(CAMPAIGN, TODAY),
    "likenesses.alike": lambda: likenesses.alike(CAMPAIGN, "police"),
    "likenesses.refresh": lambda: likenesses.refresh(CAMPAIGN),
    "comments.page_of": lambda: comments.page_of(CAMPAIGN, "police"),
    "comments.find": lambda: comments.find(CAMPAIGN, bytes(16)),
    "comments.hide": lambda: comments.hide(CAMPAIGN, bytes(16), "Why"),
    "comments.show": lambda: comments.show(CAMPAIGN, bytes(16)),
    "releases.weeks": lambda: releases.weeks(CAMPAIGN),
    "audit.found": lambda: audit.found(audit.Wanted()),
    "audit.who_did": lambda: audit.who_did(audit.Action.HID_COMMENT, bytes(16)),
    "likenesses.replace_example": lambda: likenesses.replace_example(
        CAMPAIGN, "police", comments.Written(bytes(16), "", None)
    ),
    "audit.record": lambda: audit.record(1, audit.Action.SAW_RESULTS, CAMPAIGN),
    "audit.entries": lambda: audit.entries(CAMPAIGN),
    "retention.sweep": lambda: retention.sweep(TODAY),
    "retention.erase_campaign": lambda: retention.erase_campaign(CAMPAIGN, TODAY),
    "upgrade": upgrade,
}
NEEDS_TABLES = EVERYTHING.keys() - {"upgrade"}
WRITES = ("drafts.save", "drafts.change", "submissions.submit", "submissions.withdraw")


@pytest.fixture
def away(database_kind: str, tmp_path: Path) -> Iterator[Flask]:
    """Give an app whose database cannot be reached at all."""
    nowhere = tmp_path / "nowhere"
    app = store_app_for(
        f"sqlite:///{nowhere}/store.db"
        if database_kind == "sqlite"
        else f"postgresql://consult@/none?host={nowhere}"
    )
    with app.app_context():
        yield app
    dispose(app)


def says_that_it_is_unavailable(act: Callable[[], object]) -> bool:
    try:
        act()
    except StoreUnavailable:
        return True
    return False


@pytest.mark.usefixtures("away")
def test_a_database_that_is_away_is_said_to_be_unavailable() -> None:
    assert [name for name, act in EVERYTHING.items() if not says_that_it_is_unavailable(act)] == []


def test_flask_security_is_told_in_the_same_way(away: Flask) -> None:
    away.config.update(SECURITY_PASSWORD_SALT="salt")
    Security(away, accounts.user_datastore)
    with pytest.raises(StoreUnavailable):
        accounts.user_datastore.find_user(email="kit@example.org")
    db.session.add(Organiser(email="kit@example.org", active=True, fs_uniquifier="x"))
    with pytest.raises(StoreUnavailable):
        accounts.user_datastore.commit()


def test_a_database_without_tables_is_said_to_be_unavailable(blank_database_uri: str) -> None:
    app = store_app_for(blank_database_uri)
    with app.app_context():
        assert [name for name in NEEDS_TABLES if not says_that_it_is_unavailable(EVERYTHING[name])] == []
    dispose(app)


@pytest.mark.parametrize("name", WRITES)
def test_a_locked_database_is_said_to_be_unavailable_and_works_again_after(
    name: str, database_uri: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engines.SQLITE_PRAGMAS, "busy_timeout", 50)
    monkeypatch.setattr(engines, "PATIENCE_SECONDS", 1)
    app = store_app_for(database_uri)
    with app.app_context():
        campaigns.add(CAMPAIGN, "Lewisham answers", PACK)
        holder = store_app_for(database_uri)
        with holder.app_context(), db.engine.connect() as connection:
            lock(connection.dialect.name, connection.exec_driver_sql)
            with app.app_context(), pytest.raises(StoreUnavailable):
                EVERYTHING[name]()
            connection.rollback()
        EVERYTHING[name]()
        dispose(holder)
    dispose(app)


def lock(dialect: str, run: Callable[[str], object]) -> None:
    if dialect == "sqlite":
        run("BEGIN IMMEDIATE")
    else:
        run("LOCK TABLE drafts, inbox, campaigns, audit IN ACCESS EXCLUSIVE MODE")


def test_a_full_disk_is_said_to_be_unavailable_and_what_was_saved_stays(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(sqlite_template, tmp_path / "store.db")
    monkeypatch.setitem(engines.SQLITE_PRAGMAS, "max_page_count", 100)
    app = store_app_for(f"sqlite:///{tmp_path / 'store.db'}")
    with app.app_context():
        drafts.save(PHRASE, "kept")
        with pytest.raises(StoreUnavailable):
            drafts.save(PHRASE, "x" * 1_000_000)
        assert drafts.load(PHRASE) == "kept"
    dispose(app)


def test_a_file_that_is_no_database_is_said_to_be_unavailable(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"This is not a database. " * 1000)
    app = store_app_for(f"sqlite:///{tmp_path / 'store.db'}")
    with app.app_context(), pytest.raises(StoreUnavailable):
        drafts.load(PHRASE)
    dispose(app)


def test_when_all_connections_are_taken_the_store_is_unavailable(database_uri: str) -> None:
    few = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.05}
    app = store_app_for(database_uri, SQLALCHEMY_ENGINE_OPTIONS=few)
    with app.app_context(), db.engine.connect() as taken:
        with pytest.raises(StoreUnavailable, match="no connection is free"):
            drafts.load(PHRASE)
        taken.close()
        assert drafts.load(PHRASE) is None
    dispose(app)


@pytest.mark.usefixtures("store_app")
@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_a_connection_that_the_server_cut_is_replaced(postgresql_server: PostgresServer) -> None:
    drafts.save(PHRASE, "kept")
    postgresql_server.cut_all(str(db.engine.url.database))
    assert drafts.load(PHRASE) == "kept"


def test_nothing_that_was_given_to_the_store_is_in_the_error(blank_database_uri: str) -> None:
    app = store_app_for(blank_database_uri)
    with app.app_context(), pytest.raises(StoreUnavailable) as caught:
        campaigns.add("new", "my own words", PACK)
    assert "INSERT INTO campaigns" in str(caught.value.__cause__)
    assert "my own words" not in f"{caught.value} {caught.value.__cause__}"
    dispose(app)
