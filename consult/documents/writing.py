"""From typed text to runs that know their script, language and direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from consult.answers.cleaning import clean
from consult.documents.languages import LOCALES, language_of
from consult.documents.model import Direction, Paragraph, Role, Run, Runs
from consult.documents.scripts import OTHER_LETTERS, first_strong
from consult.documents.stretches import stretches

_LTR = Direction.LEFT_TO_RIGHT

LanguageOf = Callable[[str | None], str | None]
"""Gives the language of a script's letters in one text; None asks for Latin letters."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Turns typed text into paragraphs for a document in `language` (a tag such as "en-GB").

    `written_in` is the tag of the language that the person says they wrote in, or None.
    """

    language: str
    written_in: str | None = None

    def paragraph(self, text: str, role: Role = Role.BODY, **more: bool) -> Paragraph:
        """Return one paragraph of `text`, cleaned. `more` is passed on to `Paragraph`."""
        return next(self.paragraphs((text,), role, **more))

    def runs_within(self, text: str, direction: Direction) -> Runs:
        """Return `text`, not cleaned, as runs for a paragraph that runs in `direction`."""
        return _runs(text, direction, self._languages(text))

    def paragraphs(self, texts: tuple[str, ...], role: Role, **more: bool) -> Iterator[Paragraph]:
        """Yield a paragraph for each text. Evidence of language is taken from all of them together.

        A paragraph without a direction of its own (only numbers, say) runs as the one before it.
        """
        cleaned = list(map(cleaned_inside, texts))
        whole = "\n".join(cleaned)
        languages = self._languages(whole)
        direction = first_strong(whole) or _LTR
        for text in cleaned:
            direction = first_strong(text) or direction
            yield Paragraph(_runs(text, direction, languages), role, direction, **more)

    def _languages(self, text: str) -> LanguageOf:
        found: dict[str | None, str | None] = {}

        def language(script: str | None) -> str | None:
            if script not in found:
                found[script] = self._language(text, script)
            return found[script]

        return language

    def _language(self, text: str, script: str | None) -> str | None:
        if self.written_in and script == SCRIPT_OF_LANGUAGE.get(self.written_in):
            tag: str | None = self.written_in
        else:
            tag = language_of(text, script or "Latn")
        return None if tag and LOCALES.get(tag) == self.language else tag


@dataclass(frozen=True, slots=True)
class PackWriter:
    """Turns a pack's texts into runs for a document in `language` (a tag such as "en-GB").

    `pack_language` is the pack's own language, without a region.
    """

    language: str
    pack_language: str

    def runs(self, text: str, *, bold: bool = False, link: str | None = None) -> Runs:
        """Return a text of the pack as runs, marked as the pack's language where the document's is another."""
        own = LOCALES.get(self.pack_language) == self.language
        return (Run(text, bold, None if own else self.pack_language, link=link),)


SCRIPT_OF_LANGUAGE: dict[str, str | None] = dict.fromkeys(LOCALES) | {
    "ar": "Arab", "as": "Beng", "be": "Cyrl", "bg": "Cyrl", "bn": "Beng", "bo": "Tibt", "ckb": "Arab", "dv": "Thaa",
    "el": "Grek", "fa": "Arab", "gu": "Gujr", "he": "Hebr", "hi": "Deva", "hy": "Armn", "ja": "Hani", "ka": "Geor",
    "km": "Khmr", "kn": "Knda", "ko": "Hani", "lo": "Laoo", "mk": "Cyrl", "ml": "Mlym", "mr": "Deva", "my": "Mymr",
    "ne": "Deva", "or": "Orya", "pa": "Guru", "ps": "Arab", "ru": "Cyrl", "sd": "Arab", "si": "Sinh", "sr": "Cyrl",
    "syr": "Syrc", "ta": "Taml", "te": "Telu", "th": "Thai", "uk": "Cyrl", "ur": "Arab", "yi": "Hebr", "zh": "Hani",
}  # fmt: skip
"""The script that each language is written in; None is Latin."""


def cleaned_inside(text: str) -> str:
    """Return part of a longer text, cleaned, with the white space at its ends, which is inside the longer one."""
    # Whatever cleaning takes out is not printable, and asking that costs a tenth of cleaning.
    if text.replace("\n", "").isprintable():
        return text
    return clean(f"|{text}|").text[1:-1]


def _runs(text: str, direction: Direction, languages: LanguageOf) -> Runs:
    if text.isascii() or not OTHER_LETTERS.search(text):
        return (Run(text, language=languages(None), direction=None if direction is _LTR else _LTR),)
    return tuple(
        Run(
            "".join(stretch.parts),
            language=languages(stretch.script) if stretch.letters else None,
            script=stretch.script,
            direction=None if stretch.direction is direction else stretch.direction,
        )
        for stretch in stretches(text, direction)
    )
