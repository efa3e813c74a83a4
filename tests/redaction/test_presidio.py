"""Ours finds every detail that Presidio's recognisers for the United Kingdom find right, and more."""

from __future__ import annotations

import socket

import pytest

from tests.redaction.measure import ours, score
from tests.redaction.planted import Planted, planted
from tests.redaction.rivals import PRESIDIO, libphonenumber, presidio
from tests.redaction.shapes import SHAPES

KINDS = sorted(PRESIDIO)


@pytest.fixture(autouse=True)
def no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    for way in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, way, refuse)
    for way in ("getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, way, refuse)


def missed_by_us_alone(examples: list[Planted], kind: str) -> list[str]:
    theirs = presidio(kind)
    return [each.text for each in examples if score(theirs, [each]).found and not score(ours, [each]).found]


@pytest.mark.parametrize("kind", KINDS)
def test_ours_finds_what_presidio_finds_in_the_published_set(kind: str) -> None:
    assert missed_by_us_alone(list(planted(kind, count=100)), kind) == []


@pytest.mark.parametrize("kind", KINDS)
def test_ours_finds_what_presidio_finds_in_texts_of_its_own_shape(kind: str) -> None:
    examples = [Planted(text.replace("{}", detail), detail, kind) for text, detail in SHAPES[kind]]

    assert sum(score(presidio(kind), [each]).found for each in examples) >= len(examples) // 2
    assert missed_by_us_alone(examples, kind) == []


def test_ours_finds_every_telephone_number_that_phonenumbers_finds() -> None:
    examples = list(planted("phone", count=100))

    missed = [
        each.text for each in examples if score(libphonenumber, [each]).found and not score(ours, [each]).found
    ]

    assert missed == []


def test_presidio_really_ran() -> None:
    found = [kind for kind in KINDS if score(presidio(kind), planted(kind, count=60)).recall > 0]

    assert found == KINDS
