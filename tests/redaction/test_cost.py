"""Finding costs time in proportion to the text, opens no connection, and needs no heavy package."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from consult.redaction import find, mask, risks
from tests.redaction.harmless import HARMLESS

LENGTH = 20_000
PROSE = " ".join(HARMLESS)
ORDINARY_SECONDS = 0.1
HOSTILE_SECONDS = 0.5
"""Five times the aim: this says that nothing explodes, on a machine that may be busy."""

HOSTILE = (
    "1", "1 ", "0 (", "07", "a", "a.", "a@", "@", "@a ", "AB12 ", "http://", "-", "+44", "www.", "a at a dot ",
    "(at)", "Mr van ", "my name is ", "PC 1", "12 A ", "Flat 1 ", "1 May ", "May ", "12/3/", "nhs number is ",
    "crime ref a/", "[.]", "a[.]", "A B C ydw i ", "\u200b1", "\ud800", "😀", "GB29 ABCD ", "was stopped ",
    "cafodd a ", "\n", "twenty-", "an account number ", "'s",
)  # fmt: skip


def seconds(work: Callable[[], object], *, tries: int) -> float:
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def test_an_ordinary_answer_of_the_greatest_length_is_quick() -> None:
    text = (PROSE * 9)[:LENGTH]

    assert seconds(lambda: find(text), tries=5) <= ORDINARY_SECONDS
    assert seconds(lambda: risks(text), tries=5) <= ORDINARY_SECONDS


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_takes_long(unit: str) -> None:
    text = (unit * LENGTH)[:LENGTH]

    assert seconds(lambda: mask(text, find(text)), tries=2) <= HOSTILE_SECONDS
    assert seconds(lambda: risks(text), tries=2) <= HOSTILE_SECONDS


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

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words

    assert done.stdout == "set()\n"
