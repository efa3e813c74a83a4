"""Responses of people who never were, for the demo. The same pack and number always give the same response.

They take no side: all options of a question, and leaving it out, come equally often.
"""

from __future__ import annotations

import random

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
