from __future__ import annotations

from itertools import count

import pytest

from consult.results.advancing import Group, Ledger, Response, is_due
from consult.results.tally import ADVANCE_AFTER, EVERYONE, RECORD_KEYS, RESPONSES, Tally

NORTH, SOUTH = ({"place": "north"}, {"place": "south"})


def yes(attributes: dict[str, str]) -> Response:
    return Response({"q1": "yes"}, attributes)


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
    for _ in range(ADVANCE_AFTER - 1):
        ledger.arrive(yes(NORTH))
    assert ledger.advance() == set()
    assert ledger.shown() == []


def test_each_group_moves_by_itself() -> None:
    ledger = Ledger()
    for attributes in [NORTH] * 7 + [SOUTH] * 3:
        ledger.arrive(yes(attributes))
    assert ledger.advance() == {Group()}
    assert (shown(ledger), shown(ledger, place="north")) == (10, None)
    for _ in range(3):
        ledger.arrive(yes(NORTH))
    assert ledger.advance() == {Group("place", "north")}
    assert (shown(ledger), shown(ledger, place="north")) == (10, 10)


def test_those_who_leave_count_as_those_who_come() -> None:
    ledger = Ledger()
    for _ in range(30):
        ledger.arrive(yes(NORTH))
    ledger.advance()
    for _ in range(4):
        ledger.withdraw(yes(NORTH))
    assert ledger.advance() == set()
    assert shown(ledger) == 30
    for _ in range(6):
        ledger.arrive(yes(NORTH))
    assert Group() in ledger.advance()
    assert shown(ledger) == 32


def test_coming_and_going_does_not_buy_moves() -> None:
    """Whoever comes and leaves again and again makes numbers move more and more rarely."""
    ledger, moves = Ledger(), []
    for change in range(1, 2001):
        (ledger.arrive if change % 2 else ledger.withdraw)(yes(NORTH))
        if ledger.advance():
            moves.append(change)
    assert moves[:5] == [10, 20, 30, 40, 50]
    assert len(moves) < 25


def test_every_number_that_moves_has_a_key_of_its_own_each_time() -> None:
    keys = count(1)
    ledger = Ledger(lambda: next(keys))
    for _ in range(2):
        for _ in range(ADVANCE_AFTER):
            ledger.arrive(Response({"q1": "no"}, {}))
        ledger.arrive(yes({}))
        ledger.advance()
    assert ledger.shown() == [
        Tally(RESPONSES, RESPONSES, 22, 4),
        Tally("q1", "no", 20, 5),
        Tally("q1", "yes", 2, 6),
    ]


def test_keys_cannot_be_foretold() -> None:
    drawn = set()
    for _ in range(200):
        ledger = Ledger()
        for _ in range(ADVANCE_AFTER):
            ledger.arrive(yes({}))
        ledger.advance()
        drawn |= {tally.key_sum for tally in ledger.shown()}
    assert len(drawn) > RECORD_KEYS / 3
    assert drawn <= set(range(RECORD_KEYS))


def test_what_nobody_chose_any_more_is_not_shown() -> None:
    ledger = Ledger()
    for _ in range(20):
        ledger.arrive(yes(NORTH))
    ledger.advance()
    for _ in range(20):
        ledger.withdraw(yes(NORTH))
    ledger.advance()
    assert ledger.shown() == []
