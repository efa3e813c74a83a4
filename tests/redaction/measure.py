"""Measure finding on the published test set: `python -m tests.redaction.measure` prints the table.

A detail counts as found when every letter and digit of it lies in something found, of whichever kind. A mark counts
as wrong when it touches no planted detail. With `--model NAME` the names are found with that spaCy model too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consult.redaction import Redactor, load_names_model
from tests.redaction.cost import costs
from tests.redaction.forms import FORMS
from tests.redaction.hard import HARD
from tests.redaction.harmless import HELD_OUT, SEEN
from tests.redaction.people import announced_names, unannounced_names
from tests.redaction.planted import Planted, planted

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

    def __add__(self, other: Score) -> Score:
        return Score(
            self.details + other.details,
            self.found + other.found,
            self.right + other.right,
            self.wrong + other.wrong,
        )


NOTHING = Score(0, 0, 0, 0)


def finder_of(redactor: Redactor) -> Finder:
    """Return what a redactor finds, as spans."""
    return lambda text: [(each.start, each.end) for each in redactor.find(text)]


ours = finder_of(Redactor())


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


def by_origin(finder: Finder, examples: Iterable[Planted]) -> dict[str, Score]:
    """Return how well names are found, by their origin."""
    scores: dict[str, Score] = {}
    for example in examples:
        scores[example.group] = scores.get(example.group, NOTHING) + score(finder, [example])
    return scores


def gap(scores: Mapping[str, Score]) -> float:
    """Return how far apart the best found and the worst found origin are, from 0 to 1."""
    recalls = [each.recall for each in scores.values()]
    return max(recalls) - min(recalls)


def total(scores: Mapping[str, Score]) -> Score:
    """Return the scores added up."""
    return sum(scores.values(), start=NOTHING)


def falsely_marked(finder: Finder, answers: Iterable[str]) -> list[str]:
    """Return the harmless answers in which something was found."""
    return [text for text in answers if finder(text)]


def missed_hard(finder: Finder) -> list[str]:
    """Return the hard details that `finder` does not find whole."""
    examples = (Planted(text, detail, "hard") for text, detail in HARD)
    return [example.detail for example in examples if not score(finder, [example]).found]


def table(finder: Finder) -> Iterator[str]:
    """Yield the lines of the tables, in Markdown."""
    yield "| kind | details | recall | precision |"
    yield "|---|---|---|---|"
    for kind in FORMS:
        result = score(finder, planted(kind))
        yield f"| {kind} | {result.details} | {result.recall:.3f} | {result.precision:.3f} |"
    yield ""
    yield from _names_table(finder)
    hard = missed_hard(finder)
    yield f"hard details found: {len(HARD) - len(hard)} of {len(HARD)}; missed: {'; '.join(hard)!r}"
    for name, answers in (("seen", SEEN), ("held out", HELD_OUT), ("all", SEEN + HELD_OUT)):
        wrong = falsely_marked(finder, answers)
        yield f"harmless answers marked, {name}: {len(wrong)} of {len(answers)} ({len(wrong) / len(answers):.3f})"


def _names_table(finder: Finder) -> Iterator[str]:
    announced = (*announced_names(held_out=False), *announced_names(held_out=True))
    sets = (unannounced_names(held_out=False), unannounced_names(held_out=True), announced)
    columns = [by_origin(finder, examples) for examples in sets]
    yield "| names | unannounced, seen | unannounced, held out | announced |"
    yield "|---|---|---|---|"
    for origin in columns[0]:
        yield f"| {origin} | " + " | ".join(f"{column[origin].recall:.3f}" for column in columns) + " |"
    yield "| **all** | " + " | ".join(f"{total(column).recall:.3f}" for column in columns) + " |"
    yield "| **gap between origins** | " + " | ".join(f"{gap(column):.3f}" for column in columns) + " |"
    yield "| names in each column | " + " | ".join(str(total(column).details) for column in columns) + " |\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.redaction.measure", description=__doc__)
    parser.add_argument("--model", default="", help="an installed spaCy package that names are found with too")
    parser.add_argument("--cost", action="store_true", help="print time and memory instead")
    chosen = parser.parse_args(arguments)
    redactor = Redactor(model=load_names_model(chosen.model))
    for line in costs(redactor, chosen.model) if chosen.cost else table(finder_of(redactor)):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
