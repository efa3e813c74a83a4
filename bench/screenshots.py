"""Take the README's pictures from the running site: `make screenshots`. All that they show is plainly invented."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.servers import ROOT, Server

PICTURES = ROOT / "docs" / "pictures"
PACK = "home-office-facial-recognition"
QUESTION = 8
"""A question with options, points from both sides, and room to explain."""

DESKTOP, PHONE = (760, 1250), (360, 1250)
FLAGS = ["--no-sandbox", "--disable-background-networking", "--force-color-profile=srgb"]
TEXT = "What I think and why, with an example from my own street. (This text is invented for the picture.)"
MOST_BYTES = 150_000


def main() -> None:
    """Take each picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        settings = {
            "CONSULT_INSTANCE": name,
            "CONSULT_DATABASE_URL": f"sqlite:///{name}/demo.db",
            "CONSULT_HTTPS": "no",
        }
        account = _filled(settings)
        with Server("wsgi:app", Path(name), **settings) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
            address = f"http://127.0.0.1:{site.port}"
            _question(browser, address)
            _results(browser, address, settings, account)
            browser.close()


def _filled(settings: dict[str, str]) -> tuple[str, str]:
    """Fill a database with invented responses, and return how to sign in."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "demo"],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"as (\S+) with the password (\S+)", done.stdout)
    if found is None:
        raise RuntimeError(f"the demo did not say how to sign in: {done.stdout}")
    return found[1], found[2]


def _code(settings: dict[str, str]) -> str:
    """Return the code for the second step of signing in."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "demo", "code"],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def _question(browser: Browser, address: str) -> None:
    for name, (width, height) in (("question", DESKTOP), ("phone", PHONE)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{address}/{PACK}/question/{QUESTION}")
        page.fill("textarea", TEXT)
        _take(page, name)


def _results(browser: Browser, address: str, settings: dict[str, str], account: tuple[str, str]) -> None:
    email, password = account
    page = browser.new_page(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})
    page.goto(f"{address}/organiser/campaigns/{PACK}")
    page.fill("[name=email]", email)
    page.fill("[name=password]", password)
    page.click("main button[type=submit]")
    page.fill("[name=code]", _code(settings))
    page.click("main button[type=submit]")
    _take(page, "results", ("#question-q1", 24))


def _take(page: Page, name: str, start: tuple[str, int] = ("body", 0)) -> None:
    """Take a picture that starts so many pixels above an element."""
    file = PICTURES / f"{name}.png"
    page.evaluate("([from, above]) => scrollTo(0, document.querySelector(from).offsetTop - above)", start)
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=file)
    size = file.stat().st_size
    print(f"{file.relative_to(ROOT)}: {size:,} bytes")
    if size > MOST_BYTES:
        raise RuntimeError(f"{name} is larger than {MOST_BYTES:,} bytes")


if __name__ == "__main__":
    main()
