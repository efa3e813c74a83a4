"""An organiser's way into the site, in a real browser: invited, with a second step, and out again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from consult.settings import ROOT
from consult.store.second_factor import code_now
from tests.conftest import PACK
from tests.journeys.conftest import MakeVisitor, Site, Visitor

pytestmark = pytest.mark.journey

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "correct horse battery"
PAGES = (
    "account",
    "password",
    "recovery-codes",
    "authenticator",
    "sessions",
    "people",
    "people/invite",
    "people/1",
    "people/1/remove",
    "record",
)


def hold_to_the_rules(page: Page) -> None:
    """Hold the open page to the accessibility rules, and to the width of the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, f"{page.url} is wider than the screen"
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({ runOnly: rules })", RULES)
    assert [(page.url, each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def join(visitor: Visitor, site: Site, email: str, role: str) -> list[str]:
    """Be invited, choose a password, set an authenticator up; return the recovery codes."""
    link = site.flask("organisers", "invite", email, "--role", role, "--site", site.address).split()[-1]
    page = visitor.page
    page.goto(link)
    hold_to_the_rules(page)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("h1")).to_have_text("Set up your second step")
    expect(page.get_by_role("img", name="Picture for your authenticator app")).to_be_visible()
    hold_to_the_rules(page)
    secret = page.locator(".app-key").inner_text().replace(" ", "")
    page.fill("[name=code]", code_now(secret))
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("h1")).to_have_text("Keep your recovery codes")
    hold_to_the_rules(page)
    codes = page.locator(".app-codes li").all_inner_texts()
    page.get_by_role("button", name="I have kept them").click()
    return codes


@pytest.mark.parametrize("script", [True, False])
def test_invited_signed_in_by_two_steps_and_out_again(visit: MakeVisitor, site: Site, script: bool) -> None:
    email = f"organiser-{script}@example.org".lower()
    visitor = visit(script=True)
    codes = join(visitor, site, email, "organiser")
    visitor = visitor if script else visit(script=False)
    page = visitor.go(f"/organiser/campaigns/{PACK}")
    if not script:
        page.fill("[name=email]", email)
        page.fill("[name=password]", PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.fill("[name=code]", codes[0])
        page.get_by_role("button", name="Sign in").click()
        page.goto(f"{site.address}/organiser/campaigns/{PACK}")
    expect(page.get_by_text(f"Signed in as {email}")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Facial recognition in law enforcement")
    page.goto(f"{site.address}/organiser/sessions")
    expect(page.get_by_text("(this one)")).to_have_count(1)
    page.get_by_role("button", name="Sign out everywhere").click()
    expect(page.get_by_text("You are signed out, on this device and on every other.")).to_be_visible()
    page.goto(f"{site.address}/organiser/account")
    assert re.search(r"/organiser/sign-in", page.url)


@pytest.mark.parametrize("width", [320, 1000])
def test_an_administrators_pages_pass_the_rules_and_fit(visit: MakeVisitor, site: Site, width: int) -> None:
    visitor = visit(width=width)
    join(visitor, site, f"administrator-{width}@example.org", "administrator")
    for path in PAGES:
        page = visitor.go(f"/organiser/{path}")
        assert "/sign-in" not in page.url, path
        hold_to_the_rules(page)
