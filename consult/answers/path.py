"""The path through a consultation, computed from the pack and the answers at each request and never stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from consult.answers.kinds import KINDS
from consult.answers.kinds.protocol import AnswerKind, Shown
from consult.answers.sheet import AnswerSheet
from consult.packs.model import AboutQuestion, Option, Pack, Question, Section


def options_of(pack: Pack, question: Question) -> tuple[Option, ...]:
    """Return a question's options; none for an open question."""
    scale = pack.scale(question)
    return scale.options if scale else ()


def kind_of(question: Question | AboutQuestion) -> AnswerKind:
    """Return the kind of answer that a question takes."""
    return KINDS[question.kind]


@dataclass(frozen=True)
class SectionProgress:
    """A section, its questions, and how many of them have an answer."""

    section: Section
    questions: tuple[Question, ...]
    answered: int


@dataclass(frozen=True)
class Path:
    """The questions of a pack, seen through a person's answers so far.

    `route` has the ids of the questions that a campaign offers first; an id that the pack does not have counts for
    nothing. It changes the order of walking and nothing else: each question keeps its number, and none is left out.
    """

    pack: Pack
    sheet: AnswerSheet
    route: tuple[str, ...] = ()

    @cached_property
    def first(self) -> tuple[Question, ...]:
        """The questions that the campaign offers first, in its order."""
        return tuple(found for each in self.route if (found := self.pack.question(each)))

    @cached_property
    def rest(self) -> tuple[Question, ...]:
        """All the other questions, in official order."""
        return tuple(question for question in self.pack.questions if question.id not in self.route)

    def next_after(self, question: Question) -> Question | None:
        """Return the question that follows, or None after the last of the route and after the last of the rest."""
        walk = self._walk(question)
        following = walk.index(question) + 1
        return walk[following] if following < len(walk) else None

    def before(self, question: Question) -> Question | None:
        """Return the question that comes before, or None at the first of the route and at the first of the rest."""
        walk = self._walk(question)
        at = walk.index(question)
        return walk[at - 1] if at else None

    def is_first(self, question: Question) -> bool:
        """Say whether a question is one of those that the campaign offers first."""
        return question in self.first

    def _walk(self, question: Question) -> tuple[Question, ...]:
        return self.first if self.is_first(question) else self.rest

    def is_answered(self, question: Question) -> bool:
        """Say whether there is an answer that the document would show."""
        shown = self.shown(question)
        return bool(shown.chosen or shown.paragraphs)

    def shown(self, question: Question) -> Shown:
        """Return the answer to a question in words."""
        return kind_of(question).show(self.sheet.answer(question.id), options_of(self.pack, question))

    def answered(self) -> list[Question]:
        """Return the questions with an answer, in official order."""
        return [question for question in self.pack.questions if self.is_answered(question)]

    def unanswered(self) -> list[Question]:
        """Return the questions without an answer, in official order."""
        return [question for question in self.pack.questions if not self.is_answered(question)]

    def sections(self) -> list[SectionProgress]:
        """Return each section with how far the person has come in it."""
        return [self._progress(section, self.pack.questions) for section in self.pack.sections]

    def rest_by_section(self) -> list[SectionProgress]:
        """Return each section with its questions that the route does not offer; none where it offers all."""
        parts = [self._progress(section, self.rest) for section in self.pack.sections]
        return [part for part in parts if part.questions]

    def _progress(self, section: Section, among: tuple[Question, ...]) -> SectionProgress:
        questions = tuple(question for question in among if question.section == section.id)
        return SectionProgress(section, questions, sum(map(self.is_answered, questions)))

    def about_questions(self) -> list[AboutQuestion]:
        """Return the about-you questions that apply to the facts given so far."""
        return [
            question
            for question in self.pack.about_you
            if question.only_if is None or self.sheet.about.get(question.only_if[0]) == question.only_if[1]
        ]
