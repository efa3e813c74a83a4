"""What the limits on guessing count: one account under every spelling, one link, and nothing that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import cycle

import pytest
from flask import Flask

from consult.organiser.accounts.throttle import typed_address
from consult.web.limits import limiter
from tests.organiser.material import EMAIL, SIGN_IN, TOKEN
from tests.pages import InspectingClient

pytestmark = pytest.mark.usefixtures("organiser", "counting")

SPELLINGS = (EMAIL, f" {EMAIL.upper()} ", f"\x00{EMAIL}", f"\u202e{EMAIL}", EMAIL.replace("e.org", "\uff45.org"))
"""Each of these opens the one account."""


@pytest.fixture
def counting(app: Flask) -> Iterator[None]:
    limiter.enabled = True
    with app.app_context():
        limiter.reset()
    yield
    limiter.enabled = False


def tries(client: InspectingClient, addresses: Iterator[str], path: str, **data: str) -> int:
    """Return the status of a try from yet another network address."""
    return client.post(path, data=data, environ_base={"REMOTE_ADDR": next(addresses)}).status_code


@pytest.fixture
def addresses() -> Iterator[str]:
    return (f"198.51.100.{each % 250}" for each in cycle(range(250)))


def test_an_account_is_one_however_its_address_is_spelt(client: InspectingClient, addresses: Iterator[str]) -> None:
    spelt = cycle(SPELLINGS)
    statuses = [tries(client, addresses, SIGN_IN, email=next(spelt)) for _try in range(51)]
    assert statuses == [400] * 50 + [429]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_the_limit_reads_an_address_as_the_store_does(app: Flask, typed: str) -> None:
    with app.test_request_context(method="POST", data={"email": typed}):
        assert typed_address() == EMAIL


def test_whoever_tries_links_keeps_nobody_from_theirs(client: InspectingClient, addresses: Iterator[str]) -> None:
    for each in range(60):
        assert tries(client, addresses, f"/organiser/join/guess-{each % 3}") in {400, 404, 429}
    assert tries(client, addresses, f"/organiser/join/{TOKEN}") == 400


def test_what_is_counted_under_cannot_be_worked_out_without_the_salt(
    client: InspectingClient, addresses: Iterator[str]
) -> None:
    tries(client, addresses, SIGN_IN, email=EMAIL)
    held = repr(limiter.storage.__dict__)
    assert "per 1 hour" in held or "/50/1/hour" in held
    assert EMAIL not in held
    assert sha256(EMAIL.encode()).hexdigest() not in held
