"""Nothing that a person typed leaves the machine while it is looked through for what gives them away."""

from __future__ import annotations

import socket

import pytest

from tests.conftest import PACK
from tests.pages import InspectingClient
from tests.resident.journey import answer, share

TYPED = "Kwame Mensah, https://example.org/kwame, 07700 900123, k@example.org, in SE15 4QT."


def test_whole_requests_are_answered_with_every_socket_shut(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_others: object) -> None:
        raise AssertionError("somebody asked for the network")

    for way in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way, refuse)
    for way in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, way, refuse)
    assert answer(client, 6, text=TYPED).status_code == 303
    assert client.get(f"/{PACK}/check").text.count("<mark") >= 5
    assert share(client, "words").status_code == 303
    with pytest.raises(AssertionError, match="asked for the network"):
        socket.create_connection(("localhost", 9))
