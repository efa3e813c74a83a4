"""Typography may differ in what is the same; nothing else may."""

from __future__ import annotations

import pytest

from consult.packs.compare.typography import plain, tidy, tidy_lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("‘inner’ harbour", "'inner' harbour"),
        ("the harbour’s “mouth”", 'the harbour\'s "mouth"'),
        ("non\u00a0breaking\u2009thin\tspace", "non breaking thin space"),
        ("har\u00adbour", "harbour"),
        ("har\u200bbo\u200dur\ufeff", "harbour"),
        ("day–night — and ‑", "day-night - and -"),
        ("and so on…", "and so on..."),
        ("ﬁrst eﬀort", "first effort"),
        ("cafe\u0301", "café"),
        ("  two   spaces \n and a line ", "two spaces and a line"),
        ("\u202emoor\u202c", "moor"),
    ],
)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Do you agree?", "Do you agree"),
        ("Do you agree?", "Do you agree."),
        ("the harbour", "The harbour"),
        ("10 boats", "100 boats"),
        ("‘inner’ harbour", "“inner” harbour"),
        ("red, green", "red green"),
        ("day–night", "day – night"),
        ("café", "cafe"),
        ("boats; ships", "boats: ships"),
        ("two boats", "twoboats"),
        ("x²", "x2"),
    ],
)
def test_words_numbers_and_marks_make_a_difference(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_tidying_keeps_quotation_marks_and_dashes() -> None:
    assert tidy(" the ‘inner’\u00a0harbour\u00ad – “mouth”… ") == "the ‘inner’ harbour – “mouth”…"


def test_tidying_takes_out_what_no_file_should_hold() -> None:
    assert tidy("a\x00b\x1b[31mc\ud800d") == "ab[31mcd"


def test_lines_are_tidied_one_by_one() -> None:
    assert tidy_lines(" one \n\n \u200b \n two ") == "one\ntwo"


def test_a_backquote_is_a_quotation_mark_in_plain_and_in_other_letters() -> None:
    assert plain("`a'") == plain("`a’") == "'a'"
