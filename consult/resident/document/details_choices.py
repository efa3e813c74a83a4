"""What there is to choose from on the download page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import get_translations
from flask_babel import gettext as _

from consult.documents.details import Capacity, Confidentiality
from consult.documents.faces import FACES
from consult.web.languages import LANGUAGES

OWN_NAMES = {
    "en": "English", "cy": "Cymraeg", "de": "Deutsch", "es": "Español", "fr": "Français", "it": "Italiano",
    "lt": "Lietuvių", "hu": "Magyar", "pl": "Polski", "pt": "Português", "ro": "Română", "so": "Soomaali",
    "tr": "Türkçe", "el": "Ελληνικά", "bg": "Български", "ru": "Русский", "sr": "Српски", "uk": "Українська",
    "ka": "ქართული", "he": "עברית", "yi": "ייִדיש", "ar": "العربية", "fa": "فارسی", "ckb": "کوردیی ناوەندی",
    "ps": "پښتو", "sd": "سنڌي", "ur": "اردو", "ne": "नेपाली", "mr": "मराठी", "hi": "हिन्दी", "bn": "বাংলা",
    "pa": "ਪੰਜਾਬੀ", "gu": "ગુજરાતી", "ta": "தமிழ்", "te": "తెలుగు", "ml": "മലയാളം", "si": "සිංහල", "th": "ไทย",
    "zh": "中文", "ko": "한국어", "ja": "日本語",
}  # fmt: skip
"""The languages to say one wrote in, by tag, each under the name that its speakers give it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. `language` is that of the label where it is not the page's."""

    value: str
    label: str
    hint: str = ""
    language: str = ""


def known(value: str | None, choices: Sequence[Choice]) -> str:
    """Return a value that is one of the choices; the first of them in place of any other."""
    values = [choice.value for choice in choices]
    return value if value is not None and value in values else values[0]


def capacities() -> list[Choice]:
    """Return for whom a response can speak."""
    return [
        Choice(Capacity.INDIVIDUAL.value, _("Me, as a person")),
        Choice(Capacity.ORGANISATION.value, _("An organisation")),
    ]


def confidentialities() -> list[Choice]:
    """Return what can be asked about confidentiality; saying nothing comes first."""
    return [
        Choice("", _("Say nothing about it")),
        Choice(Confidentiality.NOT_ASKED.value, _("No, I do not ask for that")),
        Choice(Confidentiality.ASKED.value, _("Yes, I ask for that")),
    ]


def faces() -> list[Choice]:
    """Return the kinds of file."""
    words = get_translations()
    hints = {
        "docx": _("Most computers and phones can open it."),
        "odt": _("For LibreOffice and the like. The Government's own standard."),
        "txt": _("Only the words."),
        "eml": _("Opens as a new email. Look at who gets it, then press send."),
    }
    return [Choice(face.key, face.named(words), hints[face.key]) for face in FACES.values()]


def document_languages(first: str) -> list[Choice]:
    """Return the languages of the document's own words, `first` first."""
    codes = sorted(LANGUAGES, key=lambda code: code != first)
    return [Choice(code, LANGUAGES[code], language=code) for code in codes]


def written_in() -> list[Choice]:
    """Return the languages that a person can say they wrote in; leaving it to the letters comes first."""
    named = [Choice(tag, name, language=tag) for tag, name in OWN_NAMES.items()]
    return [Choice("", _("Let the site find out")), *named]
