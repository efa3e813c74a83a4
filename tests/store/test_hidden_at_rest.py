"""Why a comment was hidden may tell whose it is, so the reason goes from the disk with the comment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from consult.store.database import db
from consult.store.forgetting import retention
from consult.store.mixing import comments, submissions
from consult.store.mixing.mix import BATCH
from consult.store.organisers import audit
from tests.postgres_server import PostgresServer
from tests.store.people import CAMPAIGN, answers, crowd, share
from tests.store.test_at_rest import NOW, RELEASED, WAITING

REASON = "It names Xanthippe of the corner shop"


@pytest.fixture
def has_reason(store: Flask, request: pytest.FixtureRequest) -> Callable[[], bool]:
    """Give a way to ask whether the reason is in the database's files, on PostgreSQL but for its log."""
    folder = Path(str(db.engine.url.database)).parent
    if store.config["SQLALCHEMY_DATABASE_URI"].get_backend_name() != "sqlite":
        server: PostgresServer = request.getfixturevalue("postgresql_server")
        folder = server.data / "base"

    def search() -> bool:
        if db.engine.dialect.name == "postgresql":
            with db.engine.connect() as connection:
                connection.exec_driver_sql("CHECKPOINT")
        return any(REASON.encode() in part.read_bytes() for part in folder.rglob("*") if part.is_file())

    return search


def hidden() -> str:
    """Release a comment and hide it; return its receipt."""
    receipt = share(answers(words=WAITING))
    crowd(BATCH, answers(words=RELEASED))
    question = next(iter(answers(words=WAITING).comments))
    read = comments.page_of(CAMPAIGN, question, size=2 * BATCH).comments
    written = next(each for each in read if each.text == WAITING)
    assert comments.hide(CAMPAIGN, written.id, REASON)
    return receipt


def in_record() -> list[str]:
    """Return the reasons that are in the record of what organisers did."""
    return [entry.reason for entry in audit.entries(CAMPAIGN)]


def test_a_withdrawal_takes_the_reason_along(has_reason: Callable[[], bool]) -> None:
    receipt = hidden()
    assert has_reason()
    assert in_record() == [REASON]
    submissions.withdraw(receipt)
    assert not has_reason()
    assert in_record() == [""]


def test_a_comment_that_was_shown_again_takes_the_reason_along_too(has_reason: Callable[[], bool]) -> None:
    receipt = hidden()
    (entry,) = audit.entries(CAMPAIGN)
    written = next(
        each
        for each in comments.page_of(CAMPAIGN, "police", size=2 * BATCH, with_hidden=True).comments
        if each.hidden
    )
    assert comments.show(CAMPAIGN, written.id)
    assert entry.reason == REASON
    assert in_record() == [REASON, REASON]
    submissions.withdraw(receipt)
    assert not has_reason()
    assert in_record() == ["", ""]


def test_an_erased_campaign_leaves_no_reason(has_reason: Callable[[], bool]) -> None:
    hidden()
    assert has_reason()
    retention.erase_campaign(CAMPAIGN, NOW.date())
    assert not has_reason()
    assert in_record() == [""]
