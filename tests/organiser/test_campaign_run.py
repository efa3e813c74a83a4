"""Running a campaign: opening, pausing, closing, looking at it, and printing what leads to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.packs.model import Pack
from consult.results.ledger import RESPONSE
from consult.results.tally import LANGUAGE
from consult.store import plans
from consult.store.campaign_plan import Leftover, Plan, State
from consult.store.mixing import submissions
from consult.store.mixing.submissions import Standing, Submission
from consult.store.organisers import audit
from consult.store.phrases import new_phrase
from tests.organiser.conftest import Prepared
from tests.pages import InspectingClient, guard, soup, text_of
from tests.store.people import ledger

PLAN = Plan(
    title="Deptford answers",
    organiser="Deptford Neighbours",
    contact="deptford@example.org",
    introduction="We live here.",
    route=("q6", "q8"),
    guides=(),
    closes_on=date(2199, 3, 30),
)


@pytest.fixture
def base(organiser: Prepared) -> str:
    """The address of the organiser's pages for the open campaign, which has a plan by now."""
    return f"/organiser/campaigns/{organiser.campaign}"


@pytest.fixture
def slug(app: Flask, base: str, pack: Pack) -> str:
    assert pack.id in base
    with app.app_context():
        plans.change(pack.id, PLAN, version=1)
    return pack.id


def press(client: InspectingClient, base: str, path: str, **fields: str) -> TestResponse:
    token = guard(client.get(f"{base}/{path}"))
    return client.post(f"{base}/{path}", data={"csrf_token": token, **fields})


def main_of(client: InspectingClient, address: str) -> str:
    return text_of(soup(client.get(address)).main)


def test_pausing_and_opening_again_shows_at_the_residents_address(
    app: Flask, signed_in: InspectingClient, base: str, slug: str
) -> None:
    assert "until 30 March 2199" in main_of(signed_in, f"{base}/manage")
    assert press(signed_in, base, "manage", state="paused").status_code == 303
    assert "Paused" in main_of(signed_in, f"{base}/manage")
    assert "has paused sharing" in main_of(signed_in, f"/c/{slug}")
    assert press(signed_in, base, "manage", state="open").status_code == 303
    assert "has paused sharing" not in main_of(signed_in, f"/c/{slug}")
    with app.app_context():
        done = [entry.action for entry in audit.entries(slug)]
    assert done[:2] == ["opened-campaign", "paused-campaign"]


def test_closing_is_asked_twice_and_for_good(app: Flask, signed_in: InspectingClient, base: str, slug: str) -> None:
    receipt = new_phrase()
    with app.app_context():
        submissions.submit(receipt, Submission(slug, {"q1": "agree"}))
    assert "If fewer than ten wait, they are deleted." in main_of(signed_in, f"{base}/close")
    assert press(signed_in, base, "close").status_code == 303
    page = main_of(signed_in, f"{base}/manage")
    assert "Closed" in page
    assert "Fewer than ten were deleted." in page
    resident = main_of(signed_in, f"/c/{slug}")
    assert "Nothing more can be shared with it." in resident
    assert "Answers that were still waiting for others at the end were deleted." in resident
    with app.app_context():
        assert submissions.find(receipt) is Standing.NOTHING
    token = guard(signed_in.get(f"{base}/edit"))
    refused = signed_in.post(f"{base}/manage", data={"csrf_token": token, "state": "open"})
    assert refused.status_code == 409
    assert "cannot be done any more" in text_of(soup(refused).main)


def test_a_campaign_whose_day_passed_is_closed_for_whoever_looks_first(
    app: Flask, signed_in: InspectingClient, base: str, slug: str
) -> None:
    with app.app_context():
        plans.change(slug, replace(PLAN, closes_on=date(2020, 1, 1), leftover=Leftover.RELEASE), version=2)
    assert "Nothing more can be shared with it." in main_of(signed_in, f"/c/{slug}")
    assert "Closed" in main_of(signed_in, f"{base}/manage")
    with app.app_context():
        kept = plans.find(slug)
    assert kept is not None
    assert kept.state is State.CLOSED
    assert kept.settled_on is not None


@pytest.mark.parametrize(("fields", "status"), [({"state": "closed"}, 422), ({"state": "<b>"}, 422), ({}, 422)])
def test_what_no_button_sends_is_refused(
    signed_in: InspectingClient, base: str, fields: dict[str, str], status: int
) -> None:
    assert press(signed_in, base, "manage", **fields).status_code == status


