from consult.results.page_fit import height, heights, widths
from consult.results.sheets import Sheet

SHEET = Sheet(
    "Q1", "Question 1", ("Short.", "Long. " * 50), ("Answer", "Responses"), (("Agree", 25), ("x " * 99, 10))
)


def test_there_is_a_height_for_every_row() -> None:
    assert len(list(heights(SHEET))) == 1 + len(SHEET.about) + 1 + len(SHEET.lines)


def test_longer_text_gets_a_taller_row() -> None:
    _title, short, long, _headers, one, more = heights(SHEET)
    assert long > short
    assert more > one


def test_numbers_get_narrow_columns_and_text_wide_ones() -> None:
    text, number = widths(SHEET)
    assert text > number


def test_no_row_is_taller_than_excel_takes() -> None:
    assert height(["x" * 40_000], [70]) == 409
