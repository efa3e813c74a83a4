from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask

from consult.store.organisers import audit

PACK = "home-office-facial-recognition"
Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["campaigns", *words])


def test_a_campaign_is_added_and_listed(run: Run) -> None:
    added = run("add", "lewisham", "--pack", PACK, "--title", "Lewisham  answers")
    assert (added.exit_code, added.output) == (0, "Added the campaign lewisham: “Lewisham answers”.\n")
    assert f"lewisham: “Lewisham answers”, answers the pack {PACK}, open\n" in run("list").output


def test_a_campaign_is_paused_opened_and_closed_for_good(run: Run) -> None:
    run("add", "lewisham", "--pack", PACK, "--title", "Lewisham answers")
    for state in ("paused", "open", "closed"):
        assert run("move", "lewisham", state).output == f"The campaign lewisham is {state}.\n"
        assert f", {state}\n" in run("list").output
    refused = run("move", "lewisham", "open")
    assert (refused.exit_code, refused.output) == (1, "Error: A campaign that is closed cannot become open.\n")
    assert run("move", "nowhere", "open").output == "Error: There is no campaign 'nowhere'.\n"


def test_what_a_command_did_is_on_record_and_what_it_could_not_do_is_not(run: Run, app: Flask) -> None:
    run("add", "lewisham", "--pack", PACK, "--title", "Lewisham answers")
    for state in ("paused", "open", "closed", "open"):
        run("move", "lewisham", state)
    with app.app_context():
        done = [each.action for each in reversed(audit.entries("lewisham"))]
    assert done == ["began-campaign", "paused-campaign", "opened-campaign", "closed-campaign"]


def test_a_word_of_our_own_addresses_is_refused(run: Run) -> None:
    result = run("add", "organiser", "--pack", PACK, "--title", "We answer")
    assert (result.exit_code, result.output) == (
        1,
        "Error: This site uses the word 'organiser' itself. Choose another name.\n",
    )


def test_an_unknown_pack_is_refused_with_the_known_ones(run: Run) -> None:
    result = run("add", "lewisham", "--pack", "none", "--title", "Lewisham answers")
    assert (result.exit_code, result.output) == (
        1,
        f"Error: There is no pack 'none'. The packs of this site: {PACK}.\n",
    )


@pytest.mark.parametrize(
    ("slug", "title", "fault"),
    [("Two Words", "Title", "cannot be a campaign's name"), ("ok", " ", "a title"), (PACK, "Title", "already")],
)
def test_what_cannot_be_added_is_explained(run: Run, slug: str, title: str, fault: str) -> None:
    result = run("add", slug, "--pack", PACK, "--title", title)
    assert result.exit_code == 1
    assert fault in result.output
    assert "Traceback" not in result.output
