"""When shown numbers move, as a rule and in the ledger that keeps to it."""

from __future__ import annotations

import pytest

from consult.results.advancing import Group, is_due
from consult.results.ledger import RESPONSE, Cell, Ledger
from consult.results.tally import ADVANCE_AFTER, EVERYONE, RECORD_KEYS

NORTH, SOUTH = ({"place": "north"}, {"place": "south"})


def change(ledger: Ledger, attributes: dict[str, str], sign: int = 1, times: int = 1) -> None:
    """Count people in, or out again with -1, who all said yes."""
    for _ in range(times):
        ledger.change(attributes, [RESPONSE, Cell("q1", "yes")], sign)


def shown(ledger: Ledger, option: str = "yes", place: str = EVERYONE) -> int | None:
    """Return the count of one cell that is shown; None where there is none."""
    return next((tally.count for tally in ledger.shown() if (tally.option, tally.value) == (option, place)), None)


@pytest.mark.parametrize(
    ("since", "before", "due"),
    [
        (9, 0, False),
        (10, 0, True),
        (10, 43, True),
        (10, 44, False),
        (11, 44, True),
        (249, 1000, False),
        (250, 1000, True),
    ],
)
def test_numbers_move_when_ten_and_a_quarter_of_those_before_have_come_or_left(
    since: int, before: int, due: bool
) -> None:
    assert is_due(since, before) == due


def test_in_a_closed_campaign_ten_are_enough() -> None:
    assert is_due(10, 1000, closed=True)
    assert not is_due(9, 0, closed=True)


def test_nothing_is_shown_of_nine() -> None:
    ledger = Ledger()
    change(ledger, NORTH, times=ADVANCE_AFTER - 1)
    assert ledger.advance() == set()
    assert ledger.shown() == []


def test_each_group_moves_by_itself() -> None:
    ledger = Ledger()
    change(ledger, NORTH, times=7)
    change(ledger, SOUTH, times=3)
    assert ledger.advance() == {Group()}
    assert (shown(ledger), shown(ledger, place="north")) == (10, None)
    change(ledger, NORTH, times=3)
    assert ledger.advance() == {Group("place", "north")}
    assert (shown(ledger), shown(ledger, place="north")) == (10, 10)


def test_those_who_leave_count_as_those_who_come() -> None:
    ledger = Ledger()
    change(ledger, NORTH, times=30)
    ledger.advance()
    change(ledger, NORTH, -1, times=4)
    assert ledger.advance() == set()
    assert shown(ledger) == 30
    change(ledger, NORTH, times=6)
    assert Group() in ledger.advance()
    assert shown(ledger) == 32


def test_coming_and_going_does_not_buy_moves() -> None:
    """Whoever comes and leaves again and again makes numbers move more and more rarely."""
    ledger, moves = Ledger(), []
    for number in range(1, 2001):
        change(ledger, NORTH, 1 if number % 2 else -1)
        if ledger.advance():
            moves.append(number)
    assert moves[:5] == [10, 20, 30, 40, 50]
    assert len(moves) < 25


def test_keys_are_drawn_anew_at_each_move_and_cannot_be_foretold() -> None:
    drawn = list[int]()
    ledger = Ledger(closed=True)
    for _ in range(300):
        change(ledger, {}, times=ADVANCE_AFTER)
        assert ledger.advance() == {Group()}
        drawn += [tally.key_sum for tally in ledger.shown()]
    assert len(drawn) == 2 * 300
    assert len(set(drawn)) > RECORD_KEYS / 3
    assert set(drawn) <= set(range(RECORD_KEYS))
    same = sum(one == other for one, other in zip(drawn[::2], drawn[1::2], strict=True))
    assert same < 30, "the two numbers of a group move under keys of their own"


def test_what_nobody_chose_any_more_is_not_shown() -> None:
    ledger = Ledger()
    change(ledger, NORTH, times=20)
    ledger.advance()
    change(ledger, NORTH, -1, times=20)
    ledger.advance()
    assert ledger.shown() == []
