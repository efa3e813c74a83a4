from __future__ import annotations

from datetime import date

from consult.results.weeks import protected

FIRST, SECOND, THIRD = date(2026, 2, 2), date(2026, 2, 9), date(2026, 2, 16)


def test_weeks_come_in_order_with_bars_of_the_greatest() -> None:
    found = protected([(SECOND, 1_000, 3), (FIRST, 500, 7), (THIRD, 4, 1)])
    assert [week.monday for week in found] == [FIRST, SECOND, THIRD]
    assert found[1].bar == 100
    assert 45 <= found[0].bar <= 55
    assert (found[2].responses.value, found[2].bar) == (None, 0)


def test_no_week_shows_a_number_that_is_not_rounded() -> None:
    for count in range(200):
        (week,) = protected([(FIRST, count, count * 31)])
        assert week.responses.value is None or week.responses.value % 5 == 0


def test_without_a_release_there_is_no_week() -> None:
    assert protected([]) == []