def test_a_forged_form_does_nothing(signed_in: InspectingClient, base: str, slug: str) -> None:
    for path in ("manage", "close"):
        assert signed_in.post(f"{base}/{path}", data={"state": "paused"}).status_code == 400
    assert "has paused sharing" not in main_of(signed_in, f"/c/{slug}")


def test_the_preview_is_what_residents_see(signed_in: InspectingClient, base: str, slug: str) -> None:
    for part, address in (("front", f"/c/{slug}"), ("privacy", f"/c/{slug}/privacy")):
        seen = main_of(signed_in, address)
        preview = main_of(signed_in, f"{base}/preview/{part}")
        before, _, after = preview.partition("Back to the organiser's pages ")
        assert "This is a preview." in before
        assert after.replace(" Start now", "") in seen.replace(" Start now", "")
    signed_in.get(f"/c/{slug}")
    listed = main_of(signed_in, f"/{slug}/tasks").partition("You have answered")[2]
    assert main_of(signed_in, f"{base}/preview/tasks").endswith(listed)


def test_a_poster_and_a_leaflet_come_in_both_languages(signed_in: InspectingClient, base: str, slug: str) -> None:
    links = [str(link["href"]) for link in soup(signed_in.get(f"{base}/materials")).select("main li a")]
    assert len(links) == 8
    for link in links:
        answered = signed_in.get(link)
        assert answered.status_code == 200
        language = "cy" if "/cy" in link else "en"
        address = "/cy/c/" if language == "cy" else "/c/"
        if link.endswith(".docx"):
            with ZipFile(BytesIO(answered.data)) as package:
                text = package.read("word/document.xml").decode()
            assert f"localhost{address}{slug}" in text
        else:
            shown = soup(answered).select_one(".app-handout")
            assert shown is not None
            assert shown["lang"] == language
            assert f"localhost{address}{slug}" in text_of(shown)
            code = shown.select_one("svg[role=img]")
            assert code is not None
            assert f"localhost{address}{slug}" in str(code["aria-label"])


@pytest.mark.parametrize(
    "path", ["materials/flag/en", "materials/poster/fr", "materials/poster/fr.docx", "preview/x"]
)
def test_what_there_is_not_is_not_found(signed_in: InspectingClient, base: str, path: str) -> None:
    assert signed_in.get(f"{base}/{path}").status_code == 404


Paper = Callable[..., TestResponse]


@pytest.fixture
def paper(signed_in: InspectingClient, base: str) -> Paper:
    """Give a way to send a booklet, with a fresh receipt or one that is given."""

    def send(**fields: str) -> TestResponse:
        page = soup(signed_in.get(f"{base}/paper"))
        there = "main form input[type=hidden], main form input[checked]"
        given = {str(each["name"]): str(each["value"]) for each in page.select(there)}
        return signed_in.post(f"{base}/paper", data={**given, **fields})

    return send


def receipt_on(response: TestResponse) -> str:
    return text_of(soup(response).select_one(".app-phrase"))


def test_a_booklet_is_kept_and_its_words_shown(app: Flask, paper: Paper) -> None:
    answered = paper(**{"q1-box": "1", "q1-text": "Because.", "consent": "words"})
    assert answered.status_code == 200
    receipt = receipt_on(answered)
    with app.app_context():
        assert submissions.find(receipt) is Standing.WAITING
    page = soup(answered)
    assert "1 booklet typed in so far." in text_of(page.main)
    assert [each.text.strip() for each in page.select("textarea") if each.text.strip()] == []


def test_a_booklet_sent_twice_counts_once(paper: Paper) -> None:
    first = paper(**{"q1-box": "1", "consent": "counts"})
    again = paper(**{"q1-box": "1", "consent": "counts", "receipt": receipt_on(first), "count": "1"})
    assert "1 booklet typed in so far." in text_of(soup(again).main)


def test_a_booklet_with_words_on_it_was_typed_in_before(paper: Paper) -> None:
    first = paper(**{"q1-box": "1", "consent": "counts"})
    second = paper(**{"q1-box": "1", "q1-text": "Kept.", "consent": "counts", "written": receipt_on(first)})
    assert second.status_code == 409
    assert "was typed in already" in text_of(soup(second).main)
    assert text_of(soup(second).select_one("#q1-text")) == "Kept."


def test_a_booklet_counts_in_its_own_language(app: Flask, paper: Paper, slug: str) -> None:
    for language in ("cy",) * 7 + ("en",) * 3:
        assert paper(**{"q1-box": "1", "consent": "counts", "language": language}).status_code == 200
    with app.app_context():
        groups = ledger(slug).groups
        tallied = {
            group.value: numbers.true[RESPONSE] for group, numbers in groups.items() if group.attribute == LANGUAGE
        }
    assert tallied == {"cy": 7, "en": 3}


