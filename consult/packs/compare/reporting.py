"""A comparison in lines of text for an operator. Marks say it all; tones are there for a terminal with colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from consult.packs.compare.accepting import Accepted
from consult.packs.compare.comparing import Comparison, Outcome, Part, Verdict, Words
from consult.packs.faults import visible


class Tone(StrEnum):
    """How a stretch of a line may be set off."""

    PLAIN = "plain"
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


@dataclass(frozen=True)
class Ink:
    """A stretch of a line, with nothing in it that a terminal would obey."""

    text: str
    tone: Tone = Tone.PLAIN


Line = Sequence[Ink]

_TONES = {Outcome.SAME: Tone.GOOD, Outcome.DIFFERS: Tone.DOUBTFUL, Outcome.NOT_FOUND: Tone.BAD}
_MARKS = {Part.OLD: ("[-", "-]", Tone.BAD), Part.NEW: ("{+", "+}", Tone.GOOD)}
_INDENT = "    "
_MOST_EXTRAS = 50


def lines_of(comparison: Comparison) -> Iterator[Line]:
    """Give the report: each question with what differs, then what else the document numbers, then the sum."""
    for verdict in comparison.verdicts:
        yield from _verdict(verdict)
    if comparison.extras:
        yield _plain("")
        yield _plain("Numbered in the document, but not in the pack:")
        for extra in comparison.extras[:_MOST_EXTRAS]:
            yield _plain(f"{_INDENT}{extra.label}. {extra.text}")
        if len(comparison.extras) > _MOST_EXTRAS:
            yield _plain(f"{_INDENT}… and {len(comparison.extras) - _MOST_EXTRAS} more")
    yield _plain("")
    for note in comparison.notes:
        yield _plain(f"Note: {note}")
    yield _plain(_sum(comparison))


def accepted_lines(accepted: Accepted, source_url: str) -> Iterator[Line]:
    """Give what was written into the pack."""
    if not accepted.numbers:
        yield _plain("Nothing was written.")
        return
    yield _plain(f"Written as verified, from {source_url}: {_list(accepted.numbers)}.")
    if accepted.changed:
        yield _plain(f"New text, so the pack is now version {accepted.version}: {_list(accepted.changed)}.")


def refused_lines(verdicts: Iterable[Verdict]) -> Iterator[Line]:
    """Give the questions that were left as they are, and what an operator can do about each."""
    for verdict in verdicts:
        number = verdict.question.number
        if verdict.copies:
            remedy = "it stands in the document in two forms. Save the part that counts as a document of its own."
        elif verdict.outcome is Outcome.DIFFERS:
            remedy = f"it differs. To accept the document's words, name it: --only {number}"
        else:
            remedy = "it was not found."
        yield _plain(f"Question {number} was left as it is: {remedy}")


def _verdict(verdict: Verdict) -> Iterator[Line]:
    label = Ink(f"Question {verdict.question.number:<3} ")
    yield [label, Ink(verdict.outcome, _TONES[verdict.outcome]), *_summary(verdict.difference)]
    if verdict.difference:
        yield [Ink(_INDENT), *_inks(verdict.difference)]
    for copy in verdict.copies:
        yield [Ink(_INDENT), Ink("also in the document, in other words: ", Tone.DOUBTFUL), *_words(copy)]
    yield from _options(verdict)
    for note in verdict.notes:
        yield _plain(f"{_INDENT}{note}")


def _summary(difference: Iterable[Words]) -> Iterator[Ink]:
    counts = {part: sum(len(words.text.split()) for words in difference if words.part is part) for part in Part}
    if counts[Part.OLD] or counts[Part.NEW]:
        yield Ink(f" ({counts[Part.OLD]} of the pack's words out, {counts[Part.NEW]} of the document's in)")


def _options(verdict: Verdict) -> Iterator[Line]:
    if verdict.options is Outcome.SAME:
        yield _plain(f"{_INDENT}answer options: same")
    elif verdict.options is Outcome.DIFFERS and verdict.printed:
        printed = " / ".join(verdict.printed.labels)
        prompt = f"; then “{verdict.printed.prompt}”" if verdict.printed.prompt else ""
        yield [
            Ink(f"{_INDENT}answer options: "),
            Ink("differ", Tone.DOUBTFUL),
            *_words(f"; the document has {printed}{prompt}"),
        ]


def _inks(difference: Sequence[Words]) -> Iterator[Ink]:
    for place, words in enumerate(difference):
        before, after, tone = _MARKS.get(words.part, ("", "", Tone.PLAIN))
        if place:
            yield Ink(" ")
        yield Ink(visible(f"{before}{words.text}{after}"), tone)


def _words(text: str) -> list[Ink]:
    return [Ink(visible(text))]


def _plain(text: str) -> Line:
    return _words(text)


def _sum(comparison: Comparison) -> str:
    counts = ", ".join(f"{comparison.count(outcome)} {outcome}" for outcome in Outcome)
    return f"{len(comparison.verdicts)} questions: {counts}."


def _list(numbers: Sequence[int]) -> str:
    return ("question " if len(numbers) == 1 else "questions ") + ", ".join(map(str, numbers))
