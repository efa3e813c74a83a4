"""One paper booklet as somebody types it in: a digit for the box that is ticked, and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from consult.answers.kinds.protocol import FieldFault, Parsed
from consult.answers.path import kind_of, options_of
from consult.packs.model import Pack, Question
from consult.store.mixing.sharing import Comment, Submission, Way
from consult.web.redacting import as_kept, redactor, sources_named


class Consent(StrEnum):
    """What the person allowed on the booklet. Nothing ticked is nothing allowed."""

    COUNTS = "counts"
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Typed:
    """What was typed for one question: the digit as it was typed, and what the question's kind made of the rest."""

    question: Question
    digit: str
    parsed: Parsed
    is_no_box: bool
    """Whether the digit is that of no box."""

    @property
    def faults(self) -> tuple[FieldFault, ...]:
        """What is wrong with the words."""
        return self.parsed.faults

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing to keep."""
        return not self.parsed.answer


def read(pack: Pack, form: Mapping[str, str]) -> list[Typed]:
    """Return what a posted form holds for each question, in official order. Never raises."""
    return [_read_one(pack, question, form) for question in pack.questions]


def submission(pack: Pack, campaign: str, typed: list[Typed], *, with_words: bool, language: str) -> Submission:
    """Return what goes to the inbox, marked as paper: options, and masked words if the person allowed them.

    `language` is that of the booklet, whatever the language of the pages of whoever types.
    """
    options = {
        each.question.id: kind_of(each.question).counted(each.parsed.answer, options_of(pack, each.question))
        for each in typed
        if not each.is_blank
    }
    texts = {
        each.question.id: text
        for each in typed
        if with_words and (text := kind_of(each.question).comment(each.parsed.answer))
    }
    comments = {
        key: Comment(as_kept(pack, text, redactor(pack).find(text)).text, language) for key, text in texts.items()
    }
    return Submission(
        campaign=campaign,
        choices={question: option for question, option in options.items() if option},
        comments=comments,
        pack_version=pack.version,
        language=language,
        way=Way.PAPER,
        cited=sources_named(pack, texts.values()),
    )


def _read_one(pack: Pack, question: Question, form: Mapping[str, str]) -> Typed:
    options = options_of(pack, question)
    digit = form.get(f"{question.id}-box", "").strip()
    boxes = {str(number): option.id for number, option in enumerate(options, start=1)}
    given = {"choice": boxes.get(digit, ""), "text": form.get(f"{question.id}-text", "")}
    parsed = kind_of(question).parse(given, options)
    return Typed(question, digit, parsed, is_no_box=bool(options) and bool(digit) and digit not in boxes)
