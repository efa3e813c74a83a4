"""The path through a consultation, computed from the pack and the answers at each request and never stored."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The questions of a pack, seen through a person's answers so far."""

    pack: Pack
    sheet: AnswerSheet

    def next_after(self, question: Question) -> Question | None:
        """Return the question that follows in official order, or None after the last."""
        questions = self.pack.questions
        following = questions.index(question) + 1
        return questions[following] if following < len(questions) else None

    def before(self, question: Question) -> Question | None:
        """Return the question that comes before in official order, or None at the first."""
        at = self.pack.questions.index(question)
        return self.pack.questions[at - 1] if at else None

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
        return [self._progress(section) for section in self.pack.sections]

    def _progress(self, section: Section) -> SectionProgress:
        questions = tuple(self.pack.in_section(section))
        return SectionProgress(section, questions, sum(map(self.is_answered, questions)))

    def about_questions(self) -> list[AboutQuestion]:
        """Return the about-you questions that apply to the facts given so far."""
        return [
            question
            for question in self.pack.about_you
            if question.only_if is None or self.sheet.about.get(question.only_if[0]) == question.only_if[1]
        ]
