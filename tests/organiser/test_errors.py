"""Errors on the organiser's site, for those who are signed in and for those who are not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from consult.organiser.accounts.security import LASTS
from consult.organiser.results import results_page
from consult.packs.model import Pack
from consult.store.database import StoreUnavailable
from consult.store.organisers import accounts, sign_ins
from consult.wiring import MOST_BYTES
from tests.organiser.conftest import Prepared, Who
from tests.pages import InspectingClient, soup, text_of

NOWHERE = "/organiser/nowhere/at/all"
BACK = "main a[href$='/organiser/']"


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", NOWHERE, 404),
        ("POST", "/organiser/", 405),
        ("GET", "/organiser/campaigns/none", 404),
        ("GET", "/organiser/record?page=0", 404),
    ],
)
def test_whoever_is_signed_in_stays_on_the_organisers_pages(
    administrator: InspectingClient, prefix: str, method: str, path: str, status: int
) -> None:
    response = administrator.open(prefix + path, method=method)
    page = soup(response)
    assert response.status_code == status
    assert page.select_one(f"main a[href='{prefix}/organiser/']") is not None
    assert page.select_one("nav.app-organiser") is not None
    assert "administrator@example.org" in text_of(page)


def test_too_large_a_form_is_an_error_in_the_frame(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.post(f"/organiser/campaigns/{pack.id}/edit", data={"title": "x" * MOST_BYTES})
    assert response.status_code == 413
    assert soup(response).select_one(BACK) is not None


def test_an_error_of_ours_is_an_error_in_the_frame(
    signed_in: InspectingClient, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_slug: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(results_page, "shown_of_own", broken)
    response = signed_in.get(f"/organiser/campaigns/{pack.id}")
    assert response.status_code == 500
    assert soup(response).select_one(BACK) is not None


@pytest.mark.parametrize("who", [None, Who.HALFWAY, Who.NEW, Who.REMOVED, Who.SWITCHED_OFF, Who.SIGNED_OUT])
def test_nobody_else_is_shown_anything_of_it(
    client: InspectingClient, organiser: Prepared, pack: Pack, who: Who | None
) -> None:
    plain = client.get(NOWHERE)
    assert soup(plain).select_one(f"{BACK}, nav.app-organiser") is None
    if who:
        client.set_cookie("visit", organiser.cookies[who])
    for path in (NOWHERE, "/organiser/campaigns/none/nothing", f"/organiser/campaigns/{pack.id}/nothing"):
        response = client.get(path)
        assert (response.status_code, response.text) == (plain.status_code, plain.text)


def test_a_sign_in_that_is_over_is_none(signed_in: InspectingClient) -> None:
    assert "Signed in as" in signed_in.get(NOWHERE).text
    with time_machine.travel(datetime.now(UTC) + LASTS + timedelta(minutes=1)):
        assert "Signed in as" not in signed_in.get(NOWHERE).text


def test_an_organisers_frame_is_nowhere_else(signed_in: InspectingClient) -> None:
    for path in ("/nowhere/at/all", "/organisers/at/all", "/cy/nowhere/at/all"):
        response = signed_in.get(path)
        assert response.status_code == 404
        assert "Signed in as" not in response.text


@pytest.mark.parametrize("part", ["person", "is_open"])
def test_a_store_that_is_away_leaves_the_shared_page(
    signed_in: InspectingClient, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def away(*_what: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(accounts if part == "person" else sign_ins, part, away)
    for path, status in ((NOWHERE, 404), ("/organiser/", 503)):
        response = signed_in.get(path)
        assert response.status_code == status
        assert "Signed in as" not in response.text
