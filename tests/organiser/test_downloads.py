"""The files that an organiser takes away."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from consult.answers.citing import sites
from consult.packs.model import Pack
from consult.results.exports import formats
from consult.results.exports.formats import FORMATS
from consult.results.tally import CITED, Tally
from consult.store.database import StoreUnavailable
from consult.store.organisers import audit
from tests.organiser.conftest import Fill
from tests.organiser.material import invented_tallies
from tests.pages import InspectingClient
from tests.results.reading import read_workbook


@pytest.fixture(autouse=True)
def filled(pack: Pack, fill: Fill) -> None:
    fill(invented_tallies(pack, iter(lambda: 240, 0)))


@pytest.mark.parametrize("key", list(FORMATS))
def test_a_file_has_a_plain_name_its_type_and_is_kept_nowhere(
    signed_in: InspectingClient, app: Flask, pack: Pack, key: str
) -> None:
    response = signed_in.get(f"/organiser/campaigns/{pack.id}/results.{key}")
    named = FORMATS[key].named
    ending = named if named.startswith(".") else f"-{named}"
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f'attachment; filename="{pack.id}-week-2026-02-09{ending}"'
    assert response.headers["Content-Type"] == FORMATS[key].media_type
    assert response.headers["Cache-Control"] == "no-store"
    assert len(response.data) > 1000
    with app.app_context():
        assert audit.entries(pack.id)[0].action == f"took-results-{key}"


def test_a_breakdown_is_named_in_the_files_name(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.get(f"/cy/organiser/campaigns/{pack.id}/results.csv?by=region")
    name = re.search(r'filename="([^"]+)"', response.headers["Content-Disposition"])
    assert name is not None
    assert name[1] == f"{pack.id}-by-region-week-2026-02-09.csv"
    assert name[1].isascii()


def test_a_file_that_holds_every_group_cannot_be_had_by_one(signed_in: InspectingClient, pack: Pack) -> None:
    assert signed_in.get(f"/organiser/campaigns/{pack.id}/results.json?by=region").status_code == 404
    assert signed_in.get(f"/organiser/campaigns/{pack.id}/results.csv?by=shoe-size").status_code == 404


def test_the_page_lists_every_file_with_what_it_is_for(signed_in: InspectingClient, pack: Pack) -> None:
    page = signed_in.get(f"/organiser/campaigns/{pack.id}/files").text
    for each in FORMATS.values():
        assert f"/organiser/campaigns/{pack.id}/results.{each.key}" in page
        assert each.purpose.split(":")[0] in page
    assert "results.xlsx?by=region" in page


def test_with_too_few_responses_there_is_no_file(signed_in: InspectingClient, pack: Pack, fill: Fill) -> None:
    fill([])
    for address in ("files", "results.json"):
        response = signed_in.get(f"/organiser/campaigns/{pack.id}/{address}")
        assert response.location == f"/organiser/campaigns/{pack.id}"


def test_the_form_of_everything_can_be_read(signed_in: InspectingClient) -> None:
    response = signed_in.get("/organiser/results.schema.json")
    assert response.headers["Content-Type"] == "application/schema+json"
    assert json.loads(response.data)["properties"]["form"] == {"const": "consult-results/1"}


def test_a_store_that_is_away_is_a_page_and_no_half_file(
    signed_in: InspectingClient, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(material: object) -> Iterator[bytes]:
        if material:
            raise StoreUnavailable("away")
        yield b""

    broken = formats.Format("json", "x.json", "application/json", "x", "x", away)
    monkeypatch.setitem(FORMATS, "json", broken)
    assert signed_in.get(f"/organiser/campaigns/{pack.id}/results.json").status_code == 503


def test_the_numbers_about_the_whole_campaign_are_those_of_the_page(
    signed_in: InspectingClient, pack: Pack, fill: Fill
) -> None:
    first, second, *_ = (source.id for source in sites(pack).values())
    named = [Tally(CITED, first, 151, 40), Tally(CITED, second, 83, 17)]
    fill([*invented_tallies(pack, iter(lambda: 240, 0)), *named])
    text = BeautifulSoup(signed_in.get(f"/organiser/campaigns/{pack.id}").text, "html.parser").get_text(" ")
    page = " ".join(text.split())
    found = json.loads(signed_in.get(f"/organiser/campaigns/{pack.id}/results.json").data)
    assert len(found["cited"]) == len(named)
    for each in found["cited"]:
        assert f"{each['publisher']} {each['responses']['value']} {each['percentage']}%" in page
    for each in found["answered"]:
        assert f"About {each['people']}" in page
        assert f"{each['percentage']}% of all responses" in page


def test_the_table_can_be_read_on_its_own(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.get(f"/organiser/campaigns/{pack.id}/results.csv")
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))
    assert {row["Campaign"] for row in rows} == {pack.short_title}
    assert {row["Question"] for row in rows} == {question.wording.text for question in pack.questions}


def test_the_workbook_opens_and_has_a_sheet_for_each_question(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.get(f"/organiser/campaigns/{pack.id}/results.xlsx")
    sheets = read_workbook(response.data).sheets
    assert {f"Q{question.number}" for question in pack.questions} < set(sheets)
