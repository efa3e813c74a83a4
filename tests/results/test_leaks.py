"""No structure and no file ever holds a count from 1 to 9, or one that is not a multiple of five."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.results.cell_key import publishable
from consult.results.csv_file import to_csv
from consult.results.phrases import bar_text, count_text
from consult.results.protect import Results, protect
from consult.results.protected import Protected
from consult.results.tables import Row
from consult.results.tally import RECORD_KEYS, Tally
from tests.results.material import AGREEMENT, ENGLISH, export_of, make_pack

PACK = make_pack()
_counts = st.one_of(st.integers(0, 30), st.integers(0, 2000), st.integers(0, 10**7))
_places = st.sampled_from(
    [
        ("", ""),
        *((question, option) for question in ("q1", "q2") for option in AGREEMENT),
        ("q3", "answered"),
        ("q1", "x"),
    ]
)
_groups = st.sampled_from([("", ""), ("place", "north"), ("place", "south"), ("place", "moon")])


@st.composite
def tallies(draw: st.DrawFn) -> list[Tally]:
    """Return the tallies of an invented campaign, which need not fit each other."""
    kept = []
    for question, option in draw(st.lists(_places, max_size=12)):
        count = draw(_counts)
        attribute, value = draw(_groups)
        kept.append(Tally(question, option, count, draw(st.integers(0, count * RECORD_KEYS)), attribute, value))
    return kept


def parts(value: object) -> Iterator[object]:
    """Return a value and everything in it."""
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from parts(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from parts(getattr(value, part.name))


def is_rounded(number: int) -> bool:
    return number >= 10 and number % 5 == 0


def shown(results: Results) -> list[object]:
    return list(parts((results.responses, results.tables, results.by("place"))))


@settings(deadline=None)
@given(tallies())
def test_every_count_in_the_results_is_rounded(kept: list[Tally]) -> None:
    for part in shown(protect(PACK, kept)):
        if isinstance(part, Protected):
            assert part.value is None or is_rounded(part.value)
        if isinstance(part, Row):
            number = count_text(part.count, ENGLISH).replace(",", "")
            assert number in {"too few to show", "held back"} or is_rounded(int(number))
            assert 0 <= part.bar <= 100
            assert bar_text(part, ENGLISH)


@settings(deadline=None)
@given(tallies())
def test_every_count_in_a_file_is_rounded(kept: list[Tally]) -> None:
    results = protect(PACK, kept)
    for breakdown in (None, results.by("place")):
        data = to_csv(export_of(results, PACK, breakdown=breakdown))
        base = "All responses in the group" if breakdown else "All responses"
        for line in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")):
            for count in (line["Responses"], line[base]):
                assert count == "[c]" or is_rounded(int(count))
            percent = line["Percentage of all responses"]
            assert percent in {"[c]", "[x]", "[low]"} or 1 <= int(percent) <= 100


@settings(deadline=None)
@given(tallies(), st.data())
def test_counts_that_show_as_the_same_leave_the_same_files(kept: list[Tally], data: st.DataObject) -> None:
    """What is not shown cannot be in a file, not even hidden, if it changes nothing there."""
    once = {(tally.question, tally.option, tally.attribute, tally.value): tally for tally in kept}
    others = [
        Tally(*place[:2], *data.draw(st.sampled_from(alike(publishable(tally.count, tally.key_sum)))), *place[2:])
        for place, tally in once.items()
    ]
    left, right = protect(PACK, once.values()), protect(PACK, others)
    assert shown(left) == shown(right)
    assert to_csv(export_of(left, PACK)) == to_csv(export_of(right, PACK))


@cache
def alike(value: int | None) -> list[tuple[int, int]]:
    """Return counts, each with a key, that show as the same number; None for those that show none."""
    counts = range(24) if value is None else range(value - 20, value + 21)
    pairs = [(count, key) for count in counts for key in range(0, RECORD_KEYS, 5) if count >= 0]
    return [pair for pair in pairs if publishable(*pair) == value]
