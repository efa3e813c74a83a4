"""An organiser reads what people wrote, finds words, hides a comment, and shows it again."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.accessibility import faults
from tests.journeys.conftest import MakeVisitor, Site, Visitor
from tests.journeys.filled import ADMINISTRATOR, OTHER, app_in
from tests.journeys.steps import follow, go_by, press, sign_in

pytestmark = pytest.mark.journey

CAMPAIGN = f"/organiser/campaigns/{OTHER}"
OF_ONE_PERSON = "Invented answer"
"""How a text begins that only one person wrote: the others copied one, and it is longer than one can search for."""


def taken_away(visitor: Visitor) -> dict[str, str]:
    """Return the files with comments in them, as the signed-in browser gets them: JSON, and every CSV table."""
    address = f"{visitor.site.address}{CAMPAIGN}/results."
    whole, package = (visitor.context.request.get(address + ending) for ending in ("json", "package"))
    with ZipFile(BytesIO(package.body())) as files:
        tables = {name: files.read(name).decode() for name in files.namelist() if name.endswith(".csv")}
    return {"json": whole.text(), "csv": "".join(tables[name] for name in sorted(tables))}


def find(page: Page, words: str) -> None:
    page.get_by_label("Find words").fill(words)
    press(page, "Find")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_comment_is_found_hidden_kept_out_of_the_files_and_shown_again(
    visit: MakeVisitor, site: Site, *, script: bool
) -> None:
    visitor = visit(script=script, expect_errors=True)
    page = visitor.go(CAMPAIGN)
    sign_in(page, app_in(site.folder), ADMINISTRATOR)
    follow(page, "Read what people wrote")
    go_by(page, page.get_by_role("link", name="Question 1", exact=True))
    said = page.locator(".app-comments .app-words", has_text=OF_ONE_PERSON).first.inner_text()
    find(page, "no such words anywhere")
    expect(page.locator("main")).to_contain_text("No comment has these words.")
    find(page, said.upper())
    expect(page.locator(".app-comments > li")).to_have_count(1)
    if script:
        assert faults(page) == []
    before = taken_away(visitor)
    assert all(said in text for text in before.values())

    go_by(page, page.locator(".app-comments a", has_text="Hide"))
    expect(page.locator("blockquote")).to_have_text(said)
    press(page, "Hide it")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why you hide it")
    page.get_by_label("Why hide it?").fill("It names a neighbour")
    press(page, "Hide it")
    expect(page.get_by_text("The comment is hidden. It is in no file from now on.")).to_be_visible()
    assert not any(said in text for text in taken_away(visitor).values())

    find(page, said)
    expect(page.get_by_text("Hidden: It names a neighbour")).to_be_visible()
    page.get_by_text("Read it").click()
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    press(page, "Show it again")
    expect(page.get_by_text("The comment is shown again.")).to_be_visible()
    assert all(said in text for text in taken_away(visitor).values())
