"""A resident's whole way, in a real browser: with and without script, on a phone, in Welsh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.conftest import PACK
from tests.journeys.conftest import MakeVisitor, Visitor
from tests.journeys.steps import follow, go_by, press

pytestmark = pytest.mark.journey


def start(visitor: Visitor) -> Page:
    page = visitor.go("/")
    press(page, "Start now")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your response")
    return page


def answer_first(page: Page, words: str) -> None:
    go_by(page, page.get_by_role("link", name=re.compile(r"^1\. ")))
    page.get_by_label("Agree", exact=True).check()
    page.get_by_label("Please explain your answer:").fill(words)
    press(page, "Save and continue")
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [320, 1000])
def test_answer_download_share_and_take_back(
    visit: MakeVisitor, tmp_path: Path, width: int, *, script: bool
) -> None:
    visitor = visit(script=script, width=width)
    page = start(visitor)
    answer_first(page, "First line.\n\nSecond paragraph, my own.")
    press(page, "Save and continue")
    # A page that is still being swapped for the next one cannot go back.
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 3 of 17")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")
    follow(page, "All the questions")
    follow(page, "Check your answers")
    follow(page, "Answer question 6")
    page.locator("textarea").fill("What matters to me.")
    press(page, "Save and continue")
    expect(page).to_have_url(re.compile(r"/check#q6$"))
    expect(page.locator("#q6")).to_contain_text("What matters to me.")
    press(page, "Continue")
    press(page, "Save and continue")
    page.get_by_label("Your name").fill("Ada Example")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download my document").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    text = "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert "Second paragraph, my own." in text
    assert "What matters to me." in text
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d-{PACK}-response\.docx", file.name)
    press(page, "Next: share your answers, or not")
    page.get_by_label("Counts only").check()
    press(page, "Continue")
    expect(page.get_by_role("heading", level=1)).to_have_text("What happens next")
    receipt = page.locator(".app-phrase").inner_text()
    visitor.context.clear_cookies()
    page = visitor.go("/take-back")
    page.get_by_label("Your eight words").fill(receipt)
    press(page, "Take it back")
    expect(page.get_by_role("heading", level=1)).to_have_text("Taken back")


def test_stop_on_one_device_and_go_on_with_another(visit: MakeVisitor) -> None:
    first = visit()
    page = start(first)
    answer_first(page, "Begun at home.")
    press(page, "Save and come back later")
    phrase = page.locator(".app-phrase").inner_text()
    second = visit(width=320, script=False)
    page = second.go("/come-back")
    page.get_by_label("Your eight words").fill(phrase)
    press(page, "Open my answers")
    follow(page, "Check your answers")
    expect(page.locator("#q1")).to_contain_text("Begun at home.")
    page.go_back()
    follow(page, "Delete everything now")
    press(page, "Delete everything now")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answers are deleted")
    page = first.go(f"/{PACK}/check")
    expect(page.locator("#q1")).to_contain_text("Skipped")


def test_a_mistake_is_explained_where_it_is(visit: MakeVisitor) -> None:
    visitor = visit(expect_errors=True)
    page = start(visitor)
    go_by(page, page.get_by_role("link", name=re.compile(r"^1\. ")))
    counted = page.locator(".govuk-character-count__status")
    page.get_by_label("Please explain your answer:").fill("\N{CAMERA}" * 20_000)
    expect(counted).to_have_text("You have no characters left")
    page.get_by_label("Please explain your answer:").fill("x" * 20_001)
    expect(counted).to_have_text("You have 1 character too many")
    press(page, "Save and continue")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    page.locator(".govuk-error-summary a").click()
    expect(page.get_by_label("Please explain your answer:")).to_be_focused()
    expect(page.get_by_label("Please explain your answer:")).to_have_value("x" * 20_001)


def test_a_page_left_open_until_its_guard_is_gone_loses_nothing(visit: MakeVisitor) -> None:
    visitor = visit(expect_errors=True)
    page = start(visitor)
    go_by(page, page.get_by_role("link", name=re.compile(r"^1\. ")))
    page.get_by_label("Please explain your answer:").fill("Written all afternoon.")
    visitor.context.clear_cookies()
    press(page, "Save and continue")
    expect(page.get_by_label("Please explain your answer:")).to_have_value("Written all afternoon.")
    press(page, "Save and continue")
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 17")


def test_the_whole_way_in_welsh(visit: MakeVisitor) -> None:
    visitor = visit(width=320)
    page = visitor.go("/")
    follow(page, "Cymraeg")
    for _ in range(2):
        expect(page.locator("html")).to_have_attribute("lang", "cy")
        go_by(page, page.locator("main .govuk-button").first)
        if page.url.endswith("/tasks"):
            break
    go_by(page, page.locator(".govuk-task-list__link").first)
    page.locator("input[type=radio]").first.check()
    page.locator("textarea").fill("Yn fy ngeiriau fy hun.")
    go_by(page, page.locator("main form button").first)
    expect(page).to_have_url(re.compile(rf"/cy/{PACK}/question/2$"))
    page = visitor.go(f"/cy/{PACK}/download")
    with page.expect_download() as downloading:
        page.locator("main form button").first.click()
    text = "\n".join(paragraph.text for paragraph in Document(str(downloading.value.path())).paragraphs)
    assert "Yn fy ngeiriau fy hun." in text
    assert "Cwestiwn 1" in text


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
