"""The answers: each under its official number and words, with the standing of those words; then the rest."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from consult.answers.path import Path
from consult.documents.citing import web_address
from consult.documents.model import Block, Heading, Paragraph, Role, Run, Runs
from consult.documents.naming import long_day
from consult.documents.voice import Voice
from consult.documents.writing import PackWriter, Writer
from consult.packs.model import Pack, Question, WordingStatus


def answers(
    path: Path, writer: Writer, official: PackWriter, *, voice: Voice, words: NullTranslations, language: str
) -> Iterator[Block]:
    """Yield every answered question in official order, then the numbers of the others."""
    answered, unanswered = path.answered(), path.unanswered()
    yield Heading(1, (Run(words.gettext("Answers to the questions")),))
    if not answered:
        yield Paragraph((Run(voice.answered_nothing),))
    for question in answered:
        yield from asked(path.pack, question, official, words=words, language=language)
        yield from _answered(path, question, writer, official, voice=voice)
    if unanswered:
        yield Heading(1, (Run(words.gettext("Questions left blank")),))
        numbers = ", ".join(str(question.number) for question in unanswered)
        yield Paragraph((Run(voice.unanswered % {"numbers": numbers}),))


def asked(
    pack: Pack, question: Question, official: PackWriter, *, words: NullTranslations, language: str
) -> Iterator[Block]:
    """Yield a question as it is asked: its number as a heading, its words, and the standing of those words."""
    yield Heading(2, (Run(words.gettext("Question %(number)s") % {"number": question.number}),))
    yield Paragraph(official.runs(question.wording.text, bold=True), Role.WORDING)
    standing = _standing(pack, question, official, words=words, language=language)
    yield Paragraph((*standing, Run(" "), *_official_text(pack, question, words)), Role.STATUS)


def _answered(
    path: Path, question: Question, writer: Writer, official: PackWriter, *, voice: Voice
) -> Iterator[Block]:
    shown = path.shown(question)
    if shown.chosen:
        before, _, after = voice.answer.partition("%(option)s")
        option = official.runs(shown.chosen, bold=True)
        around = (Run(before, bold=True), *option, *((Run(after, bold=True),) if after else ()))
        yield Paragraph(around, Role.CHOICE, keep_with_next=bool(shown.paragraphs))
    yield from writer.paragraphs(shown.paragraphs, Role.ANSWER)


def _standing(
    pack: Pack, question: Question, official: PackWriter, *, words: NullTranslations, language: str
) -> Runs:
    """Return how sure we are of the words, and of the options where they stand otherwise."""
    wording = question.wording
    runs = _standing_of_words(pack, question, official, words=words, language=language)
    scale_in_doubt = question.scale and question.scale_status is WordingStatus.UNCHECKED
    if scale_in_doubt and wording.status is not WordingStatus.UNCHECKED:
        runs += (Run(" " + words.gettext("The options have not been checked against it.")),)
    return runs


def _standing_of_words(
    pack: Pack, question: Question, official: PackWriter, *, words: NullTranslations, language: str
) -> Runs:
    wording = question.wording
    if wording.status is WordingStatus.QUOTED and wording.sources:
        sentence = words.gettext("Wording as quoted by %(who)s, not checked against the official document.")
        before, _, after = sentence.partition("%(who)s")
        return (Run(before), *_publishers(pack, question, official), Run(after))
    return (Run(_sentence(question, words, language)),)


def _publishers(pack: Pack, question: Question, official: PackWriter) -> Iterator[Run]:
    """Yield who quoted the words, each once, as a link to where they did."""
    sources = [pack.source(source) for source in question.wording.sources]
    for at, publisher in enumerate(dict.fromkeys(source.publisher for source in sources)):
        if at:
            yield Run(", ")
        addresses = (web_address(source.url or "") for source in sources if source.publisher == publisher)
        yield from official.runs(publisher, link=next(filter(None, addresses), None))


def _sentence(question: Question, words: NullTranslations, language: str) -> str:
    wording = question.wording
    if wording.status is WordingStatus.VERIFIED:
        if wording.checked_on is None:
            return words.gettext("Official wording, checked against the official document.")
        return words.gettext("Official wording, checked against the official document on %(day)s.") % {
            "day": long_day(wording.checked_on, language)
        }
    if wording.status is WordingStatus.QUOTED:
        return words.gettext("Wording as quoted elsewhere, not checked against the official document.")
    return words.gettext("Working wording, not checked against the official document.")


def _official_text(pack: Pack, question: Question, words: NullTranslations) -> Runs:
    # Words that were not checked come from somebody else's page, or from nowhere: never call that official.
    checked = question.wording.source_url if question.wording.status is WordingStatus.VERIFIED else None
    address = web_address(checked or pack.official_document)
    return (Run(words.gettext("Read the official document"), link=address), Run("."))
