"""A consultation as typed values: what is asked, by whom, until when, and what each side says about it.

Every value is frozen. Texts are plain (no markup); official words are kept exactly as their source prints them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LONGEST_ID = 60
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")

Id = Annotated[str, StringConstraints(pattern=f"^{_ID.pattern}$", max_length=LONGEST_ID)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Day = Annotated[date, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=1)]


def is_id(text: str) -> bool:
    """Say whether a text has the form of an `Id`. Campaigns' short names have it, too."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


class Frozen(BaseModel):
    """A value that cannot change and refuses keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WordingStatus(StrEnum):
    """How sure we are that a question's words are the official ones."""

    VERIFIED = "verified"
    QUOTED = "quoted"
    UNCHECKED = "unchecked"


class Wording(Frozen):
    """A question's words, and where they come from.

    `sha256` is the hexadecimal digest of `text` in UTF-8; a verified wording has one, with its source and day.
    """

    text: Text
    status: WordingStatus
    source_url: Url | None = None
    checked_on: Day | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    sources: tuple[Id, ...] = ()
    evidence: str = ""


class Option(Frozen):
    """One choice. Stored answers hold the id, never the label."""

    id: Id
    label: Text


class Scale(Frozen):
    """Options that several questions share, with the official prompt for the reasons that follow."""

    id: Id
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    reasons_prompt: Text
    status: WordingStatus = WordingStatus.UNCHECKED
    sources: tuple[Id, ...] = ()


class Point(Frozen):
    """One short point from one side: who made it, when, and where to read it."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
    who: Text
    when: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


class Guide(Frozen):
    """Points of both sides for one question, and questions to think about. Never an answer."""

    supporters: tuple[Point, ...]
    critics: tuple[Point, ...]
    think_about: tuple[Text, ...] = ()
    note: str = ""


class Question(Frozen):
    """One official question."""

    number: Count
    id: Id
    section: Id
    kind: Text
    wording: Wording
    topic: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]
    """A few words of ours for lists, where the whole question would be too long."""
    gloss: Text
    scale: Id | None = None
    scale_status: WordingStatus = WordingStatus.UNCHECKED
    terms: tuple[Id, ...] = ()
    guide: Guide


class AboutQuestion(Frozen):
    """A question of ours about the person: coarse, optional, and explained."""

    id: Id
    kind: Text
    text: Text
    hint: str = ""
    why: Text
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    only_if: tuple[Id, Id] | None = None
    """`(about id, option id)`: asked only when that other answer was given."""


class Section(Frozen):
    """A group of questions. `origin` says whose words the heading is."""

    id: Id
    title: Text
    origin: Literal["official", "ours"]
    note: str = ""
    sources: tuple[Id, ...] = ()


class Term(Frozen):
    """A word that the questions rely on, explained, with the standing of the explanation.

    `official` words were read in the document itself, `quoted` ones in another source; `note` says whose they are.
    """

    id: Id
    term: Text
    meaning: Text
    standing: Literal["official", "quoted", "paraphrase", "not-found"]
    note: str = ""
    sources: tuple[Id, ...] = ()


class Source(Frozen):
    """Something published that a point, a term or an event rests on. The title is ours: it says what the page is.

    `url` is None when no address is known that could be linked honestly; then `note` says why.
    """

    id: Id
    title: Text
    publisher: Text
    published: str = ""
    url: Url | None = None
    note: str = ""


class Event(Frozen):
    """Something that happened: an ISO day for sorting, and the day in words as far as it is known."""

    on: Day
    when: Text
    text: Text
    sources: tuple[Id, ...] = ()


class Replies(Frozen):
    """Where responses go, as far as it is known. `None` means that it was not found."""

    email: str | None = None
    email_note: str = ""
    online_form: Url | None = None
    postal_address: str | None = None
    to: Text
    notes: tuple[Text, ...] = ()
    sources: tuple[Id, ...] = ()


class Dates(Frozen):
    """When the consultation ran, as calendar days in `timezone`. No closing time means that none was found."""

    timezone: Literal["Europe/London"]
    opened: Day
    closes: Day
    closing_time: str | None = None
    response_weeks: Count | None = None
    sources: tuple[Id, ...] = ()

    @property
    def response_due(self) -> date | None:
        """The day by which the body promised its response: arithmetic from the closing day."""
        return self.closes + timedelta(weeks=self.response_weeks) if self.response_weeks else None


class Pack(Frozen):
    """A whole consultation."""

    id: Id
    version: Count
    title: Text
    document_title: Text
    short_title: Text
    body: Text
    reference: str | None = None
    about: Text
    about_sources: tuple[Id, ...] = ()
    extent: Text
    status_note: Text
    """What is known of the outcome, with the day of the latest check."""
    latest_check: Day | None = None
    """The day of that check."""
    still_useful: tuple[Text, ...]
    """What a response can still do after the closing day."""
    official_page: Url
    official_document: Url
    official_pdf: Url | None = None
    other_versions: tuple[Text, ...] = ()
    """Other forms of the document, and what was published with it, as far as is known."""
    not_found: tuple[Text, ...] = ()
    """What was looked for and not found, so that nobody takes its absence for an answer."""
    licence: Text
    licence_note: str = ""
    dates: Dates
    replies: Replies
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    scales: tuple[Scale, ...] = ()
    terms: tuple[Term, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    about_you: tuple[AboutQuestion, ...] = ()
    about_you_note: str = ""
    history: tuple[Event, ...] = ()
    opinion: tuple[Point, ...] = ()
    """Surveys of the public that bear on every question."""
    sources: tuple[Source, ...] = ()

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def _scales(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _terms(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    def question(self, question_id: str) -> Question | None:
        """Return the question with this id, or None."""
        return self._questions.get(question_id)

    def source(self, source_id: str) -> Source:
        """Return a source; the loader has made sure that every id in use is there."""
        return self._sources[source_id]

    def term(self, term_id: str) -> Term:
        """Return a term; the loader has made sure that every id in use is there."""
        return self._terms[term_id]

    def scale(self, question: Question) -> Scale | None:
        """Return the scale that a question uses, or None for a question without options."""
        return self._scales[question.scale] if question.scale else None

    def in_section(self, section: Section) -> list[Question]:
        """Return the questions of a section in official order."""
        return [question for question in self.questions if question.section == section.id]

    def is_open(self, today: date) -> bool:
        """Say whether responses are still taken on `today`, a day in the consultation's own time zone."""
        return self.dates.opened <= today <= self.dates.closes
