import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.results.export import _guarded, plain, safe_cell

DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u2066=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(A1)",
    "\ufe621",
    '=HYPERLINK("https://example.org","x")',
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_that_starts_a_formula_starts_a_cell(text: str) -> None:
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["Agree", "Yes, in part", "1 to 5", "[c]", "(=)", "'=1", "", "Cytuno’n gryf", "متفق"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_nothing_that_starts_a_formula_follows_a_semicolon() -> None:
    assert safe_cell("yes; =1+1;@x; no") == "yes; '=1+1;'@x; no"


@given(st.text())
def test_no_text_at_all_starts_a_formula(text: str) -> None:
    cell = safe_cell(text)
    seen = [char for char in cell if unicodedata.category(char) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}]
    assert not seen or unicodedata.normalize("NFKC", seen[0])[:1] not in tuple("=+-@")
    assert not set(cell) & set("\t\r\n")
    cell.encode()


def test_plain_text_is_one_line_without_what_no_file_holds() -> None:
    assert plain("a\x00b\ud800\r\nc\td\u202e") == "ab c d"


@given(st.text(st.sampled_from("aZ9 []();=+-@'\t\n\r\u00a0é,.~"), max_size=12))
def test_the_quick_way_gives_what_the_thorough_one_does(text: str) -> None:
    assert safe_cell(text) == _guarded(text)
