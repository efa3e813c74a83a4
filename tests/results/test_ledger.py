from __future__ import annotations

import numpy as np
import pytest

from consult.results.ledger import RESPONSE, Cell, Ledger
from consult.results.tally import RECORD_KEYS, Tally
from tests.results.plain_ledger import PlainLedger, Response


def invented(dice: np.random.Generator) -> Response:
    choices = {f"q{number}": f"option-{dice.integers(3)}" for number in range(3)}
    return Response(choices, {"age": f"age-{dice.integers(4)}", "place": f"place-{dice.integers(30)}"})


def change(ledger: Ledger, response: Response, sign: int) -> None:
    ledger.change(response.attributes, [RESPONSE, *(Cell(*choice) for choice in response.choices.items())], sign)


def seen(tallies: list[Tally]) -> list[tuple[object, ...]]:
    """Return the tallies without their keys, which are drawn."""
    assert all(0 <= tally.key_sum < RECORD_KEYS for tally in tallies)
    return [(t.question, t.option, t.attribute, t.value, t.count) for t in tallies]


@pytest.mark.parametrize("seed", range(5))
def test_it_shows_what_the_rule_says_whoever_comes_and_goes(seed: int) -> None:
    dice = np.random.default_rng(seed)
    kept, rule, there = Ledger(), PlainLedger(), list[Response]()
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
    assert all(not size for numbers in kept.groups.values() for size in numbers.true.values())
