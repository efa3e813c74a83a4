"""Whether a pack has a document's questions in the document's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from consult.packs.compare.blocks import Document
from consult.packs.compare.finding.options import PrintedOptions
from consult.packs.compare.finding.questions import Extra, Findings, Found, find_questions
from consult.packs.compare.typography import plain
from consult.packs.model import Pack, Question, Scale


class Outcome(StrEnum):
    """What was found out about a question's wording, or about its answer options."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_FOUND = "not found"


class Part(StrEnum):
    """What a stretch of words is in a difference."""

    KEPT = "kept"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True)
class Words:
    """A stretch of words: in both texts (as the document has them), in the pack only, or in the document only."""

    part: Part
    text: str


@dataclass(frozen=True)
class Verdict:
    """What the document says about one question of the pack.

    `text` is the wording as the document has it, "" if it was not found. `copies` are unequal copies of it in the
    document: with any, the outcome is `DIFFERS` whatever the pack says. `options` is None for a question without
    options and for options that the document does not print.
    """

    question: Question
    outcome: Outcome
    text: str = ""
    difference: tuple[Words, ...] = ()
    copies: tuple[str, ...] = ()
    options: Outcome | None = None
    printed: PrintedOptions | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The verdict on each question in the pack's order, further numbered questions, and notes on the whole."""

    verdicts: tuple[Verdict, ...]
    extras: tuple[Extra, ...]
    notes: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many questions have this outcome."""
        return sum(verdict.outcome is outcome for verdict in self.verdicts)


_HARDLY = 0.2
_SHOWN = 160


def compare_pack(pack: Pack, document: Document) -> Comparison:
    """Return what `document` says about every question of `pack`. See `typography` for what is the same wording."""
    findings = find_questions(document.blocks, pack)
    verdicts = tuple(_verdict(question, pack.scale(question), findings) for question in pack.questions)
    return Comparison(verdicts, findings.extras, (*document.notes, *_doubts(findings)))


def difference(old: str, new: str) -> tuple[Words, ...]:
    """Return how `new` differs from `old`, word by word; what differs only in typography is kept."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, list(map(plain, before)), list(map(plain, after)), autojunk=False)
    found: list[Words] = []
    for operation, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if operation == "equal":
            found.append(Words(Part.KEPT, " ".join(after[new_start:new_end])))
            continue
        if old_end > old_start:
            found.append(Words(Part.OLD, " ".join(before[old_start:old_end])))
        if new_end > new_start:
            found.append(Words(Part.NEW, " ".join(after[new_start:new_end])))
    return tuple(found)


def _verdict(question: Question, scale: Scale | None, findings: Findings) -> Verdict:
    found = findings.found.get(question.number)
    notes = tuple(_notes(question, found, findings))
    if found is None:
        return Verdict(question, Outcome.NOT_FOUND, notes=notes)
    outcome = Outcome.SAME if found.fit.same and not found.unequal else Outcome.DIFFERS
    return Verdict(
        question,
        outcome,
        text=found.fit.text,
        difference=() if found.fit.same else difference(question.wording.text, found.fit.text),
        copies=found.unequal,
        options=_options(scale, found.options),
        printed=found.options,
        notes=notes,
    )


def _options(scale: Scale | None, printed: PrintedOptions) -> Outcome | None:
    """Say whether the printed labels are the scale's in its order, and a printed prompt for reasons its own."""
    if scale is None or not printed.labels:
        return None
    ours = [_bare(option.label) for option in scale.options]
    same_prompt = not printed.prompt or _bare(printed.prompt) == _bare(scale.reasons_prompt)
    return Outcome.SAME if ours == [_bare(label) for label in printed.labels] and same_prompt else Outcome.DIFFERS


def _bare(label: str) -> str:
    """Return a label for comparing: labels run on in a line lose their capitals and end marks."""
    return plain(label).lower().rstrip(" .:;,")


def _notes(question: Question, found: Found | None, findings: Findings) -> Iterator[str]:
    elsewhere = findings.places.get(plain(question.wording.text))
    same = found is not None and found.fit.same
    if elsewhere is not None and elsewhere != question.number and not same:
        yield f"The pack's words for it stand in the document under number {elsewhere}."
    if found is None:
        return
    if found.following:
        yield f"Not taken as part of it, but next in the document: “{_shortened(found.following)}”"
    for other in found.others:
        yield f"The document also calls this a question {question.number}: “{_shortened(other)}”"


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _doubts(findings: Findings) -> Iterator[str]:
    fits: Sequence[Found] = tuple(findings.found.values())
    if fits and sum(found.fit.likeness < _HARDLY for found in fits) * 2 > len(fits):
        yield "Hardly a word agrees. Is this the right paper, and in the language of the pack?"
