"""An organiser's way into the site, in a real browser: invited, with a second step, and out again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from consult.store.organisers.second_factor import code_now
from tests.conftest import PACK
from tests.journeys.accessibility import faults
from tests.journeys.conftest import MakeVisitor, Site, Visitor
from tests.journeys.steps import press

pytestmark = pytest.mark.journey

PASSWORD = "correct horse battery"


def join(visitor: Visitor, site: Site, email: str, role: str) -> list[str]:
    """Be invited, choose a password, set an authenticator up; return the recovery codes."""
    link = site.flask("organisers", "invite", email, "--role", role, "--site", site.address).split()[-1]
    page = visitor.page
    page.goto(link)
    assert faults(page) == []
    page.fill("[name=password]", PASSWORD)
    press(page, "Go on")
    expect(page.locator("h1")).to_have_text("Set up your second step")
    expect(page.get_by_role("img", name="Picture for your authenticator app")).to_be_visible()
    assert faults(page) == []
    secret = page.locator(".app-key").inner_text().replace(" ", "")
    page.fill("[name=code]", code_now(secret))
    press(page, "Finish")
    expect(page.locator("h1")).to_have_text("Keep your recovery codes")
    assert faults(page) == []
    codes = page.locator(".app-codes li").all_inner_texts()
    press(page, "I have kept them")
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
        press(page, "Sign in")
        page.fill("[name=code]", codes[0])
        press(page, "Sign in")
        page.goto(f"{site.address}/organiser/campaigns/{PACK}")
    expect(page.get_by_text(f"Signed in as {email}")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Facial recognition in law enforcement")
    page.goto(f"{site.address}/organiser/sessions")
    expect(page.get_by_text("(this one)")).to_have_count(1)
    press(page, "Sign out everywhere")
    expect(page.get_by_text("You are signed out, on this device and on every other.")).to_be_visible()
    page.goto(f"{site.address}/organiser/account")
    assert re.search(r"/organiser/sign-in", page.url)
