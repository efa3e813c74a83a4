"""What would give a person away: in their document if they leave it there, and never in what they leave behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from gettext import NullTranslations
from hashlib import sha256

from consult.answers.path import Path, kind_of, options_of
from consult.answers.sheet import Answer, AnswerSheet
from consult.packs.model import Pack, Question
from consult.redaction import Found, Risk, kind_words, mask, risks, typed_details
from consult.store.mixing.submissions import Comment, Submission
from consult.web.redacting import as_kept, redactor, sources_named


@dataclass(frozen=True)
class Piece:
    """A stretch of a person's words; `detail` says what it would give away, and is empty for the rest."""

    text: str
    detail: str = ""


@dataclass(frozen=True)
class Preview:
    """A question's words as they would be kept, what was found in those that were typed, and what to look at again.

    `text` is the same whatever the language of the pages. `details` and the pieces' have that language.
    """

    question: Question
    text: str
    taken_out: int
    """How many details were taken out of `text`."""
    pieces: tuple[Piece, ...]
    details: tuple[str, ...]
    tells_when_or_where: bool
    tells_of_one_person: bool

    def paragraphs(self) -> list[list[Piece]]:
        """Return the words as they were written, parted as the document parts them."""
        made: list[list[Piece]] = [[]]
        for piece in self.pieces:
            for place, text in enumerate(piece.text.split("\n\n")):
                if place:
                    made.append([])
                made[-1].append(replace(piece, text=text.strip("\n") if not piece.detail else text))
        return [pieces for pieces in made if any(piece.text.strip() for piece in pieces)]


def previews(pack: Pack, sheet: AnswerSheet, words: NullTranslations) -> list[Preview]:
    """Return the words of every answer that has some, marked and masked, in official order."""
    return [_preview(pack, question, text, words) for question, text in _words_of(pack, sheet)]


def _preview(pack: Pack, question: Question, text: str, words: NullTranslations) -> Preview:
    found, seen = redactor(pack).find(text), risks(text)
    kept = as_kept(pack, text, found)
    return Preview(
        question,
        text=kept.text,
        taken_out=kept.taken_out,
        pieces=tuple(_pieces(text, found, words)),
        details=tuple(kind_words(each.kind, words) for each in found),
        tells_when_or_where=bool(seen - {Risk.ONLY_ONE}),
        tells_of_one_person=Risk.ONLY_ONE in seen,
    )


def _words_of(pack: Pack, sheet: AnswerSheet) -> Iterator[tuple[Question, str]]:
    for question in pack.questions:
        text = kind_of(question).comment(sheet.answer(question.id))
        if text:
            yield question, text


def _pieces(text: str, found: list[Found], words: NullTranslations) -> Iterator[Piece]:
    at = 0
    for each in found:
        yield Piece(text[at : each.start])
        yield Piece(text[each.start : each.end], kind_words(each.kind, words))
        at = each.end
    yield Piece(text[at:])


def for_document(pack: Pack, sheet: AnswerSheet, words: NullTranslations) -> AnswerSheet:
    """Return the answers as the document has them: without the details that the person chose to take out."""
    for question, text in _words_of(pack, sheet):
        if question.id in sheet.masked:
            answer = Answer(sheet.answer(question.id).choice, mask(text, redactor(pack).find(text), words))
            sheet = sheet.with_answer(question.id, answer)
    return sheet


def naming_the_writer(pack: Pack, sheet: AnswerSheet, typed: list[str]) -> list[Question]:
    """Return the questions whose answers hold what was typed for the document. Nothing of it is kept."""
    return [question for question, text in _words_of(pack, sheet) if typed_details(text, typed)]


def comments(pack: Pack, sheet: AnswerSheet, words: NullTranslations, language: str) -> dict[str, Comment]:
    """Return the masked words by question id: exactly those that `previews` shows."""
    return {each.question.id: Comment(each.text, language) for each in previews(pack, sheet, words)}


def mark_of(words: Iterable[str]) -> str:
    """Return what stands for these words in a form: another mark, other words."""
    return sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()


def submission(pack: Pack, sheet: AnswerSheet, comments: Mapping[str, Comment], language: str) -> Submission:
    """Return what goes to the inbox: no name, no contact, no time. `language` is that of the person's pages.

    Which of the pack's sources a person names is counted only where their words are shared too.
    """
    path = Path(pack, sheet)
    counted = {
        question.id: kind_of(question).counted(sheet.answer(question.id), options_of(pack, question))
        for question in path.answered()
    }
    asked = {question.id: {option.id for option in question.options} for question in path.about_questions()}
    return Submission(
        campaign=sheet.campaign or pack.id,
        choices={question: option for question, option in counted.items() if option},
        comments=dict(comments),
        attributes={key: value for key, value in sheet.about.items() if value in asked.get(key, set())},
        pack_version=pack.version,
        language=language,
        cited=sources_named(pack, (text for _question, text in _words_of(pack, sheet)))
        if comments
        else frozenset(),
    )
