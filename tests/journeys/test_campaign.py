"""A campaign's whole life in two browsers: an organiser makes it, a resident answers it, the organiser ends it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from consult import create_app
from consult.settings import ROOT, Settings
from consult.store.database import db
from consult.store.roles import Role
from tests.conftest import PACK
from tests.journeys.conftest import MakeVisitor, Site, Visitor
from tests.organiser.material import PASSWORD, add_account, code_for

pytestmark = pytest.mark.journey

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def app(site: Site) -> Iterator[Flask]:
    """The same app as the server's, on the same database."""
    app = create_app(Settings.from_environment({"CONSULT_INSTANCE": str(site.folder), "CONSULT_HTTPS": "no"}))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def signed_in(visitor: Visitor, app: Flask) -> Page:
    email = f"{uuid4().hex}@example.org"
    add_account(email, Role.ORGANISER, [])
    page = visitor.go("/organiser/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.locator("#code").fill(code_for(app, email))
    page.get_by_role("button", name="Sign in").click()
    return page


def begin(page: Page, title: str) -> str:
    """Begin a campaign as an organiser would, and return its short name."""
    page.get_by_role("link", name="Begin a campaign").click()
    page.get_by_label("Name of the campaign").fill(title)
    page.get_by_label("Who you are").fill("Deptford Neighbours")
    page.get_by_label("How to reach you").fill("deptford@example.org")
    page.get_by_label("A short introduction").fill("We live here.\n\nhttps://example.org <b>and</b> =1+1")
    for number in (6, 8):
        page.locator(f"input[name=route][value=q{number}]").check()
    page.get_by_label("Do not show them").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page.url.split("/")[-2]


def faults(page: Page, width: int) -> list[str]:
    for summary in page.locator("details:not([open]) > summary").all():
        summary.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({ runOnly: rules })", RULES)
    wide = page.evaluate("document.documentElement.scrollWidth") > width
    return [f"{page.url}: wider than {width} pixels"] * wide + [
        f"{page.url}: {each['id']} at {[node['target'] for node in each['nodes']]}" for each in found["violations"]
    ]


def test_a_campaign_from_its_beginning_to_its_end(visit: MakeVisitor, app: Flask) -> None:
    organiser, resident = visit(), visit(width=320)
    theirs = signed_in(organiser, app)
    slug = begin(theirs, "Deptford answers")
    theirs.get_by_role("link", name="first page").click()
    expect(theirs.locator(".app-theirs")).to_contain_text("These are their words, not ours")
    theirs.get_by_role("link", name="Back to the organiser's pages").click()
    theirs.get_by_role("button", name="Open the campaign").click()

    page = resident.go(f"/c/{slug}")
    expect(page.locator(".app-theirs")).to_contain_text("https://example.org <b>and</b> =1+1")
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_role("heading", name="Questions that the organiser chose")).to_be_visible()
    page.get_by_role("link", name=re.compile(r"^6\. ")).click()
    page.locator("textarea").fill("My own words.")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 8 of 17")
    page.locator("input[type=radio]").first.check()
    page.get_by_role("button", name="Save and continue").click()
    page.locator("#rest > summary").click()
    expect(page.locator("#rest a").first).to_be_visible()

    theirs.get_by_role("button", name="Pause sharing").click()
    expect(theirs.locator(".govuk-tag")).to_have_text("Paused")
    resident.go(f"/{PACK}/share")
    expect(page.locator("main")).to_contain_text("The organiser has paused sharing for now.")
    theirs.get_by_role("button", name="Open it again").click()
    resident.go(f"/{PACK}/share")
    page.get_by_label("Counts only").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".app-phrase")).to_be_visible()

    theirs.get_by_role("link", name="Close the campaign for good").click()
    theirs.get_by_role("button", name="Close the campaign").click()
    expect(theirs.locator("main")).to_contain_text("Fewer than ten were deleted.")
    resident.go(f"/c/{slug}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This campaign has closed")
    resident.go(f"/{PACK}/shared")
    expect(page.locator(".app-phrase")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1000])
def test_the_pages_for_running_a_campaign_are_accessible_and_fit(
    visit: MakeVisitor, app: Flask, tmp_path: Path, width: int
) -> None:
    visitor = visit(width=width)
    page = signed_in(visitor, app)
    slug = begin(page, f"Pages at {width} " + "x" * 60)
    page.get_by_role("button", name="Open the campaign").click()
    base, found = f"/organiser/campaigns/{slug}", []
    shots = Path(os.environ.get("SHOTS", tmp_path))
    for path in (
        "/organiser/",
        f"/organiser/new-campaign/{PACK}",
        *(f"{base}/{part}" for part in ("manage", "edit", "close", "materials", "paper")),
        *(f"{base}/preview/{part}" for part in ("front", "tasks", "privacy", "closed")),
        *(f"{base}/materials/{part}" for part in ("poster/en", "leaflet/cy")),
    ):
        visitor.go(path)
        found += faults(page, width)
        page.screenshot(path=shots / f"{path.strip('/').replace('/', '-')}-{width}.png", full_page=True)
    assert not found, "\n".join(found)


def test_a_booklet_is_typed_in_by_keyboard_alone(visit: MakeVisitor, app: Flask) -> None:
    visitor = visit()
    page = signed_in(visitor, app)
    slug = begin(page, "Booklets")
    page.get_by_role("button", name="Open the campaign").click()
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


@pytest.mark.parametrize(("handout", "millimetres"), [("poster", (210, 297)), ("leaflet", (148, 210))])
def test_a_handout_prints_on_one_page_of_its_size(
    visit: MakeVisitor, app: Flask, handout: str, millimetres: tuple[int, int]
) -> None:
    visitor = visit()
    page = signed_in(visitor, app)
    slug = begin(page, "To be printed")
    visitor.go(f"/organiser/campaigns/{slug}/materials/{handout}/en")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    box = printed.pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == list(millimetres)
    assert f"/c/{slug}" in printed.pages[0].extract_text()
    assert "Signed in as" not in printed.pages[0].extract_text()
