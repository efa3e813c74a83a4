"""What a person would leave behind: options, coarse facts, and words with personal details taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from consult.answers.citing import cited
from consult.answers.path import Path, kind_of, options_of
from consult.answers.sheet import AnswerSheet
from consult.packs.model import Pack, Question
from consult.redaction import Kind, Risk, find, mask, risks
from consult.store.submissions import Comment, Submission


@dataclass(frozen=True)
class Preview:
    """A question's words as they would be kept, how many details were taken out, and what to look at again."""

    question: Question
    text: str
    taken_out: int
    tells_when_or_where: bool
    tells_of_one_person: bool


def previews(pack: Pack, sheet: AnswerSheet, words: NullTranslations) -> list[Preview]:
    """Return the words of every answer that has some, masked, in official order."""
    made = []
    for question in pack.questions:
        text = kind_of(question).comment(sheet.answer(question.id))
        if text:
            found = find(text)
            seen = risks(text)
            made.append(
                Preview(
                    question,
                    text=mask(text, found, words),
                    taken_out=len(found),
                    tells_when_or_where=bool(seen - {Risk.ONLY_ONE}),
                    tells_of_one_person=Risk.ONLY_ONE in seen,
                )
            )
    return made


def comments(pack: Pack, sheet: AnswerSheet, words: NullTranslations, language: str) -> dict[str, Comment]:
    """Return the masked words by question id: exactly those that `previews` shows."""
    return {each.question.id: Comment(each.text, language) for each in previews(pack, sheet, words)}


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
        cited=cited(pack, _addresses(pack, sheet)) if comments else frozenset(),
    )


def _addresses(pack: Pack, sheet: AnswerSheet) -> Iterator[str]:
    """Yield every web address in the answers."""
    for question in pack.questions:
        text = kind_of(question).comment(sheet.answer(question.id))
        yield from (text[each.start : each.end] for each in find(text) if each.kind is Kind.WEB_ADDRESS)
