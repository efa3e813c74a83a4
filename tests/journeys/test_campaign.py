"""A campaign's whole life in two browsers: an organiser makes it, a resident answers it, the organiser ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import cast
from uuid import uuid4

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from consult.store import plans
from consult.store.campaign_plan import LONGEST_INTRODUCTION, LONGEST_TITLE, Plan
from consult.store.organisers.roles import Role
from tests.conftest import PACK
from tests.journeys.conftest import MakeVisitor, Site, Visitor
from tests.journeys.filled import ADMINISTRATOR, FULL, Filled, app_in, inside
from tests.journeys.steps import follow, press, sign_in
from tests.organiser.material import add_account

pytestmark = pytest.mark.journey


@pytest.fixture
def app(site: Site) -> Iterator[Flask]:
    with inside(app_in(site.folder)) as app:
        yield app


def signed_in(visitor: Visitor, app: Flask) -> Page:
    email = f"{uuid4().hex}@example.org"
    add_account(email, Role.ORGANISER, [])
    page = visitor.go("/organiser/sign-in")
    sign_in(page, app, email)
    return page


def begin(page: Page, title: str) -> str:
    """Begin a campaign as an organiser would, and return its short name."""
    follow(page, "Begin a campaign")
    page.get_by_label("Name of the campaign").fill(title)
    page.get_by_label("Who you are").fill("Deptford Neighbours")
    page.get_by_label("How to reach you").fill("deptford@example.org")
    page.get_by_label("A short introduction").fill("We live here.\n\nhttps://example.org <b>and</b> =1+1")
    for number in (6, 8):
        page.locator(f"input[name=route][value=q{number}]").check()
    page.get_by_label("Do not show them").check()
    press(page, "Save")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page.url.split("/")[-2]


def test_a_campaign_from_its_beginning_to_its_end(visit: MakeVisitor, app: Flask) -> None:
    organiser, resident = visit(), visit(width=320)
    theirs = signed_in(organiser, app)
    slug = begin(theirs, "Deptford answers")
    follow(theirs, "first page")
    expect(theirs.locator(".app-theirs")).to_contain_text("These are their words, not ours")
    follow(theirs, "Back to the organiser's pages")
    press(theirs, "Open the campaign")

    page = resident.go(f"/c/{slug}")
    expect(page.locator(".app-theirs")).to_contain_text("https://example.org <b>and</b> =1+1")
    press(page, "Start now")
    expect(page.get_by_role("heading", name="Questions that the organiser chose")).to_be_visible()
    page.get_by_role("link", name=re.compile(r"^6\. ")).click()
    page.locator("textarea").fill("My own words.")
    press(page, "Save and continue")
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 8 of 17")
    page.locator("input[type=radio]").first.check()
    press(page, "Save and continue")
    page.locator("#rest > summary").click()
    expect(page.locator("#rest a").first).to_be_visible()

    press(theirs, "Pause sharing")
    expect(theirs.locator(".govuk-tag")).to_have_text("Paused")
    resident.go(f"/{PACK}/share")
    expect(page.locator("main")).to_contain_text("The organiser has paused sharing for now.")
    press(theirs, "Open it again")
    resident.go(f"/{PACK}/share")
    page.get_by_label("Counts only").check()
    press(page, "Continue")
    expect(page.locator(".app-phrase")).to_be_visible()

    follow(theirs, "Close the campaign for good")
    press(theirs, "Close the campaign")
    expect(theirs.locator("main")).to_contain_text("Fewer than ten were deleted.")
    resident.go(f"/c/{slug}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This campaign has closed")
    resident.go(f"/{PACK}/shared")
    expect(page.locator(".app-phrase")).to_have_count(0)


def test_a_booklet_is_typed_in_by_keyboard_alone(visit: MakeVisitor, app: Flask) -> None:
    visitor = visit()
    page = signed_in(visitor, app)
    slug = begin(page, "Booklets")
    press(page, "Open the campaign")
    visitor.go(f"/organiser/campaigns/{slug}/paper")
    page.locator("#q1-box").focus()
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.type("Because of the cameras.")
    page.locator("#consent").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("1 booklet typed in so far.")
    expect(page.locator(".app-phrase")).to_be_visible()
    expect(page.locator("#q1-box")).to_have_value("")


SIZES = {"poster": (210, 297), "leaflet": (148, 210)}
"""How wide and how high each handout is, in millimetres."""


def printed(page: Page) -> PdfReader:
    """Return the page that is open as it prints."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def millimetres(paper: PageObject) -> tuple[int, int]:
    box = paper.mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


