"""Short ways to do what a resident does, for tests of what follows."""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.conftest import PACK
from tests.pages import InspectingClient, guard, soup


def answer(
    client: InspectingClient, number: int, *, language: str = "", follow: bool = False, **fields: str
) -> TestResponse:
    """Answer a question as the form would, and return what comes back."""
    address = f"{language}/{PACK}/question/{number}"
    token = guard(client.get(address))
    return client.post(address, data={"csrf_token": token, "action": "continue"} | fields, follow_redirects=follow)


def post(client: InspectingClient, path: str, *, follow: bool = False, **fields: str) -> TestResponse:
    """Fill in the form at a path below the consultation, and return what comes back."""
    address = path if path.startswith("/") else f"/{PACK}/{path}"
    token = guard(client.get(address))
    return client.post(address, data={"csrf_token": token} | fields, follow_redirects=follow)


def share(client: InspectingClient, choice: str = "counts") -> TestResponse:
    """Share what has been answered."""
    if choice == "words":
        seen = soup(client.get(f"/{PACK}/share/words")).select_one("input[name=seen]")
        return post(client, "share/words", share="words", seen=str(seen["value"]) if seen else "")
    return post(client, "share", share=choice)
