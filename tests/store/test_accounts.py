from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_security import Security, verify_password

from consult.store import campaigns
from consult.store.models import Organiser
from consult.store.organisers import accounts, audit
from consult.store.organisers.accounts import AccountError, add_organiser, user_datastore
from tests.store.people import CAMPAIGN, PACK

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def secured(store: Flask) -> Iterator[Flask]:
    store.config.update(SECURITY_PASSWORD_HASH="argon2", SECURITY_PASSWORD_SALT="salt", SECURITY_TWO_FACTOR=False)
    Security(store, user_datastore)
    with store.test_request_context():
        yield store


def organiser(email: str) -> Organiser:
    found = user_datastore.find_user(email=email)
    assert isinstance(found, Organiser)
    return found


def everyone() -> list[tuple[str, tuple[str, ...]]]:
    return [(person.email, person.campaigns) for person in accounts.every_person()]


def test_an_organiser_can_be_found_and_has_the_password_and_the_campaigns() -> None:
    add_organiser(" Kit@Example.org ", PASSWORD, [CAMPAIGN])
    kit = organiser("Kit@example.org")
    assert kit.active
    assert kit.password is not None
    assert "argon2" in kit.password
    assert verify_password(PASSWORD, kit.password)
    assert [campaign.slug for campaign in accounts.campaigns_of(kit.id)] == [CAMPAIGN]
    assert everyone() == [("Kit@example.org", (CAMPAIGN,))]


def test_an_address_has_one_account_in_whatever_case() -> None:
    add_organiser("kit@example.org", PASSWORD, [])
    with pytest.raises(AccountError, match="already"):
        add_organiser("KIT@example.org", PASSWORD, [])


@pytest.mark.parametrize(
    "email", ["", "kit", "kit@", "@example.org", "kit@example", "k it@example.org", "\0@example.org"]
)
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(AccountError, match="is not an email address"):
        add_organiser(email, PASSWORD, [])


def test_a_short_password_is_refused() -> None:
    with pytest.raises(AccountError, match="at least"):
        add_organiser("kit@example.org", "short", [])


def test_unknown_campaigns_are_all_named() -> None:
    with pytest.raises(AccountError, match="'mars', 'venus'"):
        add_organiser("kit@example.org", PASSWORD, ["venus", CAMPAIGN, "mars"])
    assert everyone() == []


def test_a_new_password_ends_old_sessions() -> None:
    add_organiser("kit@example.org", PASSWORD, [])
    before = organiser("kit@example.org").fs_uniquifier
    accounts.set_password("KIT@example.org", "another good password")
    kit = organiser("kit@example.org")
    assert kit.password is not None
    assert verify_password("another good password", kit.password)
    assert kit.fs_uniquifier != before


def test_a_removed_account_leaves_its_campaigns_and_what_it_did() -> None:
    add_organiser("kit@example.org", PASSWORD, [CAMPAIGN])
    audit.record(organiser("kit@example.org").id, audit.Action.SAW_RESULTS, CAMPAIGN)
    accounts.remove_organiser("kit@example.org")
    assert everyone() == []
    assert campaigns.find(CAMPAIGN) is not None
    assert [(entry.action, entry.email) for entry in audit.entries(CAMPAIGN)] == [
        ("saw-results", "kit@example.org")
    ]


@pytest.mark.parametrize("act", [accounts.remove_organiser, lambda email: accounts.set_password(email, PASSWORD)])
def test_an_unknown_account_is_said_to_be_unknown(act: object) -> None:
    assert callable(act)
    with pytest.raises(AccountError, match=r"no account for nobody@example\.org"):
        act("nobody@example.org")


def test_nothing_is_kept_of_when_or_from_where_somebody_signs_in() -> None:
    columns = set(Organiser.__table__.columns.keys())
    assert not {name for name in columns if "_at" in name or "_ip" in name or "login" in name or "date" in name}


def test_several_organisers_share_a_campaign() -> None:
    campaigns.add("deptford", "Deptford answers", PACK)
    add_organiser("kit@example.org", PASSWORD, [CAMPAIGN, "deptford"])
    add_organiser("amy@example.org", PASSWORD, [CAMPAIGN])
    assert everyone() == [("amy@example.org", (CAMPAIGN,)), ("kit@example.org", ("deptford", CAMPAIGN))]
