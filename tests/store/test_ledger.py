from __future__ import annotations

import numpy as np
import pytest

from consult.results import advancing
from consult.results.advancing import Answer, Response, whole
from consult.results.tally import Tally
from consult.store.ledger import Cell, Ledger


def invented(dice: np.random.Generator) -> Response:
    answers = [Answer(f"q{number}", f"option-{dice.integers(3)}", int(dice.integers(256))) for number in range(3)]
    attributes = {"age": f"age-{dice.integers(4)}", "place": f"place-{dice.integers(30)}"}
    return Response((whole(int(dice.integers(256))), *answers), attributes)


def change(ledger: Ledger, response: Response, sign: int) -> None:
    answers = [(Cell(each.question, each.option), each.record_key) for each in response.answers]
    ledger.change(response.attributes, answers, sign)


def seen(tallies: list[Tally]) -> list[tuple[object, ...]]:
    return [(t.question, t.option, t.attribute, t.value, t.count, t.key_sum) for t in tallies if t.count]


@pytest.mark.parametrize("seed", range(5))
def test_it_shows_what_the_rule_says_whoever_comes_and_goes(seed: int) -> None:
    dice = np.random.default_rng(seed)
    kept, rule, there = Ledger(), advancing.Ledger(), list[Response]()
    for step in range(300):
        for _ in range(int(dice.integers(1, 13))):
            response = invented(dice)
            there.append(response)
            change(kept, response, 1)
            rule.arrive(response)
        if step % 3 == 0:
            gone = there.pop(int(dice.integers(len(there))))
            change(kept, gone, -1)
            rule.withdraw(gone)
        kept.closed = step > 250
        kept.advance()
        rule.advance(closed=kept.closed)
        assert seen(kept.shown()) == seen(rule.shown())
        # As it is when it was kept and read again in between.
        kept = Ledger.from_json(kept.to_json())
    assert kept.responses == len(there)


def test_what_is_no_ledger_is_refused() -> None:
    for text in ("", "{}", "[]", '{"closed": false, "groups": [[1]]}'):
        with pytest.raises((ValueError, KeyError, TypeError)):
            Ledger.from_json(text)


def test_a_ledger_has_no_more_than_there_is() -> None:
    dice, ledger = np.random.default_rng(1), Ledger()
    people = [invented(dice) for _ in range(20)]
    for sign in (1, -1):
        for response in people:
            change(ledger, response, sign)
        ledger.advance()
    kept = Ledger.from_json(ledger.to_json())
    assert kept.responses == 0
    assert all(not total.size for numbers in kept.groups.values() for total in numbers.true.values())
