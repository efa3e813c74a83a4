"""The sheets of a workbook that set the groups side by side."""

from __future__ import annotations

from consult.results.protect import protect
from consult.results.xlsx_file import to_xlsx
from tests.results.material import export_of, make_pack, responses, tally
from tests.results.reading import read_workbook

PACK = make_pack()
GROUPS = [responses(70, place="north"), responses(60, place="south"), tally("q1", "yes", 30, place="north")]
TALLIES = [responses(140), tally("q1", "yes", 65), *GROUPS, tally("q1", "yes", 25, place="south")]


def test_every_group_has_a_column_and_every_answer_a_row() -> None:
    results = protect(PACK, TALLIES)
    breakdown = results.by("place")
    assert breakdown is not None
    sheet = read_workbook(to_xlsx(export_of(results, PACK))).sheets["By place"]
    assert sheet[0] == ["Where do you live?"]
    headers = next(row for row in sheet if row[0] == "Question")
    assert headers == ["Question", "Answer", "Label of north", "Label of south"]
    rows = sheet[sheet.index(headers) + 1 :]
    shown = [group.responses.value or "[c]" for group in breakdown.groups]
    assert rows[0] == ["All questions", "All responses in the group", *shown]
    answers = [group.tables[0].rows[0].count.value or "[c]" for group in breakdown.groups]
    assert rows[1] == ["Question 1", "Label of yes", *answers]
    assert len(rows) == 1 + sum(len(table.rows) for table in results.tables)


def test_there_is_none_where_every_group_is_too_small_or_one_is_asked_for() -> None:
    small = protect(PACK, [responses(140), responses(3, place="north")])
    assert "By place" not in read_workbook(to_xlsx(export_of(small, PACK))).sheets
    results = protect(PACK, TALLIES)
    assert "By place" not in read_workbook(to_xlsx(export_of(results, PACK, breakdown=results.by("place")))).sheets
