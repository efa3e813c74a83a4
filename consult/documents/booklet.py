"""The whole consultation as a blank form for paper: for a meeting, or for someone without a computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from gettext import NullTranslations

from consult.answers.path import kind_of, options_of
from consult.documents.answering import asked
from consult.documents.citing import web_address
from consult.documents.form_code import form_code
from consult.documents.languages import LOCALES
from consult.documents.model import (
    AnswerSpace,
    Block,
    BulletList,
    DefinitionTable,
    Document,
    Edition,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    TickBoxes,
)
from consult.documents.naming import form_stem, long_day
from consult.documents.writing import PackWriter
from consult.packs.model import Pack, Question

OPEN_LINES, REASONS_LINES = 16, 12
"""Ruled lines for an open question, and for the reasons behind a choice."""


def build_blank_form(
    pack: Pack,
    *,
    on: date,
    words: NullTranslations,
    language: str,
    large_print: bool = False,
    pack_language: str = "en",
) -> Document:
    """Return the blank form as it stands on a day, `on`: after the closing day it says so.

    `language` ("en" or "cy") is that of `words`; `pack_language` that of the pack's texts. The form's code, which
    `form_code.pack_of_code` reads, stands on its first page and at the head of every other.
    """
    locale = LOCALES[language]
    official = PackWriter(locale, pack_language)
    form = _Form(pack, official, words, language)
    code = words.gettext("Form code: %(code)s") % {"code": form_code(pack)}
    return Document(
        title=pack.document_title,
        language=locale,
        stem=form_stem(pack),
        running_title=(*official.runs(pack.short_title), Run(f" – {code}")),
        page_label=words.gettext("Page %(page)s of %(pages)s"),
        blocks=(*form.front(on), *form.questions(), *form.back()),
        edition=Edition.LARGE if large_print else Edition.STANDARD,
    )


class _Form:
    def __init__(self, pack: Pack, official: PackWriter, words: NullTranslations, language: str) -> None:
        self._pack = pack
        self._official = official
        self._words = words
        self._language = language

    def front(self, on: date) -> Iterator[Block]:
        """Yield the title, the facts, and how to fill the form in, the licence line."""
        words, pack = self._words, self._pack
        yield Heading(0, self._official.runs(pack.document_title))
        yield Paragraph((Run(words.gettext("A blank form to fill in by hand")),), Role.SUBTITLE)
        yield Heading(1, (Run(words.gettext("About this form")),))
        yield self._said(
            words.ngettext(
                "This form has the one question of the consultation. It comes from an independent guide and is not"
                " an official form.",
                "This form has all %(count)s questions of the consultation. It comes from an independent guide and"
                " is not an official form.",
                len(pack.questions),
            )
            % {"count": len(pack.questions)}
        )
        is_closed = on > pack.dates.closes
        yield self._facts(() if is_closed else self._replies())
        if is_closed:
            yield from self._closed()
        yield Heading(1, (Run(words.gettext("How to fill it in")),))
        yield BulletList(tuple(map(self._said, self._advice())))
        yield Paragraph(self._official.runs(pack.licence))

    def questions(self) -> Iterator[Block]:
        """Yield every section with its questions, each with its boxes and room to write."""
        for section in self._pack.sections:
            questions = self._pack.in_section(section)
            if questions:
                yield Heading(1, self._official.runs(section.title))
            for question in questions:
                yield from self._question(question)

    def back(self) -> Iterator[Block]:
        """Yield what a helper may leave behind, then the part about the person, which only a sender needs."""
        words = self._words
        yield from self._consent()
        yield Heading(1, (Run(words.gettext("About you")),))
        yield self._said(
            words.gettext(
                "Fill this in only if you send this form yourself: a response without a name or a way to reach you"
                " may not be counted. Leave it blank if someone types your answers in for you."
            )
        )
        for label, lines in (
            (words.gettext("Your name"), 1),
            (words.gettext("Your email or postal address"), 3),
            (words.gettext("Your organisation and your role in it, if you respond for one"), 2),
        ):
            yield Paragraph((Run(label),), Role.PROMPT)
            yield AnswerSpace(lines)

    def _consent(self) -> Iterator[Block]:
        words = self._words
        choices = (
            words.gettext(
                "Counts only: the answers I ticked, the questions I answered, and what I said about me."
                " Not my words, name or address"
            ),
            words.gettext("Counts and my words"),
            words.gettext("Nothing"),
        )
        yield Heading(1, (Run(words.gettext("If someone types this in for you")),))
        told = words.gettext(
            "You choose what they may share without your name. If you tick no box, they share nothing."
        )
        yield Paragraph((Run(told),), keep_with_next=True)
        yield Paragraph((Run(words.gettext("What may be shared?")),), Role.PROMPT)
        yield TickBoxes(tuple((Run(choice),) for choice in choices))

    def _closed(self) -> Iterator[Block]:
        yield Heading(1, (Run(self._words.gettext("The consultation has closed")),))
        yield Paragraph((Run(self._words.gettext("Your answers can still be of use:")),), keep_with_next=True)
        yield BulletList(tuple(Paragraph(self._official.runs(use)) for use in self._pack.still_useful))
        yield Paragraph((Run(self._words.gettext("While it was open, responses went here:")),), keep_with_next=True)
        # The form on the web is left out: what it leads to now takes no responses.
        yield BulletList(tuple(Paragraph(value) for _, value in self._addressees() if value[0].text))

    def _facts(self, replies: Iterable[tuple[str, Runs]]) -> DefinitionTable:
        words, pack, official = self._words, self._pack, self._official
        facts: list[tuple[str, Runs]] = [
            (words.gettext("Form code"), (Run(form_code(pack), bold=True),)),
            (words.gettext("Published by"), official.runs(pack.body)),
            (words.gettext("Reference"), official.runs(pack.reference or "")),
            (words.gettext("Opened"), (Run(long_day(pack.dates.opened, self._language)),)),
            (words.gettext("Closing day"), (Run(long_day(pack.dates.closes, self._language)),)),
            (words.gettext("Official page"), self._linked(pack.title, pack.official_page)),
            *replies,
        ]
        rows = tuple(Row((Run(label),), Paragraph(value)) for label, value in facts if value and value[0].text)
        header = (words.gettext("Item"), words.gettext("Details"))
        return DefinitionTable(words.gettext("About this form"), header, rows)

    def _replies(self) -> Iterator[tuple[str, Runs]]:
        words = self._words
        yield from self._addressees()
        official_form = words.gettext("Official form")
        yield words.gettext("On the web"), self._linked(official_form, self._pack.replies.online_form)

    def _addressees(self) -> Iterator[tuple[str, Runs]]:
        words, official, replies = self._words, self._official, self._pack.replies
        yield words.gettext("Responses go to"), official.runs(replies.to)
        yield words.gettext("By email"), (Run(replies.email or ""),)
        yield words.gettext("By post"), official.runs(replies.postal_address or "")

    def _linked(self, text: str, address: str | None) -> Runs:
        target = web_address(address or "")
        return (*self._official.runs(text, link=target), Run(f": {target}")) if target else ()

    def _advice(self) -> tuple[str, ...]:
        words = self._words
        return (
            words.gettext("Answer as many or as few questions as you like, in any order and in any language."),
            words.gettext("Where there are boxes, tick one. You can also leave them all empty."),
            words.gettext(
                "If you need more room, use another sheet. Write the form code and the question's number on it."
            ),
            words.gettext(
                "Someone can type your answers in later, under the same numbers. The form code tells them which"
                " form you had."
            ),
        )

    def _question(self, question: Question) -> Iterator[Block]:
        words, pack = self._words, self._pack
        yield from asked(pack, question, self._official, words=words, language=self._language)
        ours = words.gettext("In plain words (ours, not official):")
        yield Paragraph((Run(f"{ours} "), *self._official.runs(question.gloss)), Role.NOTE, keep_with_next=True)
        kind = kind_of(question)
        if kind.has_options:
            options = tuple(self._official.runs(option.label) for option in options_of(pack, question))
            yield TickBoxes(options, keep_with_next=kind.has_text)
        if kind.has_text:
            yield Paragraph(self._prompt(question), Role.PROMPT)
            yield AnswerSpace(REASONS_LINES if kind.has_options else OPEN_LINES)

    def _prompt(self, question: Question) -> Runs:
        scale = self._pack.scale(question)
        if scale is None:
            return (Run(self._words.gettext("Your answer:")),)
        return self._official.runs(scale.reasons_prompt)

    def _said(self, text: str) -> Paragraph:
        return Paragraph((Run(text),))
