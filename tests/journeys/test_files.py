"""Taking large files away: how far they have come, stopping, the plain link, and what a server is left with."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Download, Page, expect

from consult.cli.invented import Invented
from consult.packs.model import Pack
from consult.store import plans
from consult.store.campaign_plan import Plan, State
from consult.store.mixing import filling
from consult.store.mixing.sharing import Comment
from tests.conftest import PACK
from tests.journeys.accessibility import faults
from tests.journeys.conftest import MakeVisitor, Site
from tests.journeys.filled import app_in, inside
from tests.journeys.steps import follow
from tests.organiser.conftest import Who, cookie_of

pytestmark = pytest.mark.journey

SLUG, WORDS = "much-to-take-away", "Invented words. " * 2500
PEOPLE, QUESTIONS = 40, 5
NAME = "Everything (JSON)"
MORE_THAN_THE_POOL = 18
"""More connections than a worker's pool has for its database."""

SLOWLY = {"offline": False, "latency": 0, "downloadThroughput": 300_000, "uploadThroughput": -1}


class Reader(NamedTuple):
    """Somebody who is signed in, by what their browser sends: a cookie is good for one browser only."""

    cookie: str
    browser: str


@pytest.fixture(scope="session")
def reader(site: Site, pack: Pack) -> Reader:
    """Make a campaign whose comments are several megabytes, and somebody who may read them."""
    crowd, questions = Invented(pack), [question.id for question in pack.questions[:QUESTIONS]]
    said = {question: Comment(WORDS, "en") for question in questions}
    with inside(app_in(site.folder)) as app:
        plans.begin(SLUG, PACK, Plan(title="Much"))
        plans.move(SLUG, State.OPEN)
        every = [(crowd.receipt(number), crowd.submission(number)) for number in range(PEOPLE)]
        shared = [(receipt, replace(each, campaign=SLUG, comments=said)) for receipt, each in every]
        assert filling.share_many(SLUG, shared) == PEOPLE
        browser = app.test_client().environ_base["HTTP_USER_AGENT"]
        return Reader(cookie_of(app, Who.ADMINISTRATOR, pack), browser)


OpenFiles = Callable[..., Page]


@pytest.fixture
def open_files(visit: MakeVisitor, reader: Reader) -> OpenFiles:
    """Open the page of the files as somebody who is signed in."""

    def opened(*, script: bool = True, expect_errors: bool = False) -> Page:
        visitor = visit(script=script, expect_errors=expect_errors)
        visitor.context.set_extra_http_headers({"User-Agent": reader.browser})
        visitor.context.add_cookies([{"name": "visit", "value": reader.cookie, "url": visitor.site.address}])
        return visitor.go(f"/organiser/campaigns/{SLUG}/files")

    return opened


def slow_down(page: Page) -> None:
    """Let the browser take no more than a few hundred kilobytes in a second."""
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOWLY)


def saved_by(page: Page) -> list[Download]:
    """Return a list to which every file that the browser saves is added."""
    saved: list[Download] = []

    def note(each: Download) -> None:
        saved.append(each)

    page.on("download", note)
    return saved


def all_of_it(file: Path) -> bool:
    """Say whether a file has every word that was shared."""
    found = json.loads(file.read_text(encoding="utf-8"))["comments"]
    return [each["text"] for each in found] == [WORDS.strip()] * (PEOPLE * QUESTIONS)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_large_file_arrives_whole(open_files: OpenFiles, tmp_path: Path, *, script: bool) -> None:
    page = open_files(script=script)
    link = page.get_by_role("link", name=NAME)
    link.focus()
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    name = downloading.value.suggested_filename
    downloading.value.save_as(tmp_path / name)
    assert re.fullmatch(SLUG + r"-week-[0-9-]{10}-everything\.json", name)
    assert all_of_it(tmp_path / name)
    if script:
        expect(page.get_by_role("status")).to_have_text(f"Saved as {name}.")
        expect(link).to_be_focused()


def test_it_is_said_how_far_a_slow_file_has_come_and_cancelling_stops_it(open_files: OpenFiles) -> None:
    page = open_files()
    slow_down(page)
    saved = saved_by(page)
    link = page.get_by_role("link", name=NAME)
    link.click()
    bar = page.get_by_role("progressbar", name=NAME)
    expect(bar).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("The file is being made.")
    expect(page.get_by_text(re.compile(r"^[0-9.]+ MB so far\.$"))).to_be_visible()
    expect(link).to_be_focused()
    assert faults(page) == []
    page.get_by_role("button", name=f"Cancel: {NAME}").focus()
    with page.expect_event("requestfailed") as stopped:
        page.keyboard.press("Enter")
    assert stopped.value.url.endswith("results.json")
    expect(page.get_by_role("status")).to_have_text("Stopped. Nothing was saved.")
    expect(link).to_be_focused()
    expect(bar).to_have_count(0)
    assert not saved


def test_a_file_that_breaks_off_is_not_saved_and_the_plain_link_is_there(open_files: OpenFiles) -> None:
    page = open_files(expect_errors=True)
    saved = saved_by(page)
    page.route("**/results.json", lambda route: route.abort())
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("status")).to_contain_text("nothing was saved")
    assert faults(page) == []
    assert not saved
    page.unroute("**/results.json")
    with page.expect_download():
        page.get_by_role("link", name="Take the file without showing").click()


def test_somebody_who_was_signed_out_meanwhile_is_led_to_sign_in(open_files: OpenFiles) -> None:
    page = open_files()
    page.context.clear_cookies()
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("status")).to_contain_text("nothing was saved")
    follow(page, "Take the file without showing how far it has come")
    assert "/organiser/sign-in" in page.url


def test_readers_who_go_away_half_way_leave_nothing_held(site: Site, reader: Reader) -> None:
    path = f"/organiser/campaigns/{SLUG}/results.json"
    headers = {"Host": f"127.0.0.1:{site.port}", "Cookie": f"visit={reader.cookie}", "User-Agent": reader.browser}
    asked = "\r\n".join([f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""])
    for _ in range(MORE_THAN_THE_POOL):
        with socket.socket() as away:
            # A small window: the server has to wait for a reader who takes no more.
            away.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            away.settimeout(20)
            away.connect(("127.0.0.1", site.port))
            away.sendall(asked.encode())
            assert away.recv(2000).startswith(b"HTTP/1.1 200")
    again = HTTPConnection("127.0.0.1", site.port, timeout=20)
    again.request("GET", path, headers=headers)
    with closing(again), again.getresponse() as answer:
        assert len(json.load(answer)["comments"]) == PEOPLE * QUESTIONS
    log = site.log.read_text()
    assert "Error" not in log
    assert "Traceback" not in log
