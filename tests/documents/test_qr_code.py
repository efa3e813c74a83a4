"""Codes that telephones read: what they are drawn as."""

from __future__ import annotations

from itertools import groupby

from consult.documents.qr_code import BORDER, QrCode

ADDRESS = "https://example.org/c/we-answer"


def test_the_drawing_has_the_dark_squares_of_the_code() -> None:
    code = QrCode(ADDRESS, "q")
    assert code.side == len(code.rows) == len(code.rows[0])
    assert code.path.count("M") == sum(map(sum, code.rows))
    # Three corners have the ring of seven by which a telephone finds the code; around it is the empty edge.
    ring = [len(list(same)) for is_dark, same in groupby(code.rows[BORDER]) if is_dark]
    assert (ring[0], ring[-1]) == (7, 7)
    assert not any(map(any, code.rows[:BORDER]))
    assert code.png.startswith(b"\x89PNG")


def test_a_code_that_resists_more_is_larger_and_another_text_is_another_code() -> None:
    assert QrCode(ADDRESS * 3, "q").side > QrCode(ADDRESS * 3).side
    assert QrCode(ADDRESS).path != QrCode(ADDRESS + "s").path
