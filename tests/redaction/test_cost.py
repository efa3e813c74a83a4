"""Finding costs time in proportion to the text, opens no connection, and needs no heavy package."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from consult.redaction import find, mask, risks
from tests.programs import python
from tests.redaction.cost import LENGTH, PROSE, seconds

ORDINARY_SECONDS = 0.3
"""Three times the aim, as the machine may be busy."""
HOSTILE_SECONDS = 0.5
"""Five times the aim: this says that nothing explodes, on a machine that may be busy."""
MOST_GROWTH = 2.3
"""How many times the steps twice the text may take."""

HOSTILE = (
    "1", "1 ", "0 (", "07", "a", "a.", "a@", "@", "@a ", "AB12 ", "http://", "-", "+44", "www.", "a at a dot ",
    "(at)", "Mr van ", "my name is ", "PC 1", "12 A ", "Flat 1 ", "1 May ", "May ", "12/3/", "nhs number is ",
    "crime ref a/", "[.]", "a[.]", "A B C ydw i ", "\u200b1", "\ud800", "😀", "GB29 ABCD ", "was stopped ",
    "cafodd a ", "\n", "twenty-", "an account number ", "'s",
)  # fmt: skip


NAMED = ("Kwame ", "Grace ", "kwame told me ", "Mae Kwame ", "KWAME ", "A-B-C-", "al al al ", "my son ", "J. ",
    "Siu Fong ", "Rye Lane ", "Croydon Council ", "’s ", "D'", "ب ", "grace young told me ")  # fmt: skip


def test_an_ordinary_answer_of_the_greatest_length_is_quick() -> None:
    text = (PROSE * 9)[:LENGTH]

    assert seconds(lambda: find(text), tries=5) <= ORDINARY_SECONDS
    assert seconds(lambda: risks(text), tries=5) <= ORDINARY_SECONDS


@pytest.mark.parametrize("unit", [*HOSTILE, *NAMED])
def test_no_text_takes_long(unit: str) -> None:
    text = (unit * LENGTH)[:LENGTH]

    assert seconds(lambda: mask(text, find(text)), tries=2) <= HOSTILE_SECONDS
    assert seconds(lambda: risks(text), tries=2) <= HOSTILE_SECONDS


def steps(work: Callable[[], object]) -> int:
    """Return how many functions are called: unlike time, the same on a busy machine."""
    count = 0

    def counts(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counts)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", [*HOSTILE, *NAMED])
def test_twice_the_text_takes_at_most_twice_the_steps(unit: str) -> None:
    half = unit * (2_500 // len(unit))
    whole = half * 2
    find(half)

    assert steps(lambda: find(whole)) <= MOST_GROWTH * steps(lambda: find(half)) + 1_000


def test_no_connection_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    for way in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, way, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = "https://example.com a@example.museum bit.ly/x 07700 900123"

    assert len(find(text)) == 4


def test_no_heavy_package_is_loaded() -> None:
    program = (
        "import sys, consult.redaction; consult.redaction.find('a@b.co 07700 900123');"
        "print({'spacy', 'presidio_analyzer', 'tldextract', 'phonenumbers'} & set(sys.modules))"
    )

    done = python("-c", program)

    assert done.stdout == "set()\n", done.stderr
