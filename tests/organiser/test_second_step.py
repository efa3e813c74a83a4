"""The second step of signing in, and setting it up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from flask import Flask

from consult.organiser.accounts.halfway import LASTS_SECONDS
from consult.packs.model import Pack
from consult.store.organisers import recovery_codes, second_factor
from consult.store.organisers.people import person_called
from consult.store.organisers.second_factor import MOST_MISSES
from consult.web.limits import limiter
from tests.organiser.conftest import Prepared, Who, address_of
from tests.organiser.material import CODE, EMAIL, SIGN_IN, code_for, give_code, give_password, sign_in
from tests.pages import InspectingClient, guard, soup, text_of

pytestmark = pytest.mark.usefixtures("organiser")
SET_UP = "/organiser/set-up"


def problem(text: str) -> str:
    return text_of(BeautifulSoup(text, "html.parser").select_one(".govuk-error-summary"))


def test_a_password_alone_opens_nothing(client: InspectingClient) -> None:
    assert give_password(client).location == CODE
    assert client.get("/organiser/").location.startswith(SIGN_IN)
    page = soup(client.get(CODE))
    field = page.select_one("#code")
    assert isinstance(field, Tag)
    assert (field["autocomplete"], field["inputmode"]) == ("one-time-code", "numeric")
    assert EMAIL in text_of(page.main)


def test_a_code_is_taken_once(client: InspectingClient, app: Flask) -> None:
    give_password(client)
    code = code_for(app, EMAIL)
    assert give_code(client, code).location == "/organiser/"
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    give_password(other)
    replayed = give_code(other, code)
    assert replayed.status_code == 422
    assert "used already" in problem(replayed.text)
    assert other.get("/organiser/").status_code == 303


@pytest.mark.parametrize("typed", ["000000", "", "12345", "abcdef", "1" * 10_000, "\x00\u202e"])
def test_a_wrong_code_is_a_problem_beside_the_field(client: InspectingClient, app: Flask, typed: str) -> None:
    give_password(client)
    code_for(app, EMAIL)
    refused = give_code(client, typed)
    assert refused.status_code == 422
    assert [link["href"] for link in soup(refused).select(".govuk-error-summary a")] == ["#code"]
    assert "value" not in soup(refused).select("#code")[0].attrs


def test_a_stale_guard_asks_again(client: InspectingClient) -> None:
    give_password(client)
    response = client.post(CODE, data={"code": "123456"})
    assert response.status_code == 400
    assert "open for a long time" in problem(response.text)


def test_after_a_while_the_password_is_asked_for_again(client: InspectingClient) -> None:
    start = datetime.now(UTC)
    give_password(client)
    with time_machine.travel(start + timedelta(seconds=LASTS_SECONDS + 5), tick=False):
        assert client.get(CODE).location.startswith(SIGN_IN)


def test_the_guard_and_the_session_change_at_each_step(client: InspectingClient, app: Flask) -> None:
    guards = [guard(client.get(SIGN_IN))]
    give_password(client)
    guards.append(guard(client.get(CODE)))
    give_code(client, code_for(app, EMAIL))
    with client.session_transaction() as session:
        first = session["sign-in"]
        assert not {"halfway", "authenticator"} & set(session)
    guards.append(guard(client.get("/organiser/")))
    assert len(set(guards)) == 3
    client.delete_cookie("visit")
    sign_in(client)
    with client.session_transaction() as session:
        assert session["sign-in"] != first


def test_too_many_wrong_codes_close_the_account(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        for _each in range(MOST_MISSES):
            second_factor.accept(person_called(EMAIL).id, "000")
    assert "reset your second step" in problem(sign_in(client).text)


def test_too_many_tries_in_a_short_time_are_asked_to_wait(client: InspectingClient) -> None:
    give_password(client)
    token = guard(client.get(CODE))
    limiter.enabled = True
    limiter.reset()
    statuses = [client.post(CODE, data={"csrf_token": token, "code": "12345"}).status_code for _try in range(21)]
    assert statuses == [422] * 20 + [429]
    assert client.get(CODE).status_code == 200


def test_an_account_is_guarded_wherever_the_tries_come_from(client: InspectingClient) -> None:
    limiter.enabled = True
    for email in (EMAIL, "nobody@example.org"):
        limiter.reset()
        statuses = [
            client.post(SIGN_IN, data={"email": email}, environ_base={"REMOTE_ADDR": f"192.0.2.{each}"}).status_code
            for each in range(51)
        ]
        assert statuses == [400] * 50 + [429]


def test_a_recovery_code_opens_once_and_leads_to_the_account(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        codes = recovery_codes.make(person_called(EMAIL).id)
    give_password(client)
    assert give_code(client, codes[0]).location == "/organiser/account"
    assert "9 are left" in text_of(soup(client.get("/organiser/account")).select_one(".govuk-notification-banner"))
    client.delete_cookie("visit")
    give_password(client)
    assert give_code(client, codes[0]).status_code == 422


def test_the_first_sign_in_sets_an_authenticator_up(client: InspectingClient, app: Flask) -> None:
    with app.app_context():
        second_factor.reset(person_called(EMAIL).id)
    give_password(client)
    assert client.get(CODE).location == SET_UP
    page = soup(client.get(SET_UP))
    secret = text_of(page.select_one(".app-key")).replace(" ", "")
    assert page.select_one("svg[role=img] title") is not None
    assert secret == text_of(soup(client.get(SET_UP)).select_one(".app-key")).replace(" ", "")
    assert give_code(client, "000000", at=SET_UP).status_code == 422
    with app.app_context():
        code = second_factor.code_now(secret)
    shown = give_code(client, code, at=SET_UP)
    codes = [text_of(item) for item in soup(shown).select(".app-codes li")]
    assert (shown.status_code, len(codes)) == (200, recovery_codes.HOW_MANY)
    assert client.get("/organiser/").status_code == 200
    assert client.get(SET_UP).location.startswith(SIGN_IN)
    with app.app_context():
        assert second_factor.accept(person_called(EMAIL).id, codes[0]) is second_factor.Outcome.RECOVERED


def test_whoever_has_an_authenticator_cannot_set_up_another_with_the_password_alone(
    client: InspectingClient, organiser: Prepared
) -> None:
    client.set_cookie("visit", organiser.cookies[Who.HALFWAY])
    assert client.get(SET_UP).location == CODE
    assert client.post(SET_UP, data={"code": "123456"}).location == CODE


def test_another_authenticator_takes_the_place_of_the_first_only_when_confirmed(
    signed_in: InspectingClient, app: Flask
) -> None:
    at = "/organiser/authenticator"
    assert give_code(signed_in, "000000", at=at).status_code == 422
    assert give_code(signed_in, code_for(app, EMAIL), at=at).location == SET_UP
    secret = text_of(soup(signed_in.get(SET_UP)).select_one(".app-key")).replace(" ", "")
    other = app.test_client()
    assert isinstance(other, InspectingClient)
    assert sign_in(other).status_code == 303
    other.delete_cookie("visit")
    with app.app_context():
        code = second_factor.code_now(secret)
    assert give_code(signed_in, code, at=SET_UP).status_code == 200
    assert sign_in(other).status_code == 422


def test_new_recovery_codes_need_a_code(signed_in: InspectingClient, app: Flask) -> None:
    at = "/organiser/recovery-codes"
    assert give_code(signed_in, "000000", at=at).status_code == 422
    shown = give_code(signed_in, code_for(app, EMAIL), at=at)
    assert len(soup(shown).select(".app-codes li")) == recovery_codes.HOW_MANY
    assert give_code(signed_in, "0000", at=at).status_code == 422


def test_coming_back_is_remembered_over_both_steps(client: InspectingClient, pack: Pack) -> None:
    asked = client.get(f"/cy/organiser/campaigns/{pack.id}")
    assert sign_in(client, at=asked.location).location == f"/cy/organiser/campaigns/{pack.id}"


@pytest.mark.parametrize("who", [Who.REMOVED, Who.SWITCHED_OFF, Who.SIGNED_OUT])
def test_a_cookie_of_somebody_who_is_gone_is_worth_nothing(
    client: InspectingClient, organiser: Prepared, who: Who
) -> None:
    client.set_cookie("visit", organiser.cookies[who])
    assert client.get("/organiser/").location == SIGN_IN
    if who is not Who.SIGNED_OUT:
        assert give_password(client, address_of(who)).status_code == 422
