"""One's own account: sessions, password, and joining by a link."""

from __future__ import annotations

import pytest
from flask import Flask

from consult.store.organisers import audit, joining, sign_ins
from consult.store.organisers.audit import Wanted
from consult.store.organisers.people import person_called
from tests.organiser.conftest import Who, address_of
from tests.organiser.material import CODE, EMAIL, PASSWORD, SIGN_IN, TOKEN, give_password, sign_in
from tests.pages import InspectingClient, guard, soup, text_of

pytestmark = pytest.mark.usefixtures("organiser")
JOIN = f"/organiser/join/{TOKEN}"
SESSIONS = "/organiser/sessions"
NEW = "three other random words"


def send(client: InspectingClient, at: str, **fields: str) -> tuple[int, str]:
    """Post a page's form; return the status, and where it leads or what the problem is."""
    response = client.post(at, data={"csrf_token": guard(client.get(at))} | fields)
    said = "" if response.status_code in {200, 303} else text_of(soup(response).select_one(".govuk-error-summary"))
    return response.status_code, response.location or said


@pytest.fixture
def elsewhere(app: Flask) -> InspectingClient:
    """The same organiser, signed in somewhere else."""
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    sign_in(client)
    return client


def test_the_account_page_shows_what_is_kept(signed_in: InspectingClient) -> None:
    shown = text_of(soup(signed_in.get("/organiser/account")).main)
    for words in (EMAIL, "Organiser", "0 are left"):
        assert words in shown
    assert soup(signed_in.get("/organiser/account")).select_one('a[aria-current="page"]') is not None


def test_one_session_is_ended_by_itself(signed_in: InspectingClient, elsewhere: InspectingClient) -> None:
    page = soup(signed_in.get(SESSIONS))
    assert text_of(page.main).count("Signed in on") == 2
    assert text_of(page.main).count("(this one)") == 1
    (button,) = page.select("li button[name=session]")
    assert send(signed_in, SESSIONS, session=str(button["value"])) == (303, SESSIONS)
    assert signed_in.get("/organiser/").status_code == 200
    assert elsewhere.get("/organiser/").location == SIGN_IN


def test_signing_out_leaves_the_other_session(signed_in: InspectingClient, elsewhere: InspectingClient) -> None:
    token = guard(elsewhere.get("/organiser/"))
    assert elsewhere.post("/organiser/sign-out", data={"csrf_token": token}).location == SIGN_IN
    assert elsewhere.get("/organiser/").location == SIGN_IN
    assert signed_in.get("/organiser/").status_code == 200


def test_signing_out_everywhere_ends_every_session(
    signed_in: InspectingClient, elsewhere: InspectingClient
) -> None:
    assert send(signed_in, SESSIONS, session="everywhere") == (303, SIGN_IN)
    for client in (signed_in, elsewhere):
        assert client.get("/organiser/").location == SIGN_IN


def test_nobody_ends_the_session_of_another(signed_in: InspectingClient, app: Flask) -> None:
    with app.app_context():
        theirs = person_called(address_of(Who.VIEWER)).id
        names = [session.name for session in sign_ins.sessions(theirs)]
    assert len(names) == 1
    for name in (*names, "\u202e", "zz"):
        assert send(signed_in, SESSIONS, session=name) == (303, SESSIONS)
    with app.app_context():
        assert [session.name for session in sign_ins.sessions(theirs)] == names


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(
    signed_in: InspectingClient, elsewhere: InspectingClient
) -> None:
    at = "/organiser/password"
    assert send(signed_in, at, current=PASSWORD, password=NEW) == (303, "/organiser/account")
    assert signed_in.get("/organiser/").status_code == 200
    assert elsewhere.get("/organiser/").location == SIGN_IN
    assert text_of(soup(signed_in.get(SESSIONS)).main).count("Signed in on") == 1
    assert give_password(elsewhere, EMAIL, PASSWORD).status_code == 422
    assert give_password(elsewhere, EMAIL, NEW).location == CODE


@pytest.mark.parametrize(
    ("current", "new", "says"),
    [
        ("", "", "Type the password of today"),
        ("not the password", NEW, "not the password of today"),
        (PASSWORD, "short", "12 characters or more"),
        (PASSWORD, "password12345", "others try early"),
        (PASSWORD, EMAIL, "something else than your email address"),
        (PASSWORD, "x" * 1001, "1000 characters or fewer"),
    ],
)
def test_a_password_that_may_not_be_used_is_explained(
    signed_in: InspectingClient, current: str, new: str, says: str
) -> None:
    status, said = send(signed_in, "/organiser/password", current=current, password=new)
    assert (status, says in said) == (422, True)


def test_somebody_invited_chooses_a_password_and_goes_on(client: InspectingClient, app: Flask) -> None:
    page = soup(client.get(JOIN))
    assert "invited@example.org" in text_of(page.main)
    assert page.select("#password")[0]["autocomplete"] == "new-password"
    assert send(client, JOIN, password="short")[0] == 422
    assert send(client, JOIN, password=NEW) == (303, CODE)
    assert client.get(CODE).location == "/organiser/set-up"
    assert client.get(JOIN).status_code == 404
    with app.app_context():
        assert [entry.action for entry in audit.found(Wanted(email="invited@example.org"))] == ["chose-password"]


@pytest.mark.parametrize("token", ["x", "%00", "%ED%A0%80", "a" * 3000])
def test_a_link_that_is_not_good_says_so(client: InspectingClient, token: str) -> None:
    response = client.get(f"/organiser/join/{token}")
    assert response.status_code == 404
    assert "not good any more" in text_of(soup(response).h1)


def test_an_old_form_uses_no_link_up(client: InspectingClient, app: Flask) -> None:
    response = client.post(JOIN, data={"password": NEW})
    assert response.status_code == 400
    with app.app_context():
        assert joining.invited(TOKEN) is not None
