"""The files that an organiser takes away."""

from __future__ import annotations

import csv
import io
import re

import pytest

from consult.packs.model import Pack
from tests.organiser.conftest import Fill
from tests.organiser.material import invented_tallies
from tests.pages import InspectingClient
from tests.results.reading import read_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(autouse=True)
def filled(pack: Pack, fill: Fill) -> None:
    fill(invented_tallies(pack, iter(lambda: 240, 0)))


@pytest.mark.parametrize(("ending", "media_type"), [("csv", "text/csv; charset=utf-8"), ("xlsx", XLSX)])
def test_a_file_has_a_plain_name_its_type_and_is_kept_nowhere(
    signed_in: InspectingClient, pack: Pack, ending: str, media_type: str
) -> None:
    response = signed_in.get(f"/organiser/campaigns/{pack.id}/results.{ending}")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{pack.id}-week-2026-02-09.{ending}"'
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Cache-Control"] == "no-store"


def test_a_breakdown_is_named_in_the_files_name(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.get(f"/cy/organiser/campaigns/{pack.id}/results.csv?by=region")
    name = re.search(r'filename="([^"]+)"', response.headers["Content-Disposition"])
    assert name is not None
    assert name[1] == f"{pack.id}-by-region-week-2026-02-09.csv"
    assert name[1].isascii()


def test_the_table_can_be_read_on_its_own(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.get(f"/organiser/campaigns/{pack.id}/results.csv")
    rows = list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))
    assert {row["Campaign"] for row in rows} == {pack.short_title}
    assert {row["Responses"] for row in rows} == {"240"}
    assert {row["Question"] for row in rows} == {question.wording.text for question in pack.questions}


def test_the_workbook_opens_and_has_a_sheet_for_each_question(signed_in: InspectingClient, pack: Pack) -> None:
    response = signed_in.get(f"/organiser/campaigns/{pack.id}/results.xlsx")
    sheets = read_workbook(response.data).sheets
    assert {f"Q{question.number}" for question in pack.questions} < set(sheets)
