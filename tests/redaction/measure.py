"""Measure finding on the published test set: `python -m tests.redaction.measure` prints the table.

A detail counts as found when every letter and digit of it lies in something found, of whichever kind. A mark counts
as wrong when it touches no planted detail.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from consult.redaction import find
from tests.redaction.forms import FORMS
from tests.redaction.hard import HARD
from tests.redaction.harmless import HARMLESS
from tests.redaction.planted import Planted, announced_names, planted

Spans = list[tuple[int, int]]
Finder = Callable[[str], Spans]


@dataclass(frozen=True)
class Score:
    """How many details there were, how many were found whole, and how many marks touched none."""

    details: int
    found: int
    right: int
    wrong: int

    @property
    def recall(self) -> float:
        """The share of details that were found whole, from 0 to 1."""
        return self.found / self.details

    @property
    def precision(self) -> float:
        """The share of marks that touched a detail, from 0 to 1; 1 where there were none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def ours(text: str) -> Spans:
    """Return what `find` finds, as spans."""
    return [(each.start, each.end) for each in find(text)]


def score(finder: Finder, examples: Iterable[Planted]) -> Score:
    """Return how well `finder` does on `examples`."""
    details = found = right = wrong = 0
    for example in examples:
        start, end = example.start, example.start + len(example.detail)
        spans = finder(example.text)
        touching = [span for span in spans if span[0] < end and start < span[1]]
        right += len(touching)
        wrong += len(spans) - len(touching)
        covered = {place for span in touching for place in range(*span)}
        details += 1
        found += all(place in covered for place in range(start, end) if example.text[place].isalnum())
    return Score(details, found, right, wrong)


def by_group(finder: Finder) -> dict[str, Score]:
    """Return how well announced names are found, by the origin of the name."""
    named = groupby(announced_names(), key=attrgetter("group"))
    return {group: score(finder, examples) for group, examples in named}


def falsely_marked(finder: Finder) -> list[str]:
    """Return the harmless answers in which something was found."""
    return [text for text in HARMLESS if finder(text)]


def missed_hard(finder: Finder) -> list[str]:
    """Return the hard details that `finder` does not find whole."""
    examples = (Planted(text, detail, "hard") for text, detail in HARD)
    return [example.detail for example in examples if not score(finder, [example]).found]


def table() -> Iterator[str]:
    """Yield the lines of the table, in Markdown."""
    yield "| kind | details | recall | precision |"
    yield "|---|---|---|---|"
    for kind in FORMS:
        result = score(ours, planted(kind))
        yield f"| {kind} | {result.details} | {result.recall:.3f} | {result.precision:.3f} |"
    groups = by_group(ours)
    for group, result in groups.items():
        yield f"| name announced, {group} | {result.details} | {result.recall:.3f} | {result.precision:.3f} |"
    recalls = [result.recall for result in groups.values()]
    yield f"\ngap between origins of names: {max(recalls) - min(recalls):.3f}"
    hard = missed_hard(ours)
    yield f"hard details found: {len(HARD) - len(hard)} of {len(HARD)}; missed: {'; '.join(hard)!r}"
    wrong = falsely_marked(ours)
    yield f"harmless answers marked: {len(wrong)} of {len(HARMLESS)}"


def main() -> None:
    """Print the table."""
    for line in table():
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
