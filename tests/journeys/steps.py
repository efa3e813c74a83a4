"""Steps from one page to the next. Each waits until the next page is there: going on before that would undo it."""

from __future__ import annotations

from flask import Flask
from playwright.sync_api import Locator, Page

from tests.organiser.material import PASSWORD, code_for


def press(page: Page, name: str) -> None:
    """Press a button that leads to another page."""
    go_by(page, page.get_by_role("button", name=name))


def follow(page: Page, name: str) -> None:
    """Follow a link to another page."""
    go_by(page, page.get_by_role("link", name=name))


def go_by(page: Page, way: Locator) -> None:
    """Go to another page by a button or a link."""
    with page.expect_navigation():
        way.click()


def sign_in(page: Page, app: Flask, email: str) -> None:
    """Give a password and a code, on the page that asks for the password."""
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    go_by(page, page.locator("main form button[type=submit]"))
    page.locator("[name=code]").fill(code_for(app, email))
    go_by(page, page.locator("main form button[type=submit]"))
