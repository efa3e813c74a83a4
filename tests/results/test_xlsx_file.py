from __future__ import annotations

import gettext
import io
import re
import zipfile
from datetime import UTC, date, datetime

import pytest
import time_machine

from consult.packs.model import Option
from consult.results.cell_key import publishable
from consult.results.export import plain
from consult.results.protect import protect
from consult.results.protected import SAFE_BASE
from consult.results.tally import Tally
from consult.results.xlsx_file import to_xlsx
from tests.programs import python
from tests.results.material import export_of, make_pack, plain_key, responses, tally
from tests.results.reading import Book, read_workbook

PACK = make_pack()
SOME = [responses(1250), tally("q1", "yes", 613), tally("q1", "no", 9), tally("q1", "not-sure", 11)]
WEEK = date(2026, 3, 9)


class Welsh(gettext.NullTranslations):
    """A catalogue that says its language, and turns every message round."""

    def gettext(self, message: str) -> str:
        return message if "%(" in message else message[::-1]

    def info(self) -> dict[str, str]:
        return {"language": "cy"}


@pytest.fixture(scope="module")
def book() -> Book:
    return read_workbook(to_xlsx(export_of(protect(PACK, SOME), PACK, campaign="Walks", week=WEEK)))


def test_a_cover_contents_notes_and_a_sheet_for_each_question(book: Book) -> None:
    assert list(book.sheets) == ["Cover", "Contents", "Notes", "Q1", "Q2", "Q3", "Answered"]


def test_the_cover_says_what_this_is(book: Book) -> None:
    said = [row[0] for row in book.sheets["Cover"]]
    assert said[:5] == [
        "An invented consultation",
        "Campaign: Walks",
        "1,250 responses",
        "As at the week beginning 2026-03-09",
        "Question pack: invented, version 3",
    ]
    assert PACK.licence in said
    assert PACK.official_page in said


def test_the_contents_link_to_every_sheet(book: Book) -> None:
    assert [row[0] for row in book.sheets["Contents"][3:]] == ["Notes", "Q1", "Q2", "Q3", "Answered"]
    links = re.findall(r'<hyperlink ref="\w+" location="([^"]+)"', book.parts["xl/worksheets/sheet2.xml"].decode())
    assert links == [f"'{tab}'!A1" for tab in ("Notes", "Q1", "Q2", "Q3", "Answered")]


def test_a_questions_sheet_holds_its_wording_status_and_table(book: Book) -> None:
    assert book.sheets["Q1"] == [
        ["Question 1"],
        ["What do you think of q1?"],
        ["Status of the wording: Not yet checked against the official document [note 4]"],
        ["Status of the options: Not yet checked against the official document [note 4]"],
        ["Percentages are of 1,250 responses [note 1]"],
        [book.sheets["Q1"][5][0]],
        ["This sheet holds one table."],
        ["Answer", "Responses [note 2]", "Percentage of all responses [note 3]"],
        ["Label of yes", 615, 49],
        ["Label of no", "[c]", "[c]"],
        ["Label of not-sure", 10, 1],
        ["Label of no-view", "[c]", "[c]"],
    ]
    assert str(book.sheets["Q1"][5][0]).startswith("Some shorthand is used: [c] = confidential")


def test_the_notes_are_numbered_and_complete(book: Book) -> None:
    notes = {row[0]: str(row[1]) for row in book.sheets["Notes"][4:]}
    assert list(notes) == [1, 2, 3, 4, 5]
    assert "not a sample of the public" in notes[1]
    assert "cell-key method" in notes[2]
    assert notes[5] == PACK.licence


def test_every_table_is_marked_as_one_with_headers_and_alternative_text(book: Book) -> None:
    tables = [part.decode() for name, part in book.parts.items() if name.startswith("xl/tables/")]
    assert len(tables) == len(book.sheets) - 1
    for table in tables:
        assert 'headerRowCount="0"' not in table
        assert re.search(r'altText="[^"]+" altTextSummary="[^"]+"', table)


def test_there_is_nothing_but_text_and_numbers(book: Book) -> None:
    for trace in ("<f>", "<f ", "externalLink", "TargetMode", "vbaProject", "<oleObject", "mailto:"):
        assert trace not in book.xml


def test_the_properties_name_a_language_and_neither_an_author_nor_a_moment(book: Book) -> None:
    core = book.parts["docProps/core.xml"].decode()
    assert "<dc:language>en-GB</dc:language>" in core
    assert "<dc:title>An invented consultation</dc:title>" in core
    assert "<dc:creator></dc:creator>" in core
    assert "dcterms:created" not in core
    assert "dcterms:modified" not in core
    assert not re.search(r"\d{4}-\d\d-\d\dT", book.xml)


