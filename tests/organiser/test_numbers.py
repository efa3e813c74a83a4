"""No number leaves the organiser's site that has not passed the 10–5 rule."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from bs4 import BeautifulSoup

from consult.packs.model import Pack
from tests.organiser.conftest import Fill
from tests.organiser.material import invented_tallies
from tests.pages import InspectingClient, soup, text_of
from tests.results.reading import read_workbook

# Above every number in the wordings, and none of them a multiple of five: one that appears anywhere is a leak.
LEAKING = [number for number in range(30_001, 90_000) if number % 5]
RESPONSES = 99_999


def raw_counts() -> Iterator[int]:
    """Yield invented raw counts: in turn one so small that it must be held back, and one that must be rounded."""
    yield RESPONSES
    for small, leaking in zip(cycle(range(1, 10)), cycle(LEAKING[::7]), strict=False):
        yield small
        yield leaking


def is_publishable(text: str) -> bool:
    number = int(text.replace(",", ""))
    return number >= 10 and number % 5 == 0


def is_harmless(cell: str) -> bool:
    """Say whether every number in a cell's text is a percentage, or has passed the rule."""
    without_percent = re.sub(r"\b(\d|[1-9]\d|100)%|under 1%", "", cell)
    return all(map(is_publishable, re.findall(r"\d[\d,]*", without_percent)))


@pytest.fixture
def filled(signed_in: InspectingClient, pack: Pack, fill: Fill) -> InspectingClient:
    fill(invented_tallies(pack, raw_counts()))
    return signed_in


def queries(pack: Pack) -> list[str]:
    return ["", *(f"?by={about.id}" for about in pack.about_you)]


def test_no_page_holds_a_raw_count(filled: InspectingClient, pack: Pack) -> None:
    pages = [filled.get(f"{prefix}/organiser/") for prefix in ("", "/cy")]
    pages += [filled.get(f"/organiser/campaigns/{pack.id}{query}") for query in queries(pack)]
    pages.append(filled.get(f"/cy/organiser/campaigns/{pack.id}"))
    for response in pages:
        assert response.status_code == 200
        page = soup(response)
        assert no_raw_count(page.get_text(" "))
        cells = [text_of(cell) for cell in page.select("td, th[scope=row] .app-who, caption")]
        assert all(map(is_harmless, cells))
        assert all(0 <= int(width) <= 100 for width in widths(page))
    assert sum(len(soup(response).select("td")) for response in pages) > 100


def widths(page: BeautifulSoup) -> list[str]:
    return [str(bar["width"]).removesuffix("%") for bar in page.select("svg.app-bar rect")]


def no_raw_count(text: str) -> bool:
    found = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)}
    return not found & {*LEAKING, RESPONSES}


def test_no_csv_holds_a_raw_count(filled: InspectingClient, pack: Pack) -> None:
    for query in queries(pack):
        response = filled.get(f"/organiser/campaigns/{pack.id}/results.csv{query}")
        text = response.data.decode("utf-8-sig")
        assert no_raw_count(text)
        head, *rows = list(csv.reader(io.StringIO(text)))
        counts = [
            at
            for at, name in enumerate(head)
            if name in {"Responses", "All responses", "All responses in the group"}
        ]
        assert len(counts) == 2
        assert rows
        for row in rows:
            assert all(row[at] in {"[c]", "[x]"} or is_publishable(row[at]) for at in counts)


def test_no_workbook_holds_a_raw_count(filled: InspectingClient, pack: Pack) -> None:
    for query in queries(pack):
        response = filled.get(f"/organiser/campaigns/{pack.id}/results.xlsx{query}")
        sheets = read_workbook(response.data).sheets.values()
        cells = [cell for sheet in sheets for row in sheet for cell in row]
        numbers = [cell for cell in cells if isinstance(cell, float)]
        assert len(numbers) > 20
        assert all(number.is_integer() for number in numbers)
        assert no_raw_count(" ".join(str(int(cell)) if isinstance(cell, float) else cell for cell in cells))


def test_the_check_itself_finds_a_leak() -> None:
    assert not is_harmless("7")
    assert not is_harmless("23 responses")
    assert is_harmless("49% 1,205 responses")
    assert not no_raw_count("there were 30,001 of them")
