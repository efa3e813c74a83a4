"""Answers one at a time, for pasting into the official form on the web."""

from __future__ import annotations

from dataclasses import dataclass

from consult.answers.cleaning import clean
from consult.answers.path import Path
from consult.answers.sheet import AnswerSheet
from consult.packs.model import Pack


@dataclass(frozen=True, slots=True)
class PasteItem:
    """One answer: the question's number, id and words, the option to pick (or None), and the text to paste.

    `text` is exactly what the person wrote; `length` is its number of characters (Unicode code points, each line
    end as one), which is what most forms count.
    """

    number: int
    question_id: str
    wording: str
    chosen: str | None
    text: str
    length: int


def paste_items(pack: Pack, sheet: AnswerSheet) -> tuple[PasteItem, ...]:
    """Return the answered questions in official order."""
    path = Path(pack, sheet)
    items: list[PasteItem] = []
    for question in path.answered():
        shown = path.shown(question)
        text = clean(sheet.answer(question.id).text).text if shown.paragraphs else ""
        wording = question.wording.text
        items.append(PasteItem(question.number, question.id, wording, shown.chosen, text, len(text)))
    return tuple(items)
