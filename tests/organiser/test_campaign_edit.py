"""Beginning and changing a campaign: every field, every fault, and two people at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from consult.packs.model import Pack
from consult.store import plans
from consult.store.campaign_plan import Leftover, Plan, Planned, State
from consult.store.organisers import audit
from tests.conftest import PACK
from tests.organiser.material import OTHERS
from tests.pages import InspectingClient, guard, soup, text_of

NEW = f"/organiser/new-campaign/{PACK}"
SLUG = "deptford-answers"
EDIT = f"/organiser/campaigns/{SLUG}/edit"
MARKUP = "<script>alert(1)</script> =1+1 @SUM(A1) \"'"
SENT: Mapping[str, Any] = {
    "title": "Deptford answers",
    "organiser": "Deptford Neighbours",
    "contact": "deptford@example.org",
    "introduction": "We live here.\r\n\r\nWe see cameras.",
    "language": "en",
    "route": ["q2", "q6"],
    "guides": "some",
    "guided": ["q1"],
    "opens_on_day": "2",
    "opens_on_month": "3",
    "opens_on_year": "2099",
    "closes_on_day": "30",
    "closes_on_month": "3",
    "closes_on_year": "2099",
    "leftover": "release",
    "privacy": "",
}
PLAN = Plan(
    title="Deptford answers",
    organiser="Deptford Neighbours",
    contact="deptford@example.org",
    introduction="We live here.\n\nWe see cameras.",
    guides=("q1",),
    route=("q2", "q6"),
    opens_on=date(2099, 3, 2),
    closes_on=date(2099, 3, 30),
    leftover=Leftover.RELEASE,
)


def send(client: InspectingClient, address: str, **changes: object) -> TestResponse:
    token = guard(client.get(address))
    return client.post(address, data={**SENT, "csrf_token": token, **changes})


def kept(app: Flask, slug: str = SLUG) -> Planned | None:
    with app.app_context():
        return plans.find(slug)


def problems(response: TestResponse) -> list[str]:
    return [text_of(each) for each in soup(response).select(".govuk-error-summary__list li")]


def test_a_campaign_begins_as_a_draft_of_ones_own(app: Flask, signed_in: InspectingClient, pack: Pack) -> None:
    answered = send(signed_in, NEW)
    assert (answered.status_code, answered.location) == (303, f"/organiser/campaigns/{SLUG}/manage")
    assert kept(app) == Planned(SLUG, pack.id, PLAN, State.DRAFT)
    page = soup(signed_in.get(answered.location))
    assert "Nobody but its organisers can see it." in text_of(page.main)
    assert f"localhost/c/{SLUG}" in text_of(page.main)
    assert signed_in.get(f"/c/{SLUG}").status_code == 404
    with app.app_context():
        assert [entry.action for entry in audit.entries(SLUG)] == ["began-campaign"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ardal Llŷn: beth yw’ch barn?", "ardal-llyn-beth-ywch-barn"),
        ("Deptford " * 15, "deptford-deptford-deptford"),
        ("x" * 150, "x" * 30),
        ("Tasks", "tasks-2"),
        ("Somebody elses", "somebody-elses-2"),
    ],
)
def test_an_address_is_made_from_the_name(app: Flask, signed_in: InspectingClient, title: str, slug: str) -> None:
    assert send(signed_in, NEW, title=title).status_code == 303
    assert kept(app, slug) is not None


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("With Space", "small letters, digits"),
        ("a--b", "small letters, digits"),
        ("x" * 61, "small letters, digits"),
        ("../x", "small letters, digits"),
        ("new-campaign", "uses that word itself"),
        ("organiser", "uses that word itself"),
        ("cy", "uses that word itself"),
        ("take-back", "uses that word itself"),
        ("home-office-facial-recognition", "uses that word itself"),
        ("www", "uses that word itself"),
        (OTHERS, "Another campaign has this"),
    ],
)
def test_an_address_that_cannot_be_had_is_refused_and_the_rest_stays(
    app: Flask, signed_in: InspectingClient, slug: str, words: str
) -> None:
    answered = send(signed_in, NEW, slug=slug)
    assert answered.status_code == 422
    assert words in " ".join(problems(answered))
    field = soup(answered).select_one("#introduction")
    assert field is not None
    assert field.text.split() == ["We", "live", "here.", "We", "see", "cameras."]
    assert kept(app, SLUG) is None


FAULTS: list[tuple[dict[str, object], str]] = [
    ({"title": ""}, "Give the campaign a name."),
    ({"title": " \u202e\x00 "}, "Give the campaign a name."),
    ({"organiser": ""}, "Say who you are."),
    ({"contact": ""}, "Say how residents can reach you."),
    ({"language": "xx"}, "choose one of the answers"),
    ({"language": ""}, "choose one of the answers"),
    ({"guides": "critics"}, "choose one of the answers"),
    ({"guides": "some", "guided": []}, "Pick at least one question"),
    ({"guided": ["nowhere"]}, "Choose from the questions"),
    ({"route": ["<b>"]}, "Choose from the questions"),
    ({"leftover": "keep"}, "choose one of the answers"),
    ({"opens_on_day": "31", "opens_on_month": "2"}, "Type a real day"),
    ({"opens_on_day": "²"}, "Type a real day"),
    ({"opens_on_day": "x" * 10_000}, "Type a real day"),
    ({"closes_on_year": ""}, "Type a real day"),
    ({"closes_on_year": "99999999999999999999"}, "Type a real day"),
    ({"closes_on_day": "1", "closes_on_month": "3"}, "comes before the first day"),
    ({"opens_on_year": "2025", "closes_on_year": "2025"}, "has passed already"),
]  # fmt: skip


LIMITS = {"title": 200, "organiser": 100, "contact": 200, "introduction": 1000, "privacy": 4000}
FAULTS += [({name: "=" + "x" * 9_999}, f"the most is {limit} characters") for name, limit in LIMITS.items()]


@pytest.mark.parametrize(("changes", "words"), FAULTS)
def test_a_fault_is_said_and_nothing_typed_is_lost(
    app: Flask, signed_in: InspectingClient, changes: dict[str, object], words: str
) -> None:
    answered = send(signed_in, NEW, **changes)
    assert answered.status_code == 422
    assert words in " ".join(problems(answered))
    page = soup(answered)
    for name, value in ({**SENT, **changes}).items():
        field = page.select_one(f"input[type=text][name={name}], textarea[name={name}]")
        if field is not None and name != "title":
            shown = field.get("value", "") if field.name == "input" else field.text.removeprefix("\n")
            assert str(shown).split() == str(value).split()
    assert kept(app) is None


@pytest.mark.parametrize("name", ["title", "organiser", "contact", "introduction", "privacy"])
def test_markup_and_formulas_are_plain_text_everywhere(app: Flask, signed_in: InspectingClient, name: str) -> None:
    assert send(signed_in, NEW, slug=SLUG, **{name: MARKUP}).status_code == 303
    found = kept(app)
    assert found is not None
    assert getattr(found.plan, name) == MARKUP
    base = f"/organiser/campaigns/{SLUG}"
    for path in ("edit", "manage", "close", "preview/front", "preview/tasks", "preview/privacy", "preview/closed"):
        answered = signed_in.get(f"{base}/{path}")
        assert answered.status_code == 200
        assert "<script>alert" not in answered.get_data(as_text=True)
    for path in ("materials/poster/en", "materials/leaflet/cy"):
        assert "<script>alert" not in signed_in.get(f"{base}/{path}").get_data(as_text=True)


def test_a_page_that_was_open_for_long_keeps_what_was_typed(app: Flask, signed_in: InspectingClient) -> None:
    answered = send(signed_in, NEW, csrf_token="stale")
    assert answered.status_code == 400
    assert text_of(soup(answered).select_one("#introduction")) == "We live here. We see cameras."
    assert kept(app) is None


def test_a_change_is_kept(app: Flask, signed_in: InspectingClient) -> None:
    send(signed_in, NEW)
    answered = send(signed_in, EDIT, version="1", title="Deptford speaks", guides="none", route=[])
    assert answered.status_code == 303
    found = kept(app)
    assert found is not None
    assert (found.plan.title, found.plan.guides, found.plan.route, found.version) == ("Deptford speaks", (), (), 2)
    assert "Your changes are kept." in text_of(soup(signed_in.get(answered.location)).main)


def test_the_form_shows_what_is_kept(signed_in: InspectingClient) -> None:
    send(signed_in, NEW)
    page = soup(signed_in.get(EDIT))
    ticked = [str(each["value"]) for each in page.select("input[checked]")]
    assert ticked == ["en", "q2", "q6", "some", "q1", "release"]
    assert [str(page.select(f"#closes_on_{part}")[0]["value"]) for part in ("day", "month", "year")] == [
        "30",
        "3",
        "2099",
    ]


def test_whoever_saves_second_sees_both_texts_and_loses_none(app: Flask, signed_in: InspectingClient) -> None:
    send(signed_in, NEW)
    assert send(signed_in, EDIT, version="1", introduction="The first.", route=["q3"]).status_code == 303
    second = send(signed_in, EDIT, version="1", introduction="The second.", closes_on_day="29")
    assert second.status_code == 409
    words = text_of(soup(second).main)
    assert "Nothing is lost: both texts are below." in words
    assert "A short introduction Yours: The second. Kept by the other person: The first." in words
    assert "A short route Yours: 2, 6 Kept by the other person: 3" in words
    assert "Last day Yours: 29 March 2099 Kept by the other person: 30 March 2099" in words
    assert text_of(soup(second).select_one("#introduction")) == "The second."
    version = soup(second).select_one("input[name=version]")
    assert version is not None
    assert send(signed_in, EDIT, version=str(version["value"]), introduction="Both.").status_code == 303
    found = kept(app)
    assert found is not None
    assert (found.plan.introduction, found.version) == ("Both.", 3)


@pytest.mark.parametrize("version", ["", "0", "x", "9" * 10_000, "-1"])
def test_a_version_that_never_was_counts_as_an_old_one(signed_in: InspectingClient, version: str) -> None:
    send(signed_in, NEW)
    assert send(signed_in, EDIT, version=version).status_code == 409


def test_a_choice_that_is_sent_twice_counts_once(app: Flask, signed_in: InspectingClient) -> None:
    twice = {"route": ["q2", "q6", "q2"], "guided": ["q1", "q1"]}
    assert send(signed_in, NEW, **twice).status_code == 303
    assert send(signed_in, EDIT, version="1", **twice).status_code == 303
    found = kept(app)
    assert found is not None
    assert (found.plan.route, found.plan.guides, found.version) == (("q2", "q6"), ("q1",), 2)


def test_a_plan_that_the_store_refuses_is_explained_and_kept_on_the_page(
    app: Flask, signed_in: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form finds what the store would refuse; should it miss something one day, nobody loses a word."""
    send(signed_in, NEW)
    monkeypatch.setattr(plans, "LONGEST_ROUTE", 1)
    for address, slug in ((EDIT, ""), (NEW, "another")):
        answered = send(signed_in, address, version="1", slug=slug, introduction="Kept.")
        assert answered.status_code == 422
        assert problems(answered) == [
            "This campaign cannot be kept as it is. Nothing is lost: look at what you chose, then save again."
        ]
        assert text_of(soup(answered).select_one("#introduction")) == "Kept."
    assert kept(app, "another") is None


def test_an_address_that_is_taken_at_that_moment_is_said_to_be(
    signed_in: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = plans.begin

    def after_somebody_else(slug: str, pack_id: str, plan: Plan, *, organiser_id: int) -> Planned:
        begin(slug, pack_id, PLAN)
        return begin(slug, pack_id, plan, organiser_id=organiser_id)

    monkeypatch.setattr(plans, "begin", after_somebody_else)
    answered = send(signed_in, NEW)
    assert answered.status_code == 409
    assert "Another campaign has this short address" in problems(answered)[0]
