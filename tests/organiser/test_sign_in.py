"""Signing in and out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from consult.organiser.accounts.security import LASTS
from consult.packs.model import Pack
from consult.store.database import db
from consult.store.models import Organiser
from consult.store.organisers import accounts
from consult.web.limits import limiter
from tests.organiser.material import EMAIL, PASSWORD, SIGN_IN, sign_in
from tests.pages import InspectingClient, guard, soup, text_of

pytestmark = pytest.mark.usefixtures("organiser")


def test_the_right_password_opens_the_list_of_campaigns(client: InspectingClient) -> None:
    response = sign_in(client)
    assert (response.status_code, response.location) == (303, "/organiser/")
    assert EMAIL in client.get("/organiser/").text


def test_capitals_and_spaces_around_the_address_do_not_matter(client: InspectingClient) -> None:
    assert sign_in(client, f"  {EMAIL.upper()} ").status_code == 303


def test_the_form_helps_password_managers_and_lets_people_paste(client: InspectingClient) -> None:
    page = soup(client.get(SIGN_IN))
    email, password = page.select("form[method=post] input:not([type=hidden])")
    assert (email["type"], email["autocomplete"], email["id"]) == ("email", "username", "email")
    assert (password["type"], password["autocomplete"], password["id"]) == (
        "password",
        "current-password",
        "password",
    )
    assert not page.select("input[onpaste], form[autocomplete=off]")


def refusal(client: InspectingClient, email: str, password: str) -> tuple[int, str]:
    response = sign_in(client, email, password)
    page = soup(response)
    kept = page.select_one("#email")
    assert kept is not None
    assert kept["value"] == email
    assert "value" not in page.select("#password")[0].attrs
    assert page.select_one(".govuk-error-summary a[href='#email']") is not None
    return response.status_code, text_of(page.select_one(".govuk-error-summary"))


def test_nobody_can_learn_which_addresses_have_an_account(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        accounts.add_organiser("away@example.org", PASSWORD, [])
        db.session.query(Organiser).filter_by(email="away@example.org").update({"active": False})
        db.session.commit()
    answers = {
        refusal(client, EMAIL, "not the password"),
        refusal(client, "nobody@example.org", PASSWORD),
        refusal(client, "not an address", PASSWORD),
        refusal(client, "away@example.org", PASSWORD),
        refusal(client, EMAIL, "x" * 100_000),
        refusal(client, "a@" + "b" * 5000, PASSWORD),
    }
    assert len(answers) == 1
    assert next(iter(answers))[0] == 422


def test_hostile_text_is_a_wrong_password_and_no_more(client: InspectingClient) -> None:
    for hostile in ("\x00", "\u202e", "\ud800", "🔑" * 900, "<script>", "' OR 1=1 --", "%(name)s"):
        typed = hostile.encode("utf-8", "surrogatepass")
        data = {"csrf_token": guard(client.get(SIGN_IN)), "email": typed + b"a@example.org", "password": typed}
        assert client.post(SIGN_IN, data=data).status_code == 422


def test_empty_fields_are_named(client: InspectingClient) -> None:
    response = sign_in(client, "", "")
    links = [link["href"] for link in soup(response).select(".govuk-error-summary a")]
    assert (response.status_code, links) == (422, ["#email", "#password"])


def test_a_stale_guard_is_a_message_and_keeps_the_address(client: InspectingClient) -> None:
    for token in ("", "forged"):
        response = client.post(SIGN_IN, data={"csrf_token": token, "email": EMAIL, "password": PASSWORD})
        page = soup(response)
        assert response.status_code == 400
        assert page.select("#email")[0]["value"] == EMAIL
        assert "open for a long time" in text_of(page.select_one(".govuk-error-summary"))
    assert client.get("/organiser/").status_code == 303


def test_too_many_tries_are_asked_to_wait_and_keep_the_address(client: InspectingClient) -> None:
    limiter.enabled = True
    limiter.reset()
    for _try in range(20):
        assert client.post(SIGN_IN, data={"email": EMAIL}).status_code == 400
    response = client.post("/cy" + SIGN_IN, data={"email": EMAIL, "password": PASSWORD})
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "60"
    assert soup(response).select("#email")[0]["value"] == EMAIL
    assert PASSWORD not in response.text
    assert client.get(SIGN_IN).status_code == 200


def test_the_guard_from_before_is_of_no_use_after_signing_in(client: InspectingClient) -> None:
    before = guard(client.get(SIGN_IN))
    sign_in(client)
    assert client.post("/organiser/sign-out", data={"csrf_token": before}).status_code == 400


DESTINATIONS = {
    "/organiser/campaigns/slug": "/organiser/campaigns/slug",
    "/cy/organiser/campaigns/slug?by=region&x=1": "/cy/organiser/campaigns/slug?by=region",
    "/organiser/campaigns/slug/results.csv?by=region": "/organiser/campaigns/slug?by=region",
    "https://evil.example/organiser/campaigns/slug": "/organiser/campaigns/slug",
    "https://evil.example/": "/organiser/",
    "//evil.example": "/organiser/",
    "///evil.example": "/organiser/",
    "/\\evil.example": "/organiser/",
    "/organiser//evil.example": "/organiser/",
    "javascript:alert(1)": "/organiser/",
    "/organiser/sign-out": "/organiser/",
    "/organiser/sign-in": "/organiser/",
    "//[": "/organiser/",
    "/organiser/campaigns/%0d%0aX: y": "/organiser/campaigns/%250d%250aX:%20y",
    "": "/organiser/",
}


def test_signing_in_leads_to_pages_of_this_site_only(signed_in: InspectingClient) -> None:
    found = {wanted: signed_in.get(SIGN_IN, query_string={"next": wanted}).location for wanted in DESTINATIONS}
    assert found == DESTINATIONS


def test_a_page_that_needs_signing_in_is_come_back_to(client: InspectingClient, pack: Pack) -> None:
    asked = client.get(f"/cy/organiser/campaigns/{pack.id}?by=region")
    assert asked.location.startswith("/cy/organiser/sign-in?next=")
    assert sign_in(client, at=asked.location).location == f"/cy/organiser/campaigns/{pack.id}?by=region"


def test_the_other_language_keeps_where_to_go(client: InspectingClient, pack: Pack) -> None:
    page = soup(client.get(SIGN_IN, query_string={"next": f"/organiser/campaigns/{pack.id}"}))
    link = page.select_one("a[hreflang=cy]")
    assert link is not None
    assert sign_in(client, at=str(link["href"])).location == f"/organiser/campaigns/{pack.id}"


def test_somebody_who_is_signed_in_is_not_asked_again(signed_in: InspectingClient) -> None:
    assert signed_in.get(SIGN_IN).location == "/organiser/"


def test_the_cookie_is_out_of_reach_of_scripts_and_ends_with_the_browser(client: InspectingClient) -> None:
    cookie = sign_in(client).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie


def test_a_sign_in_ends_after_a_working_day_however_busy(client: InspectingClient) -> None:
    start = datetime(2026, 2, 9, 8, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        sign_in(client)
    for minutes, status in ((-60, 200), (-1, 200), (1, 303)):
        with time_machine.travel(start + LASTS + timedelta(minutes=minutes), tick=False):
            asked = client.get("/organiser/")
            assert asked.status_code == status
    with time_machine.travel(start + LASTS + timedelta(minutes=1), tick=False):
        assert client.get(asked.location).status_code == 200


def test_a_session_on_another_machine_is_none(signed_in: InspectingClient) -> None:
    assert signed_in.get("/organiser/", headers={"User-Agent": "another"}).status_code == 303


def test_signing_out_makes_every_cookie_worthless(signed_in: InspectingClient, app: Flask) -> None:
    kept = signed_in.get_cookie("visit")
    assert kept is not None
    response = signed_in.post("/organiser/sign-out", data={"csrf_token": guard(signed_in.get("/organiser/"))})
    assert (response.status_code, response.location) == (303, SIGN_IN)
    page = soup(signed_in.get(SIGN_IN))
    assert "You are signed out" in text_of(page.select_one(".govuk-notification-banner"))
    thief = app.test_client()
    thief.set_cookie("visit", kept.value)
    assert thief.get("/organiser/").status_code == 303


def test_a_new_password_ends_every_session(signed_in: InspectingClient, app: Flask) -> None:
    with app.app_context():
        accounts.set_password(EMAIL, "another good password")
    assert signed_in.get("/organiser/").status_code == 303


def test_an_old_sign_out_form_asks_again(signed_in: InspectingClient) -> None:
    response = signed_in.post("/organiser/sign-out")
    assert response.status_code == 400
    assert soup(response).select_one("#sign-out") is not None
    assert signed_in.get("/organiser/").status_code == 200


def test_passwords_are_kept_as_argon2_hashes(app: Flask) -> None:
    with app.app_context():
        kept = db.session.query(Organiser.password).all()
    assert kept
    assert all(str(password or "$argon2id$").startswith("$argon2id$") for (password,) in kept)
