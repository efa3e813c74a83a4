"""A resident's whole way, in a real browser: with and without script, on a phone, in Welsh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from consult.settings import ROOT
from tests.conftest import PACK
from tests.journeys.conftest import MakeVisitor, Visitor

pytestmark = pytest.mark.journey

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_PAGE = (
    "",
    "questions",
    "background",
    "tasks",
    "question/1",
    "question/6",
    "about-you",
    "check",
    "preview",
    "download",
    "paste",
    "paste/1",
    "blank-form",
    "share",
    "share/words",
    "shared",
    "later",
    "delete",
    "../type-in",
    "../come-back",
    "../take-back",
    "../privacy",
    "../accessibility",
)


def start(visitor: Visitor) -> Page:
    page = visitor.go("/")
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your response")
    return page


def answer_first(page: Page, words: str) -> None:
    page.get_by_role("link", name=re.compile(r"^1\. ")).click()
    page.get_by_label("Agree", exact=True).check()
    page.get_by_label("Please explain your answer:").fill(words)
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [320, 1000])
def test_answer_download_share_and_take_back(
    visit: MakeVisitor, tmp_path: Path, width: int, *, script: bool
) -> None:
    visitor = visit(script=script, width=width)
    page = start(visitor)
    answer_first(page, "First line.\n\nSecond paragraph, my own.")
    page.get_by_role("button", name="Save and continue").click()
    # A page that is still being swapped for the next one cannot go back.
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 3 of 17")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")
    page.get_by_role("link", name="All the questions").click()
    page.get_by_role("link", name="Check your answers").click()
    page.get_by_role("link", name="Answer question 6").click()
    page.locator("textarea").fill("What matters to me.")
    page.get_by_role("button", name="Save and continue").click()
    expect(page).to_have_url(re.compile(r"/check#q6$"))
    expect(page.locator("#q6")).to_contain_text("What matters to me.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_label("Your name").fill("Ada Example")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download my document").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    text = "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert "Second paragraph, my own." in text
    assert "What matters to me." in text
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d-{PACK}-response\.docx", file.name)
    page.get_by_role("button", name="Next: share your answers, or not").click()
    page.get_by_label("Counts only").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What happens next")
    receipt = page.locator(".app-phrase").inner_text()
    visitor.context.clear_cookies()
    page = visitor.go("/take-back")
    page.get_by_label("Your eight words").fill(receipt)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Taken back")


def test_stop_on_one_device_and_go_on_with_another(visit: MakeVisitor) -> None:
    first = visit()
    page = start(first)
    answer_first(page, "Begun at home.")
    page.get_by_role("button", name="Save and come back later").click()
    phrase = page.locator(".app-phrase").inner_text()
    second = visit(width=320, script=False)
    page = second.go("/come-back")
    page.get_by_label("Your eight words").fill(phrase)
    page.get_by_role("button", name="Open my answers").click()
    page.get_by_role("link", name="Check your answers").click()
    expect(page.locator("#q1")).to_contain_text("Begun at home.")
    page.go_back()
    page.get_by_role("link", name="Delete everything now").click()
    page.get_by_role("button", name="Delete everything now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything is deleted")
    page = first.go(f"/{PACK}/check")
    expect(page.locator("#q1")).to_contain_text("Skipped")


def test_a_mistake_is_explained_where_it_is(visit: MakeVisitor) -> None:
    visitor = visit(expect_errors=True)
    page = start(visitor)
    page.get_by_role("link", name=re.compile(r"^1\. ")).click()
    page.get_by_label("Please explain your answer:").fill("x" * 20_001)
    expect(page.locator(".govuk-character-count__status")).to_have_text("You have 1 character too many")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    page.locator(".govuk-error-summary a").click()
    expect(page.get_by_label("Please explain your answer:")).to_be_focused()
    expect(page.get_by_label("Please explain your answer:")).to_have_value("x" * 20_001)


def test_a_page_left_open_until_its_guard_is_gone_loses_nothing(visit: MakeVisitor) -> None:
    visitor = visit(expect_errors=True)
    page = start(visitor)
    page.get_by_role("link", name=re.compile(r"^1\. ")).click()
    page.get_by_label("Please explain your answer:").fill("Written all afternoon.")
    visitor.context.clear_cookies()
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_label("Please explain your answer:")).to_have_value("Written all afternoon.")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")


def test_the_whole_way_in_welsh(visit: MakeVisitor) -> None:
    visitor = visit(width=320)
    page = visitor.go("/")
    page.get_by_role("link", name="Cymraeg").click()
    for _ in range(2):
        expect(page.locator("html")).to_have_attribute("lang", "cy")
        page.locator("main .govuk-button").first.click()
        if page.url.endswith("/tasks"):
            break
    page.locator(".govuk-task-list__link").first.click()
    page.locator("input[type=radio]").first.check()
    page.locator("textarea").fill("Yn fy ngeiriau fy hun.")
    page.locator("main form button").first.click()
    expect(page).to_have_url(re.compile(rf"/cy/{PACK}/question/2$"))
    page = visitor.go(f"/cy/{PACK}/download")
    with page.expect_download() as downloading:
        page.locator("main form button").first.click()
    text = "\n".join(paragraph.text for paragraph in Document(str(downloading.value.path())).paragraphs)
    assert "Yn fy ngeiriau fy hun." in text
    assert "Cwestiwn 1" in text


@pytest.mark.parametrize("width", [320, 1000])
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_every_page_passes_the_accessibility_rules_and_fits_the_screen(
    visit: MakeVisitor, prefix: str, width: int
) -> None:
    visitor = visit(width=width)
    page = visitor.go(f"{prefix}/{PACK}/question/1")
    page.locator("input[type=radio]").first.check()
    page.locator("textarea").fill("I live near https://example.org/" + "a" * 80)
    page.locator("main form button").first.click()
    faults: list[str] = []
    for path in EVERY_PAGE:
        visitor.go(f"{prefix}/{PACK}/{path}")
        for summary in page.locator("summary").all():
            summary.click()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("rules => axe.run({ runOnly: rules })", RULES)
        faults += [
            f"{path}: {each['id']} at {[node['target'] for node in each['nodes']]}" for each in found["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{path}: wider than {width} pixels")
    assert not faults, "\n".join(faults)


def test_everything_can_be_done_with_the_keyboard(visit: MakeVisitor) -> None:
    visitor = visit()
    page = visitor.go(f"/{PACK}/question/1")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.get_attribute("open") is not None
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("By keyboard.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")


def test_the_first_question_page_is_small(visit: MakeVisitor) -> None:
    visitor = visit()
    sizes: dict[str, int] = {}
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    session.on(
        "Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({names[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    visitor.go(f"/{PACK}/question/1")
    visitor.page.wait_for_load_state("networkidle")
    assert len(sizes) >= 3
    assert sum(sizes.values()) <= 40 * 1024
    assert sum(size for name, size in sizes.items() if name.endswith(".js")) <= 10 * 1024
