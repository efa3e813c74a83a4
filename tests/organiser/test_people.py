"""Administrators' pages: people, invitations and the record."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from threading import Thread

import pytest
from flask import Flask

from consult.organiser.accounts.audit_words import action_words, words_for
from consult.store.database import StoreUnavailable
from consult.store.organisers import accounts, audit, joining, sign_ins
from consult.store.organisers.people import Person, person, person_called
from consult.store.organisers.roles import Role
from tests.organiser.conftest import Prepared, Who, address_of
from tests.organiser.material import EMAIL, OTHERS, PASSWORD
from tests.pages import InspectingClient, guard, soup, text_of

PEOPLE = "/organiser/people"
INVITE = f"{PEOPLE}/invite"
RECORD = "/organiser/record"


def send(client: InspectingClient, at: str, **fields: str | list[str]) -> tuple[int, str]:
    """Post a page's form; return the status, and the address it leads to or the words of the page."""
    shown = soup(client.get(at)).select("main form[method=post] input[type=hidden]")
    hidden = {str(each["name"]): str(each["value"]) for each in shown}
    response = client.post(at, data=hidden | fields)
    return response.status_code, response.location or text_of(soup(response).main)


@pytest.fixture
def viewer(app: Flask, organiser: Prepared) -> Person:
    assert organiser.cookies
    with app.app_context():
        return person_called(address_of(Who.VIEWER))


def test_people_are_listed_with_what_they_may_do(administrator: InspectingClient) -> None:
    shown = text_of(soup(administrator.get(PEOPLE)).main)
    assert EMAIL in shown
    assert "invited@example.org Viewer · invited, has not joined yet" in shown
    assert "switched off" in shown
    assert "has not set up the second step yet" in shown


def test_an_invitation_shows_its_link_once(administrator: InspectingClient, app: Flask) -> None:
    fields: dict[str, str | list[str]] = {
        "email": " Kit@Example.com ",
        "role": "viewer",
        "campaigns": [OTHERS, "nowhere"],
    }
    status, shown = send(administrator, INVITE, **fields)
    assert status == 200
    token = shown.partition("/organiser/join/")[2].split()[0]
    with app.app_context():
        whose = joining.invited(token)
        assert whose is not None
        assert (whose.email, whose.role, whose.campaigns) == ("Kit@example.com", Role.VIEWER, (OTHERS,))
        assert audit.found(audit.Wanted(action="invited"))[0].about == "Kit@example.com"
    assert send(administrator, INVITE, **fields)[0] == 422


@pytest.mark.parametrize(
    ("email", "role", "problem"),
    [
        ("", "viewer", "Type their email address"),
        ("kit", "viewer", "not an email address"),
        ("kit@example.com", "king", "Choose what they may do"),
        ("kit@example.com", "", "Choose what they may do"),
        (EMAIL.upper(), "viewer", "an account for that address already"),
        ("<b>@example.com", "viewer", "not an email address"),
        ("a" * 10_000, "viewer", "too long for one"),
        ("kit@example.com\r\nBcc: x@example.com", "viewer", "not an email address"),
    ],
)
def test_an_invitation_that_cannot_be_made_is_explained(
    administrator: InspectingClient, email: str, role: str, problem: str
) -> None:
    status, shown = send(administrator, INVITE, email=email, role=role)
    assert (status, problem in shown) == (422, True), shown


def test_a_role_and_campaigns_are_changed_at_once(
    administrator: InspectingClient, signed_in: InspectingClient, app: Flask, viewer: Person
) -> None:
    with app.app_context():
        organiser = person_called(EMAIL)
    at = f"{PEOPLE}/{organiser.id}"
    assert send(administrator, at, role="viewer", campaigns=[OTHERS]) == (303, PEOPLE)
    assert signed_in.get(f"/organiser/campaigns/{organiser.campaigns[0]}").status_code == 404
    assert signed_in.get(f"/organiser/campaigns/{OTHERS}").status_code == 200
    assert send(administrator, at, role="administrator") == (303, PEOPLE)
    assert signed_in.get(f"{PEOPLE}/{viewer.id}").status_code == 200


