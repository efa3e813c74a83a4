"""What a person takes away, in a real browser: seen first, copied answer by answer, printed blank, typed in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from odf import opendocument, teletype
from odf.text import H, P
from playwright.sync_api import Page, expect

from consult.documents.form_code import form_code
from consult.packs.model import Pack
from tests.conftest import PACK
from tests.journeys.accessibility import faults
from tests.journeys.conftest import MakeVisitor, Visitor
from tests.journeys.steps import follow, press

pytestmark = pytest.mark.journey

WORDS = "First line.\n  Second, set in.\n\nA second paragraph."

both_ways = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


def answer(visitor: Visitor, number: int, words: str) -> Page:
    page = visitor.go(f"/{PACK}/question/{number}")
    page.locator("textarea").fill(words)
    press(page, "Save and continue")
    return page


def text_of_odt(file: Path) -> str:
    body = opendocument.load(str(file)).text
    return "\n".join(teletype.extractText(each) for kind in (H, P) for each in body.getElementsByType(kind))


@both_ways
@pytest.mark.parametrize("width", [320, 1000])
def test_see_the_document_change_it_and_download_it(
    visit: MakeVisitor, tmp_path: Path, width: int, *, script: bool
) -> None:
    visitor = visit(script=script, width=width)
    answer(visitor, 1, WORDS)
    page = visitor.go(f"/{PACK}/download")
    page.get_by_label("An organisation").check()
    page.get_by_label("Name of the organisation").fill("Road Club")
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_label("How to reach you").fill("1 Made-up Road\nLondon")
    page.get_by_label("OpenDocument").check()
    press(page, "See it first, or print it")
    document = page.locator(".app-document")
    expect(document).to_contain_text("Response on behalf of Road Club")
    expect(document).to_contain_text("Second, set in.")
    page.get_by_role("button", name="Show in large print").click()
    expect(document).to_have_css("font-size", "24px")
    page.get_by_role("button", name="Change something").click()
    expect(page.get_by_label("How to reach you")).to_have_value("1 Made-up Road\nLondon")
    expect(page.get_by_label("Large print")).to_be_checked()
    page.get_by_label("Your name").fill("Ada Changed")
    page.get_by_role("button", name="See it first, or print it").click()
    expect(document).to_contain_text("Ada Changed")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download my document").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    assert file.name.endswith(f"-{PACK}-response.odt")
    text = text_of_odt(file)
    assert "Ada Changed" in text
    assert "A second paragraph." in text


def test_only_the_document_is_printed(visit: MakeVisitor) -> None:
    visitor = visit()
    answer(visitor, 1, WORDS)
    page = visitor.go(f"/{PACK}/preview")
    expect(page.get_by_role("button", name="Print it")).to_be_visible()
    page.emulate_media(media="print")
    for ours in ("header", "footer", "h1", "nav >> nth=0", "main form"):
        expect(page.locator(ours)).to_be_hidden()
    expect(page.locator(".app-document h2")).to_be_visible()
    expect(page.locator(".app-document")).to_have_css("font-size", "16px")


def test_a_button_that_needs_script_is_not_there_without_it(visit: MakeVisitor) -> None:
    visitor = visit(script=False)
    answer(visitor, 1, WORDS)
    for path, name in (("preview", "Print it"), ("paste/1", "Copy my words"), ("questions", "Print this page")):
        expect(visitor.go(f"/{PACK}/{path}").get_by_text(name, exact=True)).to_be_hidden()


@both_ways
def test_an_answer_is_copied_by_keyboard_alone(visit: MakeVisitor, *, script: bool) -> None:
    visitor = visit(script=script, width=320)
    answer(visitor, 1, WORDS)
    page = answer(visitor, 6, "Another.")
    page = visitor.go(f"/{PACK}/paste")
    page.get_by_role("button", name="Start with question 1").press("Enter")
    box = page.get_by_label("Your words")
    expect(box).to_have_attribute("readonly", "")
    page.get_by_role("link", name="Read the official paper").focus()
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    page.keyboard.type("x")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    page.get_by_role("link", name=re.compile("The next answer")).press("Enter")
    expect(page.get_by_label("Your words")).to_have_value("Another.")
    page = visitor.go(f"/{PACK}/question/3")
    page.locator("textarea").focus()
    page.keyboard.press("Control+v")
    expect(page.locator("textarea")).to_have_value(WORDS)


def test_the_copy_button_copies_and_says_so(visit: MakeVisitor) -> None:
    visitor = visit()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer(visitor, 1, WORDS)
    page = visitor.go(f"/{PACK}/paste/1")
    page.get_by_role("button", name="Copy my words").press("Enter")
    expect(page.locator("#copied")).to_have_text("Copied.")
    expect(page.get_by_role("button", name="Copy my words")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == WORDS


def test_where_copying_is_forbidden_the_words_are_picked_for_the_keyboard(visit: MakeVisitor) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false"
    )
    answer(visitor, 1, WORDS)
    page = visitor.go(f"/{PACK}/paste/1")
    page.get_by_role("button", name="Copy my words").click()
    expect(page.locator("#copied")).to_have_text("All of it is picked. Now press Ctrl and C.")
    expect(page.get_by_label("Your words")).to_be_focused()
    picked = page.evaluate("(box => box.value.slice(box.selectionStart, box.selectionEnd))(document.activeElement)")
    assert picked == WORDS


@pytest.mark.parametrize("name", ["English, large print", "Cymraeg, large print"])
def test_a_blank_form_comes_from_the_first_page(visit: MakeVisitor, tmp_path: Path, pack: Pack, name: str) -> None:
    page = visit(width=320, script=False).go(f"/{PACK}/")
    page.get_by_role("link", name="Print a blank form to fill in by hand").click()
    with page.expect_download() as downloading:
        page.get_by_role("link", name=re.compile(rf"^Word\W+{name}\W*$")).click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    assert "-large-print" in file.name
    cells = [cell.text for row in Document(str(file)).tables[0].rows for cell in row.cells]
    assert form_code(pack) in cells


@both_ways
def test_paper_forms_are_typed_in_one_after_the_other_and_stay_apart(
    visit: MakeVisitor, pack: Pack, *, script: bool
) -> None:
    visitor = visit(script=script, width=320)
    visitor.go("/type-in")
    type_code(visitor.page, form_code(pack).lower())
    answer(visitor, 1, "From the first form.")
    page = visitor.go(f"/{PACK}/share")
    page.get_by_label("Counts only").check()
    press(page, "Continue")
    follow(page, "Type in the next form")
    type_code(page, form_code(pack))
    page = visitor.go(f"/{PACK}/check")
    expect(page.locator("#q1")).to_contain_text("Skipped")
    answer(visitor, 2, "From the second form, not shared yet.")
    visitor.go("/type-in")
    type_code(page, form_code(pack), lands_on="Other answers are open here")
    phrase = page.locator(".app-phrase").inner_text()
    if script:
        assert faults(page) == []
    press(page, "Put them away and start an empty form")
    answer(visitor, 3, "From the third form.")
    page = visitor.go(f"/{PACK}/check")
    expect(page.locator("#q2")).to_contain_text("Skipped")
    expect(page.locator("#q3")).to_contain_text("From the third form.")
    page = visitor.go("/come-back")
    page.get_by_label("Your eight words").fill(phrase)
    press(page, "Open my answers")
    page = visitor.go(f"/{PACK}/check")
    expect(page.locator("#q2")).to_contain_text("From the second form, not shared yet.")
    expect(page.locator("#q3")).to_contain_text("Skipped")


def type_code(page: Page, code: str, *, lands_on: str = "Your response") -> None:
    page.get_by_label("Form code").fill(code)
    press(page, "Open the questions")
    expect(page.get_by_role("heading", level=1)).to_have_text(lands_on)


def test_a_wrong_code_is_explained_where_it_is(visit: MakeVisitor) -> None:
    visitor = visit(width=320, expect_errors=True)
    page = visitor.go("/type-in")
    page.get_by_label("Form code").fill("ABC")
    page.get_by_role("button", name="Open the questions").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.locator(".govuk-error-summary a").click()
    expect(page.get_by_label("Form code")).to_be_focused()
    expect(page.get_by_label("Form code")).to_have_value("ABC")


@pytest.mark.parametrize("width", [320, 1000])
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_document_on_the_page_passes_the_accessibility_rules(
    visit: MakeVisitor, prefix: str, width: int
) -> None:
    visitor = visit(width=width)
    answer(visitor, 1, "میرے خیال میں یہ قانون ضروری ہے۔\n\nhttps://example.org/" + "a" * 80)
    page = visitor.go(f"{prefix}/{PACK}/download")
    page.locator("#name").fill("Ada " + "x" * 80)
    page.locator("input[name=large_print]").check()
    page.locator("main form button").nth(1).click()
    expect(page.locator(".app-document--large")).to_be_visible()
    assert faults(page) == []
