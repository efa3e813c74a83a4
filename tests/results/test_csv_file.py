from __future__ import annotations

import csv
import gettext
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.packs.model import Option, Pack
from consult.results.csv_file import to_csv
from consult.results.protect import protect
from consult.results.tally import Tally
from tests.results.material import AGREEMENT, export_of, make_pack, responses, tally

PACK = make_pack()
SOME = [responses(1250), tally("q1", "yes", 613), tally("q1", "no", 9), tally("q1", "not-sure", 11)]


class Hostile(gettext.NullTranslations):
    """A catalogue in which every translation starts a formula."""

    def gettext(self, message: str) -> str:
        return f"={message}"


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_it_is_utf_8_with_a_mark_and_lines_that_end_in_cr_lf() -> None:
    data = to_csv(export_of(protect(PACK, SOME), PACK))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")


def test_every_line_says_what_it_counts() -> None:
    lines = read(to_csv(export_of(protect(PACK, SOME), PACK, campaign="Walks", week=date(2026, 3, 9))))
    assert {key: value for key, value in lines[0].items() if key != "Notes"} == {
        "Campaign": "Walks",
        "Week beginning": "2026-03-09",
        "Consultation": "An invented consultation",
        "Pack": "invented",
        "Pack version": "3",
        "Question number": "1",
        "Question": "What do you think of q1?",
        "Status of the wording": "Not yet checked against the official document",
        "Status of the options": "Not yet checked against the official document",
        "Answer": "Label of yes",
        "Responses": "615",
        "All responses": "1250",
        "Percentage of all responses": "49",
    }


def test_shorthand_stands_for_what_cannot_be_shown() -> None:
    lines = read(to_csv(export_of(protect(PACK, SOME), PACK)))
    shown = [(line["Responses"], line["Percentage of all responses"]) for line in lines[:3]]
    assert shown == [("615", "49"), ("[c]", "[c]"), ("10", "1")]
    no_base = read(to_csv(export_of(protect(PACK, SOME[1:]), PACK)))
    assert (no_base[0]["Responses"], no_base[0]["Percentage of all responses"]) == ("615", "[x]")
    low = read(to_csv(export_of(protect(PACK, [responses(10_000), tally("q1", "yes", 20)]), PACK)))
    assert low[0]["Percentage of all responses"] == "[low]"


def test_every_line_carries_the_notes_and_the_licence() -> None:
    for line in read(to_csv(export_of(protect(PACK, SOME), PACK))):
        assert "[c] = confidential" in line["Notes"]
        assert "not a sample of the public" in line["Notes"]
        assert "cell-key method" in line["Notes"]
        assert PACK.licence in line["Notes"]


def test_what_the_pack_no_longer_has_is_in_the_file() -> None:
    results = protect(PACK, [tally("q1", "perhaps", 31), tally("q99", "yes", 40)])
    lines = read(to_csv(export_of(results, PACK)))
    assert [line["Responses"] for line in lines if "no longer in the pack (perhaps)" in line["Answer"]] == ["30"]
    assert [line["Responses"] for line in lines if "no longer in the pack (q99)" in line["Question"]] == ["40"]


def test_an_empty_campaign_makes_a_whole_file() -> None:
    lines = read(to_csv(export_of(protect(PACK, []), PACK)))
    assert len(lines) == 2 * len(AGREEMENT) + 1
    assert {line["Responses"] for line in lines} == {"[c]"}


def test_a_breakdown_has_its_groups_line_by_line() -> None:
    places = [responses(60, place="north"), responses(60, place="south"), tally("q1", "yes", 30, place="north")]
    results = protect(PACK, [*SOME, *places, tally("q1", "yes", 20, place="south")])
    lines = read(to_csv(export_of(results, PACK, breakdown=results.by("place"))))
    seen = [(line["Where do you live?"], line["Responses"], line["All responses in the group"]) for line in lines]
    assert ("Label of north", "30", "60") in seen
    assert ("Label of south", "20", "60") in seen
    assert {len(line) for line in lines} == {15}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝", " ="])
def test_no_cell_and_no_header_starts_a_formula(start: str) -> None:
    pack = make_pack(title=f"{start}1+1", wording=f"{start}1+1", options=("yes", "no"))
    scale = pack.scales[0].model_copy(update={"options": (Option(id="yes", label=f"{start}1"),)})
    pack = pack.model_copy(update={"scales": (scale,), "licence": f"{start}1"})
    results = protect(pack, [Tally("q1", f"{start}gone", 30, 1), Tally(f"{start}q", "x", 30, 1)])
    data = to_csv(export_of(results, pack, words=Hostile(), campaign=f"{start}1"))
    for line in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in line:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))
            assert not cell.startswith(("\t", "\r", "\n"))


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_makes_a_file_that_reads_back(title: str, option: str) -> None:
    results = protect(PACK, [Tally("q1", option or "-", 30, 1)])
    lines = list(
        csv.reader(io.StringIO(to_csv(export_of(results, PACK, campaign=title)).decode("utf-8-sig"), newline=""))
    )
    assert {len(line) for line in lines} == {14}


def test_the_same_numbers_make_the_same_bytes() -> None:
    def file(pack: Pack, count: int, keys: int) -> bytes:
        return to_csv(export_of(protect(pack, [Tally("", "", count, keys), Tally("q1", "yes", count, keys)]), pack))

    assert file(PACK, 1013, 7) == file(make_pack(), 1017, 99)
