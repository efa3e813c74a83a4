"""The published perturbation table: which rules it follows, how it is made, and how it is read.

`python -m consult.results.perturbation` writes the table again, byte for byte, beside this file. It has the columns
of the Office for National Statistics' package: `pcv` (a count), `ckey` (a cell key) and `pvalue` (what to add).

What a table must do is said by the constants below. `docs/decisions/disclosure-control.md` says why these.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from consult.results.noise import shared_out, spread
from consult.results.tally import RECORD_KEYS

THRESHOLD = 10
"""The smallest number that is published, and the smallest count of which anything is."""

ROUNDING = 5
"""Every published number is a multiple of this."""

VARIANCE = 25
"""Of a published number around its count: a standard deviation of five."""

FURTHEST = 20
"""No published number is further from its count than this."""

RAMP = 15
"""A count is always published from this many above the last that never is; in between, more and more often."""

TABLE_ROWS = 750
"""The largest count that has a row of its own in a perturbation table."""

REPEATED_ROWS = 250
"""How many rows at the table's end serve the counts past it."""

PerturbationTable = Sequence[Sequence[int]]
"""What to add, by the count's row and then by the cell key. Row 0 is for an empty cell."""

PUBLISHED = Path(__file__).parent / "data" / "perturbation-table.csv"
_HEADER = "pcv,ckey,pvalue\n"


@cache
def published() -> PerturbationTable:
    """Return the published table. Raises ValueError when the file is not whole."""
    lines = PUBLISHED.read_text(encoding="ascii").splitlines()[1:]
    if len(lines) != TABLE_ROWS * RECORD_KEYS:
        raise ValueError(f"{PUBLISHED.name} has {len(lines)} lines")
    values = array("b", [int(line.rsplit(",", 1)[1]) for line in lines])
    rows = [values[at : at + RECORD_KEYS] for at in range(0, len(values), RECORD_KEYS)]
    return (array("b", bytes(RECORD_KEYS)), *rows)


def share_shown(count: int) -> float:
    """Return in what share of cells with this count a number is published, from 0 to 1.

    The squared sine makes each step between neighbouring counts equally hard to tell.
    """
    steps = min(max(count - THRESHOLD + 1, 0), RAMP)
    return math.sin(math.pi / 2 * steps / RAMP) ** 2


def row(count: int) -> dict[int, int]:
    """Return how many cell keys add how much to a count. What is held back becomes zero: the count is taken off."""
    keys = round(RECORD_KEYS * share_shown(count))
    shown = shared_out(_chances(count), keys=keys, count=count) if keys else {}
    held = {-count: RECORD_KEYS - keys} if keys < RECORD_KEYS else {}
    return held | {value - count: number for value, number in shown.items()}


def _chances(count: int) -> dict[int, float]:
    lowest = max(THRESHOLD, count - FURTHEST)
    values = range(-(-lowest // ROUNDING) * ROUNDING, count + FURTHEST + 1, ROUNDING)
    # Near the threshold there is less room: no more spread than the geometric distribution, which has the most
    # entropy of all with a given mean.
    above = count - THRESHOLD
    return spread(count=count, variance=min(VARIANCE, above * (above + ROUNDING)), values=values)


def keyed(count: int) -> list[int]:
    """Return what each cell key adds to a count.

    Keys are dealt out in the order of a hash: keys that are near each other have nothing in common.
    """
    dealt = [value for value, number in sorted(row(count).items()) for _ in range(number)]
    order = sorted(range(RECORD_KEYS), key=lambda key: sha256(f"{count},{key}".encode()).digest())
    return [value for _key, value in sorted(zip(order, dealt, strict=True))]


def lines() -> Iterator[str]:
    """Return the lines of the published file."""
    yield _HEADER
    for count in range(1, TABLE_ROWS + 1):
        for key, value in enumerate(keyed(count)):
            yield f"{count},{key},{value}\n"


if __name__ == "__main__":
    PUBLISHED.write_text("".join(lines()), encoding="ascii", newline="")