def fonts(document: PdfReader) -> set[str]:
    """Return the names of all fonts in a document."""
    found: set[str] = set()
    for paper in document.pages:
        used = cast("DictionaryObject", paper["/Resources"]).get("/Font", {})
        found |= {str(font.get_object()["/BaseFont"]) for font in used.values()}
    return found


@pytest.mark.parametrize("handout", SIZES)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_handout_prints_on_one_page_of_its_size(
    visit: MakeVisitor, app: Flask, handout: str, language: str
) -> None:
    visitor = visit()
    page = signed_in(visitor, app)
    slug = begin(page, "To be printed")
    visitor.go(f"/organiser/campaigns/{slug}/materials/{handout}/{language}")
    paper = printed(page)
    assert [millimetres(each) for each in paper.pages] == [SIZES[handout]]
    text = paper.pages[0].extract_text()
    assert f"/c/{slug}" in text.replace("\n", "")
    assert "Signed in as" not in text
    assert not [font for font in fonts(paper) if "Serif" in font or "Times" in font]


@pytest.mark.parametrize(("handout", "most"), [("poster", 1), ("leaflet", 2)])
@pytest.mark.parametrize("title", ["Neighbours answer " * 11, "W" * LONGEST_TITLE])
def test_a_handout_with_all_the_words_that_there_may_be_goes_on_overleaf_at_most(
    visit: MakeVisitor, app: Flask, handout: str, most: int, title: str
) -> None:
    slug, introduction = uuid4().hex, ("We live here and care about it. " * 40)[:LONGEST_INTRODUCTION]
    plan = Plan(title.strip(), organiser="O" * 60, contact="someone@example.org", introduction=introduction)
    plans.begin(slug, PACK, plan)
    visitor = visit()
    email = f"{uuid4().hex}@example.org"
    add_account(email, Role.ORGANISER, [slug])
    page = visitor.go("/organiser/sign-in")
    sign_in(page, app, email)
    visitor.go(f"/organiser/campaigns/{slug}/materials/{handout}/en")
    papers = printed(page).pages
    assert {millimetres(each) for each in papers} == {SIZES[handout]}
    assert len(papers) <= most
    # The address, its code and what to do with them stand together.
    last = papers[-1].extract_text()
    assert f"/c/{slug}" in last.replace("\n", "")
    assert "Point a telephone" in last


def test_results_print_with_their_method_and_without_what_is_for_the_screen(
    visit: MakeVisitor, app: Flask, filled: Filled
) -> None:
    assert filled.comment
    visitor = visit()
    sign_in(visitor.go("/organiser/sign-in"), app, ADMINISTRATOR)
    page = visitor.go(f"/organiser/campaigns/{FULL}?by=capacity")
    expect(page.locator(".app-print-only")).to_be_hidden()
    for path in (f"/organiser/campaigns/{FULL}", f"/organiser/campaigns/{FULL}?by=capacity", "/organiser/method"):
        paper = printed(visitor.go(path))
        text = " ".join("".join(each.extract_text() for each in paper.pages).split())
        assert {millimetres(each) for each in paper.pages} == {SIZES["poster"]}
        assert "cell-key method" in text
        assert "Averaging Attacks on TableBuilder" in text
        assert "(/" not in text
        for unwanted in ("Signed in as", "Sign out", "Show the answers of", "Download", "Skip to", "Print this"):
            assert unwanted not in text
        page.emulate_media(media="print")
        borders = page.locator("svg.app-bar").evaluate_all(
            "all => all.map(bar => getComputedStyle(bar).borderTopWidth)"
        )
        assert set(borders) <= {"1px"}
