"""Responses of people who never were, for the demo. The same pack and number always give the same response.

They take no side: all options of a question, and leaving it out, come equally often.
"""

from __future__ import annotations

import random

from consult.answers.kinds.text import ANSWERED
from consult.answers.path import kind_of, options_of
from consult.answers.sheet import Answer
from consult.packs.model import AboutQuestion, Pack, Question
from consult.store import phrases
from consult.store.submissions import Comment, Submission, receipt_for

LANGUAGE = "en"
WRITES = 0.4
"""How likely it is that a person writes something, where one can."""

TELLS = 0.8
"""How likely it is that a person answers a question about themselves."""


COPIED, CHANGED = 0.2, 0.1
_LINES = """This is an invented template, as a campaign might hand it out. Nobody wrote it and nobody sent it.
It is here so that texts which are the same can be found, and so that one can see how they are counted."""
TEMPLATE = _LINES.replace("\n", " ")
WORDS = """camera street station record question answer people paper morning evening Monday window bridge"""
VOCABULARY = WORDS.split()

MOST_BLANK = 4
"""One more than the most blank answers in a round."""


class Invented:
    """All the people who never were who respond to one pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def receipt(self, number: int) -> str:
        """Return a person's receipt. Raises `StoreUnavailable`."""
        return receipt_for(phrases.phrase_from(self._dice("phrase", number).randbytes(16)))

    def submission(self, number: int) -> Submission:
        """Return what a person shares with the campaign that is open to everyone."""
        choices, comments = {}, {}
        for question in self._pack.questions:
            answer = self._answer(question, number)
            kind = kind_of(question)
            option = kind.counted(answer, options_of(self._pack, question))
            if option:
                choices[question.id] = option
            if kind.comment(answer):
                comments[question.id] = Comment(kind.comment(answer), LANGUAGE)
        return Submission(self._pack.id, choices, comments, self._about(number), self._pack.version)

    def _answer(self, question: Question, number: int) -> Answer:
        writes = kind_of(question).has_text and self._dice("writes", question.id, number).random() < WRITES
        text = f"Invented answer {number} to question {question.number}: nobody wrote this." if writes else ""
        return Answer(self._choice(question, number), text)

    def _choice(self, question: Question, number: int) -> str | None:
        """Return an option, or None for leaving it out.

        Every round has each option once, in an order of its own. How many are blank depends on the question.
        """
        options = [option.id for option in options_of(self._pack, question)]
        if not options:
            return None
        order: list[str | None] = [*options, *[None] * (question.number % MOST_BLANK)]
        round_, place = divmod(number, len(order))
        self._dice("order", question.id, round_).shuffle(order)
        return order[place]

    def _about(self, number: int) -> dict[str, str]:
        told: dict[str, str] = {}
        for question in self._pack.about_you:
            dice = self._dice("about", question.id, number)
            if _applies(question, told) and dice.random() < TELLS:
                told[question.id] = dice.choice(question.options).id
        return told

    def _dice(self, *about: str | int) -> random.Random:
        return random.Random(repr((self._pack.id, about)))  # noqa: S311 - repeatable on purpose, and no secret


def _applies(question: AboutQuestion, told: dict[str, str]) -> bool:
    return question.only_if is None or told.get(question.only_if[0]) == question.only_if[1]


class Crowd(Invented):
    """Very many people who never were, quickly: each is one throw of the dice. Few of them write, and some copy."""

    def __init__(self, pack: Pack, *, write: float) -> None:
        """Make a crowd in which `write` in a hundred write something on one question."""
        super().__init__(pack)
        self._write = write
        self._asked = [
            (question.id, [option.id for option in options_of(pack, question)], kind_of(question).has_text)
            for question in pack.questions
        ]
        self._written = [question for question, _options, has_text in self._asked if has_text]

    def submission(self, number: int) -> Submission:
        """Return what a person shares with the campaign that is open to everyone."""
        dice = self._dice("crowd", number)
        said = self._said(number, dice)
        choices = {
            question: chosen
            for question, options, _has_text in self._asked
            if (chosen := dice.choice((*options, None)) if options else ANSWERED * (question in said))
        }
        told = {about.id: dice.choice(about.options).id for about in self._pack.about_you if not about.only_if}
        kept = {question: option for question, option in told.items() if dice.random() < TELLS}
        return Submission(self._pack.id, choices, said, kept, self._pack.version)

    def _said(self, number: int, dice: random.Random) -> dict[str, Comment]:
        several, one_more = divmod(self._write, 100)
        how_many = int(several) + (dice.random() * 100 < one_more)
        asked = dice.sample(self._written, min(how_many, len(self._written)))
        return {question: Comment(_text(number, dice), LANGUAGE) for question in asked}


def _text(number: int, dice: random.Random) -> str:
    """Return a text that says what it is: of this person only, a template, or a template with a word changed."""
    throw = dice.random()
    if throw < COPIED:
        return TEMPLATE
    if throw < COPIED + CHANGED:
        return TEMPLATE.replace("template", f"template {number}", 1)
    words = dice.choices(VOCABULARY, k=dice.randrange(6, 60))
    return f"Invented answer {number}, which nobody wrote: {' '.join(words)}."
