"""What might give away that two rows are one person's, each as a value for each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from tests.proofs.linker.chances import Scores
from tests.proofs.linker.dump import Dump, Row

Ids = Sequence[bytes]
FEW = 10
"""How many rows must be in a file on either side before it is read for more."""

SAYS_WHAT_IT_IS = frozenset({"id", "campaign_id", "question"})


@dataclass(frozen=True)
class Feature:
    """A name, and how alike each row on the left and each on the right are in it."""

    name: str
    scores: Scores
    equal: bool = False


class File:
    """Where rows stand in one file."""

    def __init__(self, places: Mapping[bytes, list[int]], page: int) -> None:
        self._places, self._page = places, page
        self._ordered = np.sort(np.fromiter(chain.from_iterable(places.values()), dtype=np.int64))
        self._pages = self._ordered // page

    def holds(self, ids: Ids) -> bool:
        """Say whether there are rows enough of these to be worth reading for."""
        return sum(each in self._places for each in ids) >= FEW

    def places_of(self, ids: Ids) -> list[list[int]]:
        """Return all places of each row."""
        return [self._places.get(each, []) for each in ids]

    def ages(self, places: list[list[int]]) -> list[list[float]]:
        """Return for each place of each row what share of its page lies before it; 1 for a row without a place."""
        flat = np.fromiter(chain.from_iterable(places), dtype=np.int64)
        first, end = (np.searchsorted(self._pages, flat // self._page, side) for side in ("left", "right"))
        shares = iter(((np.searchsorted(self._ordered, flat) - first) / (end - first)).tolist())
        return [list(islice(shares, len(each))) or [1.0] for each in places]


class Eye:
    """Looks at one dump for pairs of rows."""

    def __init__(self, dump: Dump) -> None:
        self._rows: dict[bytes, Row] = {}
        self._order: dict[bytes, int] = {}
        for rows in dump.rows.values():
            for at, row in enumerate(rows):
                row_id = dump.id_of(row)
                self._rows[row_id], self._order[row_id] = row, at
        self._files = {name: File(places, dump.page) for name, places in dump.places(self._rows).items()}
        self._page = dump.page
        self._groups = _small_groups(dump, self._rows)

    def sees(self, row_id: bytes) -> bool:
        """Say whether there is such a row."""
        return row_id in self._rows

    def features(self, left: Ids, right: Ids) -> Iterator[Feature]:
        """Yield every feature of these rows that is not the same for all of them."""
        yield from self._of_ids(left, right)
        yield from self._of_columns(left, right)
        yield from self._of_files(left, right)
        # Those who are alone in no group are alike in nothing.
        groups = ([self._groups.get(each, repr(each)) for each in ids] for ids in (left, right))
        yield _equal("alone in a group of the tallies", *groups)

    def _of_ids(self, left: Ids, right: Ids) -> Iterator[Feature]:
        numbers = [[int.from_bytes(each[:7], "big") for each in ids] for ids in (left, right)]
        yield _near("ids that are near", *numbers)
        bits = [np.frombuffer(b"".join(ids), dtype=">u8").astype(np.uint64).reshape(-1, 2) for ids in (left, right)]
        differing = np.bitwise_count(bits[0][:, None, :] ^ bits[1][None, :, :]).sum(axis=2)
        yield Feature("ids that differ in few bits", -differing.astype(np.float32))
        yield _near("order of rows", *([self._order[each] for each in ids] for ids in (left, right)))

    def _of_columns(self, left: Ids, right: Ids) -> Iterator[Feature]:
        shared = self._rows[left[0]].keys() & self._rows[right[0]].keys()
        for name in sorted(shared - SAYS_WHAT_IT_IS):
            values = [[self._rows[each][name] for each in ids] for ids in (left, right)]
            yield _equal(f"the same {name}", *values)
            if name == "ctid":
                yield _near("near ctid", *([_position(str(each)) for each in side] for side in values))
            elif all(isinstance(each, int) for side in values for each in side):
                yield _near(f"near {name}", *([int(str(each)) for each in side] for side in values))
        yield _near("rows of one length", *([self._length(each) for each in ids] for ids in (left, right)))

    def _length(self, row_id: bytes) -> int:
        return sum(len(str(value)) for value in self._rows[row_id].values())

    def _of_files(self, left: Ids, right: Ids) -> Iterator[Feature]:
        for name, sides in self._read(left, right):
            found = [file.places_of(ids) for file, ids in sides]
            firsts = [[each[0] if each else -1 for each in side] for side in found]
            yield _near(f"first place in {name}", *firsts)
            yield _near(f"last place in {name}", *([each[-1] if each else -1 for each in side] for side in found))
            yield _near(f"copies in {name}", *([len(each) for each in side] for side in found))
            yield _equal(f"one page of {name}", *([place // self._page for place in side] for side in firsts))
            yield _near(
                f"place in its page of {name}", *([place % self._page for place in side] for side in firsts)
            )
            ages = [file.ages(side) for (file, _ids), side in zip(sides, found, strict=True)]
            yield _near(f"age in its page of {name}", *([each[0] for each in side] for side in ages))
            yield _near(f"least age in any page of {name}", *([min(each) for each in side] for side in ages))

    def _read(self, left: Ids, right: Ids) -> Iterator[tuple[str, list[tuple[File, Ids]]]]:
        """Yield the files that hold some of both sides; where each table has its own, those of both."""
        for name, file in self._files.items():
            others = self._files.get(name.replace("records", "comments"), file)
            sides = [(file if file.holds(ids) else others, ids) for ids in (left, right)]
            if all(held.holds(ids) for held, ids in sides):
                yield name, sides


def _near(name: str, left: Sequence[float], right: Sequence[float]) -> Feature:
    one, other = _ranked(left), _ranked(right)
    return Feature(name, -np.abs(one[:, None] - other[None, :]))


def _ranked(values: Sequence[float]) -> NDArray[np.float32]:
    """Return by how large a share of the values each is exceeded, those alike in the middle of theirs."""
    array = np.asarray(values, dtype=np.float64)
    ordered = np.sort(array)
    middle = (np.searchsorted(ordered, array, "left") + np.searchsorted(ordered, array, "right")) / 2
    return np.asarray(middle / len(array), dtype=np.float32)


def _equal(name: str, left: Sequence[object], right: Sequence[object]) -> Feature:
    numbers: dict[str, int] = {}
    one, other = (
        np.array([numbers.setdefault(repr(each), len(numbers)) for each in side]) for side in (left, right)
    )
    return Feature(name, (one[:, None] == other[None, :]).astype(np.float32), equal=True)


def _position(ctid: str) -> int:
    page, place = ctid.strip("()").split(",")
    return int(page) * 1000 + int(place)


def _small_groups(dump: Dump, rows: Mapping[bytes, Row]) -> dict[bytes, str]:
    """Return the rows that may be the only one of a group with their answer, as the tallies show, and the group."""
    if not dump.tallies or "record_key" not in next(iter(rows.values())):
        return {}
    answered: dict[tuple[object, ...], list[bytes]] = defaultdict(list)
    for row_id, row in rows.items():
        if "option" in row:
            answered[row["question"], row["option"], row["record_key"]].append(row_id)
    alone = {(tally["attribute"], tally["value"]) for tally in dump.tallies if tally["count"] == 1}
    shared = {(tally["attribute"], tally["value"]) for tally in dump.tallies if tally["count"] != 1}
    found: dict[bytes, str] = {}
    for tally in dump.tallies:
        group = (tally["attribute"], tally["value"])
        if group in alone - shared:
            for row_id in answered[tally["question"], tally["option"], tally["key_sum"]]:
                found[row_id] = repr(group)
    return found