def test_the_same_numbers_make_the_same_bytes_at_any_time() -> None:
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC)):
        left = to_xlsx(export_of(protect(PACK, [responses(1013), tally("q1", "yes", 213)]), PACK))
    with time_machine.travel(datetime(2027, 6, 7, 8, 9, 10, tzinfo=UTC)):
        right = to_xlsx(export_of(protect(PACK, [responses(1017), tally("q1", "yes", 217)]), PACK))
    assert left == right
    with zipfile.ZipFile(io.BytesIO(left)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("count", [0, 1, 9, 10, 12, 13, 750, 751, 1_000_000])
def test_a_count_is_shown_as_the_rule_has_it(count: int) -> None:
    book = read_workbook(to_xlsx(export_of(protect(PACK, [responses(count), tally("q1", "yes", count)]), PACK)))
    shown = publishable(count, plain_key(count))
    assert book.sheets["Q1"][8][1] == ("[c]" if shown is None else shown)
    numbers = {
        cell for tab in ("Q1", "Q2", "Q3") for row in book.sheets[tab] for cell in row if isinstance(cell, float)
    }
    assert numbers == ({shown, 100} if shown and shown >= SAFE_BASE else {shown} - {None})


def test_a_breakdown_has_its_groups_in_every_table() -> None:
    places = [responses(60, place="north"), responses(60, place="south"), tally("q1", "yes", 30, place="north")]
    results = protect(PACK, [*SOME, *places, tally("q1", "yes", 20, place="south")])
    book = read_workbook(to_xlsx(export_of(results, PACK, breakdown=results.by("place"))))
    assert ["Label of north", "Label of yes", 30, 60, 50] in book.sheets["Q1"]
    assert ["Label of south", "Label of yes", 20, 60, 33] in book.sheets["Q1"]
    assert ["Label of south", "Label of no", "[c]", 60, "[c]"] in book.sheets["Q1"]


def test_what_the_pack_no_longer_has_is_in_the_file() -> None:
    results = protect(PACK, [tally("q1", "perhaps", 31), tally("q99", "yes", 40)])
    book = read_workbook(to_xlsx(export_of(results, PACK)))
    assert ["An option no longer in the pack (perhaps)", 30, "[x]"] in book.sheets["Q1"]
    assert ["A question no longer in the pack (q99)"] in list(book.sheets.values())[-2]


LONGEST_CELL = 32_767
"""The most characters that Excel takes in a cell."""

HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://example.org")',
    "{=1+1}",
    "+1",
    "@SUM(A1)",
    "https://example.org/x",
    "mailto:someone@example.org",
    "internal:Cover!A1",
    "[press](https://example.org) and [press](https://example.org)",
    "$$note$$ and $$",
    "<b>&amp;\"'",
    "?!",
    "متفق",
    "\x00\x0b\ud800\ufffe",
    "123",
    "x" * 40_000,
    "[]:*?/\\'" * 9,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_text(text: str) -> None:
    in_pack = text.encode(errors="ignore").decode()  # a pack cannot hold a lone surrogate; a tally can
    pack = make_pack(title=f"{in_pack}.", wording=in_pack)
    scale = pack.scales[0].model_copy(update={"options": (Option.model_construct(id="yes", label=in_pack),)})
    place = pack.about_you[0].model_copy(update={"text": in_pack})
    pack = pack.model_copy(update={"scales": (scale,), "licence": in_pack, "about_you": (place,)})
    results = protect(
        pack, [Tally("q1", text, 30, 1), Tally(text, "x", 30, 1), tally("q1", "yes", 40, place="north")]
    )
    for breakdown in (None, results.by("place")):
        book = read_workbook(to_xlsx(export_of(results, pack, campaign=text, breakdown=breakdown)))
        assert not re.search(r"<f[ >]|TargetMode|<hyperlink [^>]*r:id", book.xml)
        label = plain(text).replace("$$", "$ $")[:LONGEST_CELL]
        assert not label or label in {cell for row in book.sheets["Q1"] for cell in row}


def test_it_speaks_the_language_of_its_words_throughout() -> None:
    book = read_workbook(to_xlsx(export_of(protect(PACK, SOME), PACK, words=Welsh())))
    assert list(book.sheets)[:3] == ["revoC", "stnetnoC", "setoN"]
    assert "<dc:language>cy</dc:language>" in book.parts["docProps/core.xml"].decode()
    for english in ("Introductory information", "This worksheet", "Sheet name", "Contents", "Note number"):
        assert english not in book.xml


def test_tabs_that_are_translated_alike_stay_apart() -> None:
    class Same(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return "the same" if "%(" not in message else message

    book = read_workbook(to_xlsx(export_of(protect(PACK, SOME), PACK, words=Same())))
    assert list(book.sheets)[:3] == ["the same", "the same 2", "the same 3"]


def test_pandas_is_not_loaded_until_a_workbook_is_asked_for() -> None:
    code = "import sys, consult.results.xlsx_file, consult.results.csv_file; sys.exit('pandas' in sys.modules)"
    assert python("-c", code).returncode == 0
