"""What the differ takes for granted: that every page and file stands still while fewer than ten people come."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping

import pytest
from flask import Flask
from flask.testing import FlaskClient

from consult.answers.path import options_of
from consult.packs.model import Pack
from consult.store.mixing import submissions
from consult.store.mixing.mix import BATCH
from consult.store.mixing.sharing import Comment, Submission
from consult.store.mixing.submissions import Outcome
from consult.store.organisers.roles import Role
from consult.store.phrases import new_phrase
from tests.organiser.material import EMAIL, add_account, sign_in
from tests.pages import InspectingClient
from tests.proofs.everything_seen import ABOUT, changed, everything

EARLIER = 3 * BATCH
"""How many came before: enough for all that is shown to be shown."""

SEEN = "We saw the cameras by the market."
WORDS = "A heron stood on the van and looked into every lens."
FEWEST = 60
"""How many pages and files there are at least."""


@pytest.fixture
def organiser(app: Flask, client: InspectingClient, pack: Pack) -> FlaskClient:
    """Somebody who sees the whole site, with a campaign in which people were counted and read."""
    with app.test_request_context():
        add_account(EMAIL, Role.ADMINISTRATOR, [pack.id])
    assert sign_in(client).status_code == 303
    for number in range(EARLIER):
        arrive(app, pack, number, words=SEEN)
    # Other tests look at what is wrong with a page; here it takes too long.
    plain = FlaskClient(app, app.response_class)
    cookie = client.get_cookie("visit")
    assert cookie is not None
    plain.set_cookie("visit", cookie.value)
    return plain


def arrive(app: Flask, pack: Pack, number: int, *, words: str = "") -> None:
    """Let one more person share an answer to every question, with a fact about them."""
    choices = {question.id: options_of(pack, question) for question in pack.questions}
    about = pack.about_you[1]
    shared = Submission(
        campaign=pack.id,
        choices={key: options[number % len(options)].id for key, options in choices.items() if options},
        comments={pack.questions[ABOUT - 1].id: Comment(f"{words} {number}", "en")} if words else {},
        attributes={about.id: about.options[0].id},
        pack_version=pack.version,
    )
    with app.app_context():
        assert submissions.submit(submissions.receipt_for(new_phrase()), shared) is Outcome.WAITING


def is_told(seen: Mapping[str, bytes]) -> bool:
    """Say whether the words of those who came late stand anywhere that is plain text."""
    return any(WORDS.encode() in body for body in seen.values())


def test_nothing_that_an_organiser_sees_moves_before_the_tenth_arrival(
    app: Flask, organiser: FlaskClient, pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    campaign = f"/organiser/campaigns/{pack.id}"
    before = everything(organiser, pack, at_length=True)
    assert len(before) >= FEWEST
    assert all(body.startswith(b"200 ") for body in before.values())
    for number in range(1, BATCH):
        # Every second one writes.
        arrive(app, pack, number, words=WORDS if number % 2 else "")
        after = everything(organiser, pack, at_length=number == BATCH - 1)
        assert changed(before, after) == set(), f"arrival {number}"
    arrive(app, pack, BATCH)
    tenth = everything(organiser, pack, at_length=True)
    moved = changed(before, tenth)
    assert moved >= {campaign, f"/cy{campaign}", *(f"{campaign}/results.{key}" for key in ("xlsx", "csv", "json"))}
    # The words of five would be few among the old ones.
    assert not is_told(tenth)
    for number in range(1, BATCH):
        arrive(app, pack, number, words=WORDS)
    assert changed(tenth, everything(organiser, pack)) == set()
    arrive(app, pack, BATCH, words=WORDS)
    twentieth = everything(organiser, pack)
    assert is_told(twentieth)
    assert f"{campaign}/comments/{ABOUT}" in changed(tenth, twentieth)
    with capsys.disabled():
        said = f"{len(before)} pages and files stand still for nine arrivals; {len(moved)} move at the tenth"
        sys.stdout.write(f"\n{said}; {time.monotonic() - began:.0f} s\n")
