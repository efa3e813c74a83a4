"""A campaign's statement for the body that consults: one page, and nothing in it that is not so."""

from __future__ import annotations

from collections.abc import Iterator

from consult.documents.languages import LOCALES
from consult.documents.model import Block, BulletList, Document, Heading, Paragraph, Role, Run
from consult.documents.writing import PackWriter, Writer
from consult.packs.model import Question
from consult.results.exports.campaign_words import numbered, offered_first, whose, with_points
from consult.results.exports.material import Material
from consult.results.exports.written import Written, written
from consult.results.phrases import count_text, notes


def statement(material: Material) -> Document:
    """Return the statement. Reads every comment once, to find texts that are alike."""
    say, title = material.words.gettext, material.words.gettext("Statement of a campaign")
    locale = LOCALES[material.language]
    return Document(
        title=title,
        language=locale,
        stem=material.campaign,
        running_title=PackWriter(locale, "en").runs(material.pack.short_title),
        page_label=say("Page %(page)s of %(pages)s"),
        blocks=(
            Heading(0, (Run(title),)),
            Paragraph(PackWriter(locale, "en").runs(material.pack.document_title), Role.SUBTITLE),
            *_whose(material, Writer(locale)),
            *_blocks(material, Writer(locale)),
        ),
    )


def _whose(material: Material, writer: Writer) -> Iterator[Block]:
    """Yield whose campaign it is in one paragraph, as there is one page only."""
    if lines := whose(material):
        yield writer.paragraph(" ".join(f"{line.rstrip('.')}." for line in lines))


def _blocks(material: Material, writer: Writer) -> Iterator[Block]:
    say = material.words.gettext
    parts = (
        (say("Who used it"), _who(material)),
        (say("What they were offered"), _offered(material)),
        (say("How alike the texts are"), _alike(material, written(material))),
    )
    for title, texts in parts:
        yield Heading(1, (Run(title),))
        yield BulletList(tuple(writer.paragraph(text) for text in texts))
    yield writer.paragraph(notes(material.pack, material.words).method, Role.STATUS)


def _who(material: Material) -> list[str]:
    say = material.words.gettext
    campaign = say("The campaign “%(campaign)s” offered a website on which people write their own response.")
    shared = say(
        "Responses that were shared with the campaign: %(count)s. Only these can be counted: nothing is kept of "
        "people who used the website and shared nothing."
    )
    sent = say("Nothing shows how many of them sent their response to you. Each sends it, or not, by themselves.")
    count = count_text(material.results.responses, material.words)
    return [campaign % {"campaign": material.title}, shared % {"count": count}, sent]


def _offered(material: Material) -> list[str]:
    """Return what was offered beside the questions: only the points that the campaign shows are said to be."""
    say, questions = material.words.gettext, with_points(material)
    supporters = sum(len(question.guide.supporters) for question in questions)
    critics = sum(len(question.guide.critics) for question in questions)
    beside = say(
        "Beside the official questions: short points of supporters (%(supporters)s) and of critics (%(critics)s), "
        "each with its source and with equal room, and questions to think about."
    )
    none = say("The points of supporters and critics that this website has were not shown.")
    points = beside % {"supporters": supporters, "critics": critics} if questions else none
    where = " ".join(filter(None, (_where(material, questions), _first(material))))
    never = say("No text to copy, no suggested answer, and no help from a program in writing one.")
    return [points, *filter(None, [where]), never]


def _where(material: Material, questions: list[Question]) -> str:
    """Return on which questions points were shown, as far as that is kept: settings can change on the way."""
    if not questions:
        return ""
    if len(questions) == len(material.pack.questions):
        return material.words.gettext("By the campaign's latest settings, points were shown on every question.")
    shown = material.words.ngettext(
        "By the campaign's latest settings, points were shown on question %(numbers)s.",
        "By the campaign's latest settings, points were shown on questions %(numbers)s.",
        len(questions),
    )
    return shown % {"numbers": numbered(questions, material)}


def _first(material: Material) -> str:
    questions = offered_first(material)
    if not questions:
        return ""
    first = material.words.ngettext(
        "This question was offered first: %(numbers)s.",
        "These questions were offered first: %(numbers)s.",
        len(questions),
    )
    return first % {"numbers": numbered(questions, material)}


def _alike(material: Material, found: Written) -> list[str]:
    say, words = material.words.gettext, material.words
    texts = say("Texts that people wrote, counting each question: %(count)s.")
    same = say("Of these, word for word the same as another on the same question: %(count)s.")
    nearly = say("The same or nearly the same as another, sharing most of their runs of three words: %(count)s.")
    return [
        texts % {"count": count_text(found.texts, words)},
        same % {"count": count_text(found.same, words)},
        nearly % {"count": count_text(found.nearly, words)},
    ]
