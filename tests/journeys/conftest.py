"""A real site on loopback and a real browser, for journeys as people make them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from consult.packs.model import Pack
from consult.settings import ROOT
from tests.journeys.filled import Filled, app_in, fill

START_SECONDS = 120
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # A test machine is often a container whose root has no user namespaces.
    "--no-sandbox",
]


class Site:
    """A running site: its address, and its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = os.environ | {
            "CONSULT_INSTANCE": str(folder),
            "CONSULT_BIND": f"127.0.0.1:{self.port}",
            "CONSULT_HTTPS": "no",
            "CONSULT_WORKERS": "1",
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / "server.log"

    def start(self) -> None:
        """Start the server as `make run` does, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "--config", "python:consult.serving", "wsgi:app"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)  # noqa: S603 - our own server
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urlopen(f"{self.address}/privacy").close()  # noqa: S310 - on loopback
            except URLError:
                time.sleep(0.1)
            else:
                return
        self.stop()
        pytest.fail(f"the site did not start: {self.log.read_text()}")

    def stop(self) -> None:
        """Stop the server."""
        assert self.process is not None
        self.process.terminate()
        self.process.wait(timeout=20)

    def flask(self, *words: str, **environment: str) -> str:
        """Run one of the operator's commands, and return what it said."""
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "flask", *words],
            cwd=ROOT,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"))
    site.start()
    yield site
    site.stop()
    assert "Error" not in site.log.read_text()


@pytest.fixture(scope="session")
def filled(site: Site, pack: Pack) -> Filled:
    """What there is on the site once it is full of invented responses."""
    return fill(app_in(site.folder), pack)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("the journeys need Chromium: run them with `make test`, which finds it or says how to get it")
    browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield browser
    browser.close()


class Visitor:
    """A person at a browser: collects what the page complained about and what it asked other hosts for."""

    def __init__(self, context: BrowserContext, site: Site) -> None:
        self.context = context
        self.site = site
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.expect_errors = False
        self.page.on(
            "console", lambda message: self.complaints.append(message.text) if message.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.elsewhere: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, address: str) -> None:
        if not address.startswith(self.site.address):
            self.elsewhere.append(address)

    def go(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.site.address + path)
        return self.page


MakeVisitor = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[MakeVisitor]:
    """Make visitors; at the end none may have seen an error or asked another host for anything."""
    visitors: list[Visitor] = []

    def make(*, script: bool = True, width: int = 1000, expect_errors: bool = False) -> Visitor:
        context = browser.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 800}, accept_downloads=True
        )
        visitor = Visitor(context, site)
        visitor.expect_errors = expect_errors
        visitors.append(visitor)
        return visitor

    yield make
    for visitor in visitors:
        assert visitor.elsewhere == []
        assert visitor.complaints == [] or visitor.expect_errors
        visitor.context.close()
