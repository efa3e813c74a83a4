"""Writes invented responses to a folder, in three languages and both formats, for `flask documents check`.

`python -m bench.responses FOLDER --count 1000`. Everything in them is made up from a fixed seed.
"""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from gettext import NullTranslations, translation
from itertools import cycle
from pathlib import Path
from random import Random

from consult.answers.sheet import Answer, AnswerSheet
from consult.documents.building import build_response
from consult.documents.details import Capacity, Confidentiality, Details
from consult.documents.faces import FACES
from consult.documents.model import Document
from consult.packs.loading import load_all
from consult.packs.model import Pack

TRANSLATIONS = Path(__file__).parents[1] / "translations"

SENTENCES = {
    "en": (
        "Cameras at our station watched my son on his way home.",
        "In March 2025 I waited 40 minutes before anyone told me why.",
        "I would accept it for serious crime, with a judge's permission, but not for everything.",
        "Our shop has had 12 thefts since May & nobody came; I want this used.",
    ),
    "cy": (
        "Mae angen i'r heddlu egluro pam y maent yn defnyddio'r camerâu hyn.",
        "Nid wyf yn credu bod hyn yn deg i bobl ifanc yn ein tref ni.",
        "Cytunaf, ond dim ond os bydd barnwr wedi rhoi caniatâd o flaen llaw.",
        "Yn 2025 cafodd fy nghymydog ei stopio 3 gwaith heb reswm.",
    ),
    "ur": (
        "پولیس کو یہ بتانا چاہیے کہ وہ یہ کیمرے کیوں استعمال کرتی ہے۔",
        "مارچ 2025 میں مجھے 40 منٹ تک روکا گیا، فون 020 7946 0000 پر کوئی جواب نہیں ملا۔",
        "میں London میں رہتا ہوں اور مجھے ڈر لگتا ہے۔",
        "سنگین جرم کے لیے ٹھیک ہے، مگر ہر چیز کے لیے نہیں۔",
    ),
}

_OFTEN = 0.8


def main() -> None:
    """Write as many responses as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    packs = list(load_all().values())
    chance = Random(2026)  # noqa: S311 - invented answers, not secrets
    turns = zip(range(asked.count), cycle(SENTENCES), cycle(("docx", "odt", "docx", "docx")), strict=False)
    for number, tongue, key in turns:
        document = _response(chance.choice(packs), tongue, chance)
        (asked.folder / f"{number:04}-{tongue}.{key}").write_bytes(FACES[key].render(document))


def _response(pack: Pack, tongue: str, chance: Random) -> Document:
    """Return a response in English, in Welsh, or in an English document with answers in Urdu."""
    language = "cy" if tongue == "cy" else "en"
    sentences = SENTENCES[tongue]
    sheet = AnswerSheet(pack.id, pack.version)
    for question in pack.questions:
        scale = pack.scale(question)
        choice = chance.choice(scale.options).id if scale and chance.random() < _OFTEN else None
        text = chance.choice(("\n\n", "\n", " ")).join(chance.choices(sentences, k=chance.randint(0, 12)))
        sheet = sheet.with_answer(question.id, Answer(choice, text))
    details = Details(
        name=chance.choice(("", "Ama Mensah", "Siân Ŵyn", "عائشہ")),
        contact=chance.choice(("", "ama@example.org", "1 High Street\nLondon")),
        capacity=chance.choice((None, *Capacity)),
        organisation=chance.choice(("", "Street Watch & Co", "مرکز")),
        confidentiality=chance.choice((None, *Confidentiality)),
        confidentiality_reason=chance.choice(("", *sentences)),
        provenance=chance.random() < _OFTEN,
        summary=tuple(chance.choices(sentences, k=chance.randint(0, 5))),
        sources=chance.choice(((), ("A report https://example.org/a?b=1&c=2", "https://example.org", "A book"))),
        large_print=chance.random() > _OFTEN,
    )
    on = date(2025, 12, 4) + timedelta(days=chance.randrange(400))
    return build_response(pack, sheet, details, on=on, words=_words(language), language=language)


def _words(language: str) -> NullTranslations:
    return translation("messages", TRANSLATIONS, [language], fallback=True)


if __name__ == "__main__":
    main()
