"""A response as a document: the consultation, who responds, the answers, and what was left blank.

The order is that of a well-formed consultation response: exact title with reference and dates, who responds and in
what capacity, confidentiality, a summary, the answers under their official numbers and words, the questions left
blank, the sources, and how the document came about. Parts about which nothing was said are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

from consult.answers.path import Path
from consult.answers.sheet import AnswerSheet
from consult.documents.answering import answers
from consult.documents.citing import source
from consult.documents.details import Confidentiality, Details
from consult.documents.languages import LOCALES
from consult.documents.model import Block, BulletList, Document, Edition, Heading, Paragraph, Role, Run, Sending
from consult.documents.naming import last_name, response_stem
from consult.documents.presenting import about_the_consultation, about_the_respondent, capacity_line
from consult.documents.voice import Voice, individual, organisation
from consult.documents.writing import PackWriter, Writer
from consult.packs.model import Pack


def build_response(
    pack: Pack,
    sheet: AnswerSheet,
    details: Details,
    *,
    on: date,
    words: NullTranslations,
    language: str,
    pack_language: str = "en",
) -> Document:
    """Return the response as a document, dated `on`. Never raises for anything that a person can type.

    `language` ("en" or "cy") is that of `words`, the document's own sentences; `pack_language` is that of the
    pack's texts. The answers are in whatever language they show themselves to be in.
    """
    locale = LOCALES[language]
    writer = Writer(locale, details.written_in)
    official = PackWriter(locale, pack_language)
    voice = organisation(words) if details.for_organisation else individual(words)
    path = Path(pack, sheet)
    return Document(
        title=pack.document_title,
        language=locale,
        stem=response_stem(pack, on, surname=last_name(details.name) if details.name_in_file_name else ""),
        running_title=official.runs(pack.short_title),
        page_label=words.gettext("Page %(page)s of %(pages)s"),
        blocks=(
            Heading(0, official.runs(pack.document_title)),
            writer.paragraph(capacity_line(details, words), Role.SUBTITLE),
            *about_the_consultation(pack, official, on=on, words=words, language=language),
            *about_the_respondent(details, writer, words),
            *_confidentiality(details, writer, words, voice),
            *_summary(details, writer, voice),
            *answers(path, writer, official, voice=voice, words=words, language=language),
            *_sources(details, writer, words, voice),
            *_how_it_was_made(pack, details, official, words=words, voice=voice),
        ),
        sending=_sending(pack, details, on=on, words=words, voice=voice),
        edition=Edition.LARGE if details.large_print else Edition.STANDARD,
    )


def confidentiality_law(words: NullTranslations) -> str:
    """Return what the law says about confidentiality: for the document, and for the page where a person chooses."""
    return words.gettext(
        "What the law says: anything sent to a government consultation can be published or disclosed, mainly"
        " under the Freedom of Information Act 2000, the Data Protection Act 2018 and the Environmental"
        " Information Regulations 2004. A request for confidentiality is weighed with its reason but is no"
        " guarantee, and an automatic disclaimer in an email does not count as one."
    )


def _sending(pack: Pack, details: Details, *, on: date, words: NullTranslations, voice: Voice) -> Sending:
    subject = words.gettext("Response to: %(consultation)s") % {"consultation": pack.document_title}
    message = (voice.attached % {"consultation": pack.document_title}, details.name)
    # Nobody takes responses there after the closing day: the person chooses who else is to have it.
    to = pack.replies.email if on <= pack.dates.closes else None
    return Sending(to, subject, tuple(filter(None, message)))


def _confidentiality(details: Details, writer: Writer, words: NullTranslations, voice: Voice) -> Iterator[Block]:
    if details.confidentiality is None:
        return
    yield Heading(1, (Run(words.gettext("Confidentiality")),))
    if details.confidentiality is Confidentiality.NOT_ASKED:
        yield Paragraph((Run(voice.not_confidential),))
        return
    yield Paragraph((Run(voice.confidential, bold=True),), keep_with_next=True)
    if details.confidentiality_reason:
        yield Paragraph((Run(voice.reason),), keep_with_next=True)
        yield from writer.paragraphs((details.confidentiality_reason,), Role.ANSWER)
    yield Paragraph((Run(confidentiality_law(words)),), Role.NOTE)


def _summary(details: Details, writer: Writer, voice: Voice) -> Iterator[Block]:
    if details.summary:
        yield Heading(1, (Run(voice.summary),))
        yield BulletList(tuple(writer.paragraphs(details.summary, Role.BODY)))


def _sources(details: Details, writer: Writer, words: NullTranslations, voice: Voice) -> Iterator[Block]:
    if details.sources:
        yield Heading(1, (Run(voice.sources),))
        yield BulletList(tuple(source(line, writer, words) for line in details.sources))


def _how_it_was_made(
    pack: Pack, details: Details, official: PackWriter, *, words: NullTranslations, voice: Voice
) -> Iterator[Block]:
    yield Heading(1, (Run(words.gettext("About this document")),))
    if details.provenance:
        yield Paragraph((Run(voice.provenance),))
    yield Paragraph(official.runs(pack.licence))
