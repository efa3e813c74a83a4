"""Responses of people who never were, for the demo. The same campaign and number always give the same response.

They take no side: all options of a question, and leaving it out, come equally often, and as many sites are named
on which supporters rest as critics.
"""

from __future__ import annotations

import random

from consult.answers.kinds.text import ANSWERED
from consult.answers.path import kind_of, options_of
from consult.answers.sheet import Answer
from consult.cli.invented_sites import sites_to_name
from consult.cli.invented_words import rambling, text_for
from consult.packs.model import AboutQuestion, Pack, Question
from consult.store import phrases
from consult.store.mixing.submissions import Comment, Submission, Way, receipt_for

WRITES = 0.4
"""How likely it is that a person writes something, where one can."""

TELLS = 0.8
"""How likely it is that a person answers a question about themselves."""

CITES = 1 / 3
"""How likely it is that a person who writes names sites."""

WELSH, PAPER = 0.2, 0.1
"""How likely it is that a person answers on the Welsh pages, and on paper."""

MOST_BLANK = 4
"""One more than the most blank answers in a round."""

UNEVEN_FROM = 7
"""From how many options on, some options of a question about people are far more common than others."""

LESS_COMMON = 0.7
"""How common such an option is beside the one before it."""


class Invented:
    """All the people who never were who respond in one campaign: the one of the pack's own, if none is named."""

    def __init__(self, pack: Pack, campaign: str = "") -> None:
        self._pack = pack
        self._campaign = campaign or pack.id
        self._sites = sites_to_name(pack)
        self._common = {about.id: self._by_how_common(about) for about in pack.about_you}

    def receipt(self, number: int) -> str:
        """Return a person's receipt. Raises `StoreUnavailable`."""
        return receipt_for(phrases.phrase_from(self._dice("phrase", number).randbytes(16)))

    def submission(self, number: int) -> Submission:
        """Return what a person shares with the campaign."""
        choices, comments = {}, {}
        language = _language(self._dice("language", number))
        for question in self._pack.questions:
            answer = self._answer(question, number)
            kind = kind_of(question)
            option = kind.counted(answer, options_of(self._pack, question))
            if option:
                choices[question.id] = option
            if kind.comment(answer):
                comments[question.id] = Comment(kind.comment(answer), language)
        return Submission(
            self._campaign,
            choices,
            comments,
            self._about(number),
            self._pack.version,
            language,
            _way(self._dice("way", number)),
            self._cited(number) if comments else frozenset(),
        )

    def _answer(self, question: Question, number: int) -> Answer:
        dice = self._dice("writes", question.id, number)
        if not kind_of(question).has_text or dice.random() >= WRITES:
            return Answer(self._choice(question, number))
        own = f"Invented answer {number} to question {question.number}: nobody wrote this."
        return Answer(self._choice(question, number), text_for(dice, number, own))

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
                (told[question.id],) = dice.choices(*self._common[question.id])
        return told

    def _by_how_common(self, question: AboutQuestion) -> tuple[list[str], list[float]]:
        """Return the options of a question about people, and how common each is.

        Where there are many, each is less common than the one before, so that the numbers of a few can be shown.
        Those on which a further question depends come first, the others in any order.
        """
        options = [option.id for option in question.options]
        if len(options) < UNEVEN_FROM:
            return options, [1.0] * len(options)
        self._dice("common", question.id).shuffle(options)
        leads_on = {about.only_if for about in self._pack.about_you}
        options.sort(key=lambda option: (question.id, option) not in leads_on)
        return options, [LESS_COMMON**place for place in range(len(options))]

    def _cited(self, number: int) -> frozenset[str]:
        dice = self._dice("cites", number)
        if dice.random() >= CITES:
            return frozenset()
        return frozenset(dice.sample(self._sites, min(dice.randint(1, 3), len(self._sites))))

    def _dice(self, *about: str | int) -> random.Random:
        return random.Random(repr((self._campaign, about)))  # noqa: S311 - repeatable on purpose, and no secret


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
        language, way = _language(dice), _way(dice)
        return Submission(self._pack.id, choices, said, kept, self._pack.version, language, way)

    def _said(self, number: int, dice: random.Random) -> dict[str, Comment]:
        several, one_more = divmod(self._write, 100)
        how_many = int(several) + (dice.random() * 100 < one_more)
        asked = dice.sample(self._written, min(how_many, len(self._written)))
        return {question: Comment(text_for(dice, number, rambling(dice, number)), "en") for question in asked}


def _applies(question: AboutQuestion, told: dict[str, str]) -> bool:
    return question.only_if is None or told.get(question.only_if[0]) == question.only_if[1]


def _language(dice: random.Random) -> str:
    return "cy" if dice.random() < WELSH else "en"


def _way(dice: random.Random) -> Way:
    return Way.PAPER if dice.random() < PAPER else Way.ONLINE