def test_the_language_of_booklets_is_the_campaigns_until_another_is_chosen_and_then_stays(
    app: Flask, paper: Paper, slug: str, signed_in: InspectingClient, base: str
) -> None:
    def chosen(response: TestResponse) -> list[str]:
        return [str(each["value"]) for each in soup(response).select("input[name=language][checked]")]

    for prefix in ("", "/cy"):
        assert chosen(signed_in.get(f"{prefix}{base}/paper")) == ["en"]
    assert chosen(paper(**{"q1-box": "1", "consent": "counts", "language": "cy"})) == ["cy"]
    assert chosen(paper(consent="nothing", language="cy")) == ["cy"]
    assert chosen(paper(**{"q1-box": "99", "consent": "counts", "language": "cy"})) == ["cy"]
    with app.app_context():
        planned = plans.find(slug)
        assert planned is not None
        plans.change(slug, replace(planned.plan, language="cy"), version=planned.version)
    assert chosen(signed_in.get(f"{base}/paper")) == ["cy"]


@pytest.mark.parametrize("language", ["", "xx", "<b>", "\0", "x" * 10_000])
def test_a_booklet_must_be_in_a_language_that_there_is(paper: Paper, language: str) -> None:
    answered = paper(**{"q1-box": "1", "consent": "counts", "language": language})
    assert answered.status_code == 422
    assert "in which language the booklet is" in text_of(soup(answered).select_one(".govuk-error-summary"))


def test_the_keyboard_goes_on_in_the_first_box_after_a_booklet_and_not_past_an_error(
    signed_in: InspectingClient, base: str, paper: Paper
) -> None:
    def focused(response: TestResponse) -> list[str]:
        return [str(each["id"]) for each in soup(response).select("[autofocus]")]

    assert focused(signed_in.get(f"{base}/paper")) == []
    for kept in (paper(**{"q1-box": "1", "consent": "counts"}), paper(consent="nothing")):
        assert focused(kept) == ["written"]
        box = soup(kept).select_one("#written")
        assert box is not None
        assert "before" in str(box["aria-describedby"]).split()
    assert focused(paper(**{"q1-box": "99", "consent": "counts"})) == []


def test_without_a_tick_nothing_is_kept(paper: Paper) -> None:
    answered = paper(**{"q1-box": "1", "consent": "nothing"})
    assert answered.status_code == 200
    assert "Nothing of that booklet was kept" in text_of(soup(answered).main)
    assert soup(answered).select_one(".app-phrase") is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"q1-box": "9", "consent": "counts"}, "type a digit from 1 to"),
        ({"q1-box": "²", "consent": "counts"}, "type a digit from 1 to"),
        ({"q1-box": "<b>" * 3000, "consent": "counts"}, "type a digit from 1 to"),
        ({"q1-text": "x" * 20_001, "consent": "words"}, "1 character too long"),
        ({"q1-box": "1"}, "Say what the person allowed"),
        ({"q1-box": "1", "consent": "all"}, "Say what the person allowed"),
        ({"consent": "counts"}, "Type in at least one answer"),
        ({"q1-box": "1", "consent": "counts", "written": "no such words"}, "Check the words on the booklet"),
    ],
)
def test_a_fault_is_said_and_all_that_was_typed_stays(paper: Paper, fields: dict[str, str], words: str) -> None:
    answered = paper(**{"q6-text": "Stays." if "q1" in str(fields) else "", **fields})
    assert answered.status_code == 422
    page = soup(answered)
    assert words in text_of(page.select_one(".govuk-error-summary"))
    if "q1" in str(fields):
        assert text_of(page.select_one("#q6-text")) == "Stays."
    box = page.select_one("#q1-box")
    assert box is not None
    assert box.get("value", "") == fields.get("q1-box", "")


def test_no_booklet_is_taken_while_the_campaign_is_paused(
    app: Flask, signed_in: InspectingClient, base: str, slug: str
) -> None:
    token = guard(signed_in.get(f"{base}/paper"))
    with app.app_context():
        plans.move(slug, State.PAUSED)
    assert "Open it first" in main_of(signed_in, f"{base}/paper")
    typed = {"csrf_token": token, "language": "en", "q1-box": "1", "q1-text": "Stays.", "consent": "counts"}
    refused = signed_in.post(f"{base}/paper", data=typed)
    assert refused.status_code == 409
    assert text_of(soup(refused).select_one("#q1-text")) == "Stays."