def test_whoever_changes_an_account_second_sees_what_the_first_kept(
    administrator: InspectingClient, app: Flask, viewer: Person
) -> None:
    at = f"{PEOPLE}/{viewer.id}"
    page = soup(administrator.get(at))
    version = str(page.select("input[name=version]")[0]["value"])
    assert send(administrator, at, role="organiser", campaigns=[OTHERS]) == (303, PEOPLE)
    fields: dict[str, str | list[str]] = {"role": "administrator", "campaigns": list(viewer.campaigns)}
    for old in (version, "", "x" * 10_000, "\0"):
        status, shown = send(administrator, at, version=old, **fields)
        assert status == 409
        assert "It has now: Organiser; Somebody else's." in shown
    token = guard(administrator.get(at))
    again = soup(administrator.post(at, data={"csrf_token": token, "version": version, **fields}))
    chosen = [str(each["value"]) for each in again.select("main input[checked]")]
    assert chosen == ["administrator", *viewer.campaigns]
    with app.app_context():
        assert person_called(viewer.email).campaigns == (OTHERS,)
    fresh = str(again.select("input[name=version]")[0]["value"])
    assert send(administrator, at, version=fresh, **fields) == (303, PEOPLE)


def test_an_account_that_was_removed_meanwhile_is_not_found(
    administrator: InspectingClient, viewer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = f"{PEOPLE}/{viewer.id}"
    shown = soup(administrator.get(at)).select("main form input[type=hidden]")
    change = accounts.change_role

    def remove_first(user_id: int, role: Role, slugs: list[str], *, keep_one: bool, version: str) -> None:
        accounts.remove(user_id)
        change(user_id, role, slugs, keep_one=keep_one, version=version)

    monkeypatch.setattr(accounts, "change_role", remove_first)
    hidden = {str(each["name"]): str(each["value"]) for each in shown}
    given = hidden | {"role": "viewer", "campaigns": OTHERS}
    assert administrator.post(at, data=given).status_code == 404


def test_the_only_administrator_stays_one(administrator: InspectingClient, app: Flask) -> None:
    with app.app_context():
        mine = person_called(address_of(Who.ADMINISTRATOR)).id
    status, shown = send(administrator, f"{PEOPLE}/{mine}", role="viewer")
    assert (status, "only administrator" in shown) == (422, True)
    for action in ("switch-off", "remove"):
        assert administrator.get(f"{PEOPLE}/{mine}/{action}").status_code == 404
    assert administrator.get(PEOPLE).status_code == 200


def test_each_action_asks_first_and_then_does_it(
    administrator: InspectingClient, app: Flask, viewer: Person
) -> None:
    at = f"{PEOPLE}/{viewer.id}"
    assert "/organiser/join/" in send(administrator, f"{at}/new-link")[1]
    for action in ("reset-two-factor", "sign-out", "switch-off", "switch-on", "remove"):
        assert administrator.get(f"{at}/{action}").status_code == 200
        assert send(administrator, f"{at}/{action}") == (303, PEOPLE)
        with app.app_context():
            assert audit.found(audit.Wanted(action=action))[0].about == viewer.email
            now = person(viewer.id)
            if now is not None:
                assert not now.has_second_factor
                assert now.active is (action != "switch-off")
                assert sign_ins.sessions(viewer.id) == []
    assert administrator.get(at).status_code == 404


def test_a_removal_that_cannot_be_noted_is_not_done(
    administrator: InspectingClient, app: Flask, viewer: Person
) -> None:
    at = f"{PEOPLE}/{viewer.id}/remove"
    app.config["PROPAGATE_EXCEPTIONS"] = False
    sent = {"csrf_token": guard(administrator.get(at))}

    def away(*_: object, **_named: object) -> None:
        raise StoreUnavailable("away")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(audit, "record_of_account", away)
        assert administrator.post(at, data=sent).status_code == 503
    assert administrator.post(at, data=sent).status_code == 303
    with app.app_context():
        assert [entry.about for entry in audit.found(audit.Wanted(action="remove"))] == [viewer.email]


def test_what_makes_no_sense_for_an_account_is_not_offered(administrator: InspectingClient, viewer: Person) -> None:
    assert administrator.get(f"{PEOPLE}/{viewer.id}/switch-on").status_code == 404
    for number in ("0", "999", "2147483648", "9" * 30, "-1", "x"):
        assert administrator.get(f"{PEOPLE}/{number}").status_code == 404


def test_the_record_is_filtered_and_paged(administrator: InspectingClient, app: Flask, viewer: Person) -> None:
    with app.app_context():
        for _each in range(120):
            audit.record(viewer.id, audit.Action.SAW_RESULTS, OTHERS)
    first = soup(administrator.get(RECORD))
    assert len(first.select("tbody tr")) == 50
    link = first.select_one("a[rel=next]")
    assert link is not None
    assert len(soup(administrator.get(str(link["href"]))).select("tbody tr")) == 50
    fits = soup(administrator.get(RECORD, query_string={"person": viewer.email, "campaign": OTHERS, "page": 3}))
    assert len(fits.select("tbody tr")) == 20
    assert "Looked at results" in text_of(fits.select_one("tbody"))
    query = {"person": viewer.email, "action": "saw-record"}
    assert "0 lines" in text_of(soup(administrator.get(RECORD, query_string=query)).main)


@pytest.mark.parametrize(
    "query", ["person=x", "campaign=x", "action=x", "page=0", "page=99", "page=x", "page=-1", "page=٣"]
)
def test_an_unknown_filter_is_not_found(administrator: InspectingClient, query: str) -> None:
    assert administrator.get(f"{RECORD}?{query}").status_code == 404


def test_every_action_has_words(app: Flask) -> None:
    with app.test_request_context("/"):
        assert set(action_words()) == set(audit.Action) - {audit.Action.TOOK_RESULTS}
        assert all(action_words().values())
        assert words_for("took-results-csv") == "Took the results as a file (csv)"
        assert words_for("of-an-older-version") == "of-an-older-version"


class Letterbox(socketserver.ThreadingTCPServer):
    """The smallest mail server that takes a message."""

    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.taken: list[str] = []


class Conversation(socketserver.StreamRequestHandler):
    server: Letterbox

    def handle(self) -> None:
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline().strip().upper():
            if line == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                message = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.taken.append(message.decode())
            self.wfile.write(b"221 bye\r\n" if line == b"QUIT" else b"250 ok\r\n")


@pytest.fixture
def letterbox() -> Iterator[Letterbox]:
    with Letterbox() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_link_is_sent_where_there_is_a_mail_server(
    administrator: InspectingClient, app: Flask, letterbox: Letterbox
) -> None:
    port = letterbox.server_address[1]
    app.config.update(MAIL_URL=f"smtp://127.0.0.1:{port}", MAIL_FROM="site@example.org")
    _status, shown = send(administrator, INVITE, email="kit@example.com", role="viewer")
    assert "It was sent to kit@example.com" in shown
    (message,) = letterbox.taken
    assert "To: kit@example.com" in message
    assert "/organiser/join/" in message.replace("=\r\n", "").replace("=\n", "")
    assert PASSWORD not in message


def test_a_mail_server_that_is_away_loses_nothing(administrator: InspectingClient, app: Flask) -> None:
    app.config.update(MAIL_URL="smtp://127.0.0.1:1", MAIL_FROM="site@example.org")
    status, shown = send(administrator, INVITE, email="kit@example.com", role="viewer")
    assert (status, "/organiser/join/" in shown, "was sent" in shown) == (200, True, False)
