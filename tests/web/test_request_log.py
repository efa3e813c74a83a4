"""The request log: four fields, two of them in steps."""

from __future__ import annotations

import re

import pytest

from consult.web.request_log import size_step, time_step
from tests.conftest import PACK
from tests.pages import InspectingClient
from tests.resident.journey import answer

SECRET = "my-very-own-words"


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the lines of the request log so far."""
    return [each.getMessage() for each in caplog.records if each.name == "consult.requests"]


def test_it_holds_four_fields_and_no_more(client: InspectingClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="consult.requests"):
        client.get(f"/{PACK}/question/1?q={SECRET}", headers={"X-Forwarded-For": "203.0.113.9", "Referer": SECRET})
    (line,) = lines(caplog)
    assert re.fullmatch(r"resident\.question 200 [125]0* ms 16 kB", line)


def test_a_route_is_called_the_same_in_every_language(
    client: InspectingClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="consult.requests"):
        client.get(f"/cy/{PACK}/question/1")
    assert lines(caplog)[0].startswith("resident.question 200 ")


def test_no_word_that_a_visitor_chose_is_in_it(client: InspectingClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="consult.requests"):
        client.open(f"/{PACK}/question/1", method=SECRET.upper())
        client.get(f"/{SECRET}/")
    assert [line.split()[:2] for line in lines(caplog)] == [["no-page", "405"], ["no-page", "404"]]


def test_a_short_answer_and_a_long_one_leave_the_same_line(
    client: InspectingClient, caplog: pytest.LogCaptureFixture
) -> None:
    sizes = set()
    for text in ("No.", "Because. " * 100):
        answer(client, 1, text=text)
        caplog.clear()
        with caplog.at_level("INFO", logger="consult.requests"):
            client.get(f"/{PACK}/check")
        sizes.add(lines(caplog)[0].partition(" ms ")[2])
    assert len(sizes) == 1


@pytest.mark.parametrize(
    ("milliseconds", "step"), [(0, 1), (1, 1), (1.1, 2), (3, 5), (5.5, 10), (10, 10), (51, 100), (1999.0, 2000)]
)
def test_times_come_in_steps(milliseconds: float, step: int) -> None:
    assert time_step(milliseconds) == step


@pytest.mark.parametrize(("size", "step"), [(0, 0), (1, 1), (1024, 1), (1025, 4), (4097, 16), (70_000, 256)])
def test_sizes_come_in_steps(size: int, step: int) -> None:
    assert size_step(size) == step
