from hypothesis import given
from hypothesis import strategies as st

from consult.results.excel_names import headers, tabs


def test_names_that_are_taken_get_a_number() -> None:
    assert tabs(["Notes", "notes", "NOTES"]) == ["Notes", "notes 2", "NOTES 3"]


def test_what_excel_refuses_in_a_tab_becomes_a_space() -> None:
    assert tabs(["a[b]c:d*e?f/g\\h'i"]) == ["a b c d e f g h i"]


@given(st.lists(st.text()))
def test_tabs_are_short_filled_and_different(wanted: list[str]) -> None:
    made = tabs(wanted)
    assert len(made) == len(wanted) == len({name.casefold() for name in made})
    for name in made:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\'")


@given(st.lists(st.text(max_size=400)))
def test_headers_are_short_filled_and_different(wanted: list[str]) -> None:
    made = headers(wanted)
    assert len(made) == len(wanted) == len({name.casefold() for name in made})
    assert all(0 < len(name) <= 255 for name in made)
