"""Answers for pasting into the official form."""

from __future__ import annotations

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.pasting import PasteItem, paste_items
from consult.packs.model import Pack


def test_items_come_in_official_order_with_the_very_text(pack: Pack, sheet: AnswerSheet) -> None:
    first, second, third = paste_items(pack, sheet)
    text = "First line.\nSecond line.\n\nA second paragraph."
    assert first == PasteItem(1, "q1", pack.questions[0].wording.text, "Agree", text, len(text))
    assert (second.number, second.chosen, second.text, second.length) == (2, "Disagree", "", 0)
    assert (third.number, third.chosen) == (3, None)


def test_length_counts_characters_not_bytes(pack: Pack) -> None:
    sheet = AnswerSheet(pack.id, pack.version, {"q3": Answer(None, "né 🏳️‍🌈\r\n\x00x")})
    (item,) = paste_items(pack, sheet)
    assert item.text == "né 🏳️‍🌈\nx"
    assert item.length == len(item.text)


def test_nothing_answered_gives_nothing(pack: Pack) -> None:
    assert paste_items(pack, AnswerSheet(pack.id, pack.version)) == ()
