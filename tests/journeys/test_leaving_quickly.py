"""Leaving in a hurry, in a real browser: by button and by key, with and without script, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from consult.web.leaving_quickly import EXIT_TO
from tests.conftest import PACK
from tests.journeys.conftest import MakeVisitor, Visitor
from tests.journeys.steps import press

pytestmark = pytest.mark.journey

QUESTION = f"/{PACK}/question/1"


def saved_words(visitor: Visitor) -> Page:
    """Save an answer, and begin another on the same page."""
    page = visitor.go(QUESTION)
    page.get_by_label("Why?").or_(page.locator("#text")).first.fill("My own words.")
    press(page, "Save and continue")
    page.goto(visitor.site.address + QUESTION)
    page.locator("#text").fill("Words that are not saved.")
    return page


def left(visitor: Visitor) -> None:
    """Check that the browser went to the harmless page, and to none but that, and forgot."""
    with_weather = [address for address in visitor.elsewhere if address.startswith(EXIT_TO)]
    assert with_weather
    assert with_weather == visitor.elsewhere
    visitor.elsewhere.clear()
    visitor.complaints.clear()
    assert [cookie["name"] for cookie in visitor.context.cookies(visitor.site.address)] == []


def weather(visitor: Visitor) -> None:
    """Put a page of ours where the harmless page would be."""
    visitor.page.route(
        f"{EXIT_TO}**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )


@pytest.mark.parametrize("how", ["button", "key"])
def test_one_step_leaves_and_nothing_leads_back(visit: MakeVisitor, how: str) -> None:
    visitor = visit()
    weather(visitor)
    page = saved_words(visitor)
    if how == "button":
        page.get_by_role("button", name="Emergency Exit this page").click()
    else:
        page.locator("h1").click()
        for _ in range(3):
            page.keyboard.press("Shift")
    expect(page.get_by_role("heading", name="Weather")).to_be_visible()
    page.wait_for_timeout(300)
    left(visitor)
    page.go_back()
    assert "Words that are not saved." not in page.content()
    page.goto(visitor.site.address + QUESTION)
    expect(page.locator("#text")).to_have_value("")


def test_typing_capitals_and_two_presses_do_not_leave(visit: MakeVisitor) -> None:
    visitor = visit()
    page = visitor.go(QUESTION)
    page.locator("#text").click()
    for letter in "ABCDEF":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.type("x")
    page.keyboard.press("Shift")
    assert page.url == visitor.site.address + QUESTION


def test_without_script_it_is_a_link_that_forgets(visit: MakeVisitor) -> None:
    visitor = visit(script=False)
    visitor.expect_errors = True  # the other site is not there
    page = saved_words(visitor)
    with page.expect_request(lambda request: request.url.startswith(EXIT_TO)):
        page.get_by_role("button", name="Emergency Exit this page").click(no_wait_after=True)
    left(visitor)


def test_on_a_phone_it_stays_in_sight_and_covers_no_focus(visit: MakeVisitor) -> None:
    visitor = visit(width=320)
    page = visitor.go(QUESTION)
    box = page.locator(".govuk-exit-this-page")
    page.locator("#text").scroll_into_view_if_needed()
    expect(box).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("footer a").last.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        place = page.evaluate("""() => {
            const box = document.querySelector('.govuk-exit-this-page').getBoundingClientRect()
            const here = document.activeElement.getBoundingClientRect()
            return here.bottom > box.bottom || here.top >= box.bottom || here.bottom <= box.top
        }""")
        assert place, "the way out hides what has the focus"


def test_the_way_out_is_the_second_stop_by_keyboard(visit: MakeVisitor) -> None:
    visitor = visit()
    page = visitor.go(QUESTION)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-js-exit-this-page-skiplink")).to_be_focused()
