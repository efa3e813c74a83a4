"""What an organiser types and takes away meanwhile: sign-in, comments, a reason, files, booklets, the record."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from flask import Flask

from consult.results.exports.formats import FORMATS
from consult.store.organisers import accounts, second_factor
from consult.store.organisers.roles import Role
from tests.proofs.canary_journey import PACK, Journey
from tests.proofs.planted import TAKEN_BACK
from tests.proofs.server import Browser

EMAIL = "canary-organiser@example.org"
"""An account's address is kept."""

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
AT = f"/organiser/campaigns/{PACK}"
PAGES = ("", "?by=region", "/comments", "/comments/1", "/comments/6", "/files", "/manage", "/materials")


def make_account(app: Flask, journey: Journey) -> None:
    """Let somebody have an account on the server's own database. `app` is an app on that one."""
    with app.app_context():
        accounts.add_organiser(EMAIL, journey.secrets["organiser's own password"], [PACK], Role.ADMINISTRATOR)
        second_factor.install(accounts.person_called(EMAIL).id, SECRET)


def organise(journey: Journey) -> None:
    """Sign in, read and take everything away, hide the comment that will be taken back, and type in booklets."""
    browser = _signed_in(journey)
    for page in PAGES:
        assert journey.note(browser.get(AT + page)).status == 200, page
    for key in FORMATS:
        taken = journey.note(browser.get(f"{AT}/results.{key}"))
        assert taken.status == 200, key
        assert len(taken.body) > 1000
    search = {"search": journey.secrets["organiser's search"]}
    assert journey.note(browser.post(f"{AT}/comments/6", search)).status == 200
    _hide(journey, browser)
    _type_in(journey, browser)
    assert journey.reason in journey.note(browser.get("/organiser/record")).text
    journey.note(browser.get("/organiser/sessions"))
    journey.note(browser.post("/organiser/sign-out", {}, guard=browser.get(AT).guard))


def _signed_in(journey: Journey) -> Browser:
    browser = journey.browser()
    fields = {"email": EMAIL, "password": journey.secrets["organiser's own password"]}
    assert journey.note(browser.post("/organiser/sign-in", fields)).status == 303
    came = journey.note(browser.post("/organiser/code", {"code": second_factor.code_now(SECRET)}))
    assert came.status == 303, came.text
    return browser


def _hide(journey: Journey, browser: Browser) -> None:
    """Find the comment that somebody will take back, and hide it for a reason, after one that is too long."""
    page = browser.get(f"{AT}/comments/6").text
    [written] = [part for part in page.split("<li") if TAKEN_BACK in part]
    [comment] = set(re.findall(r"/comments/6/([0-9a-f]{32})/hide", written))
    at = f"{AT}/comments/6/{comment}/hide"
    long = journey.secrets["organiser's reason that is too long"] * 20
    assert journey.note(browser.post(at, {"reason": long})).status == 422
    assert journey.note(browser.post(at, {"reason": journey.reason})).status == 303


def _type_in(journey: Journey, browser: Browser) -> None:
    secrets, at = journey.secrets, f"{AT}/paper"
    booklets = (
        ({"q1-text": secrets["booklet with a mistake"], "q1-box": "99", "consent": "words"}, 422),
        ({"q1-text": secrets["booklet of which nothing is allowed"], "consent": "nothing"}, 200),
        ({"written": secrets["words on a booklet"], "q1-box": "1", "consent": "counts"}, 422),
        ({"q1-text": f"My name is {secrets['name in a booklet']}.", "q1-box": "1", "consent": "words"}, 200),
    )
    for fields, status in booklets:
        sent = journey.note(browser.post(at, {"language": "en", **fields}))
        assert sent.status == status, urlencode(fields)
