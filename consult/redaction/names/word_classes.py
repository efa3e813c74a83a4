"""What a single word may be: nobody's name, an ordinary word that is a name too, or a word that nobody knows."""

from __future__ import annotations

import re
from enum import Enum, auto

from consult.redaction.names.known_bodies import BODIES
from consult.redaction.names.known_places import places
from consult.redaction.names.known_words import PROPER
from consult.redaction.names.name_cues import SMALL_WORDS
from consult.redaction.names.names_too import EASILY_WORDS, NAMES_TOO
from consult.redaction.names.vocabulary import vocabulary
from consult.redaction.names.word_sets import word_set

# Endings that names of no people have: they excuse slips of the finger and words too new for the vocabulary.
# Not "-ing" or "-ed", in which Xiaoling and Mohamed end.
_WORDLIKE = re.compile(
    r"(?:tion|sion|ment|ness|ance|ence|able|ible|ised|ized|ology|ism|less)s?$|(?:ists|ians|ishes)$"
)
_LONG_ENOUGH = 7
# A capital within a word: a product ("NeoFace"), unless after a prefix that names have.
_INNER_CAPITAL = re.compile(r"(?!(?:Mc|Mac|O'|D'|De|Di|Du|La|Le|Fitz|N'|Ní|St|Van|Al-|El-))[A-Z]?[a-z]{1,10}[A-Z]")
# "Noooo!"
_CRY = re.compile(r"(.)\1\1")
_LONGEST_SHORT_FORM = 5


class Class(Enum):
    """How much a word says of a person, the most first."""

    UNKNOWN = auto()
    """In no vocabulary: with a capital, a name as far as anybody can tell."""
    NAME_TOO = auto()
    """A word that is a name too."""
    EASILY_WORD = auto()
    """A word that is a name too, but often has a capital for other reasons."""
    PLACE = auto()
    PROPER = auto()
    """A proper noun that is nobody's name."""
    PLAIN = auto()


_HUNG_ON = word_set("style type like led based free only wide related run owned born bred minded speaking funded")
"""What is hung on a proper noun with a dash ("Babylon-style")."""
_NAMELIKE = frozenset({Class.UNKNOWN, Class.NAME_TOO, Class.EASILY_WORD})


class Classes:
    """The classes of words, each looked up once for a text. Nothing is kept longer: they are somebody's words."""

    def __init__(self, subject: frozenset[str]) -> None:
        self._subject = subject
        self._known: dict[tuple[str, bool], Class] = {}

    def of(self, word: str, *, welsh: bool) -> Class:
        """Return the class of a word as it is written."""
        kind = self._known.get((word, welsh))
        if kind is None:
            kind = self._known[word, welsh] = word_class(word, welsh=welsh, subject=self._subject)
        return kind


def word_class(word: str, *, welsh: bool, subject: frozenset[str]) -> Class:
    """Return the class of a word as it is written; `subject` are the consultation's own, in small letters."""
    lower = word.lower()
    if (
        lower in SMALL_WORDS
        or lower.endswith("n't")
        or lower.partition("'")[0] in SMALL_WORDS
        or _CRY.search(lower)
    ):
        return Class.PLAIN
    kind = _known_class(word, lower, welsh=welsh, subject=subject)
    if lower in NAMES_TOO and kind is not Class.UNKNOWN:
        return Class.EASILY_WORD if lower in EASILY_WORDS or kind is Class.PROPER else Class.NAME_TOO
    return kind


def _known_class(word: str, lower: str, *, welsh: bool, subject: frozenset[str]) -> Class:
    if lower in places():
        return Class.PLACE
    if lower in PROPER or lower in BODIES or lower in subject or _INNER_CAPITAL.match(word):
        return Class.PROPER
    if is_ordinary(lower, welsh=welsh):
        return Class.PLAIN
    return _compound(word, welsh=welsh, subject=subject) if "-" in word else Class.UNKNOWN


def is_ordinary(lower: str, *, welsh: bool) -> bool:
    """Say whether a word in small letters is one of the language's, or nearly looks like one."""
    if len(lower) >= _LONG_ENOUGH and _WORDLIKE.search(lower):
        return True
    stem = lower.partition("'")[0] if welsh else lower
    for language in ("en", "cy") if welsh else ("en",):
        words = vocabulary(language)
        if lower in words or stem in words or (lower.endswith("s") and lower[:-1] in words):
            return True
    return False


def is_short_form(word: str) -> bool:
    """Say whether a word in capitals among others is an abbreviation, such as "ULEZ" or "MPs"."""
    bare = word.removesuffix("s")
    return len(bare) > 1 and bare.isupper() and len(bare) <= _LONGEST_SHORT_FORM


def _compound(word: str, *, welsh: bool, subject: frozenset[str]) -> Class:
    """Return the class of "Smith-Barker", "Body-worn" or "Dyfed-Powys" by their parts."""
    parts = [part for part in word.split("-") if part]
    classes = [word_class(part, welsh=welsh, subject=subject) for part in parts]
    if not word.islower() and any(part.lower() in _HUNG_ON for part in parts[1:]):
        return Class.PLAIN
    if not word.islower() and any(
        part[0].islower() and each is Class.PLAIN for part, each in zip(parts, classes, strict=True)
    ):
        return Class.PLAIN
    if not _NAMELIKE.isdisjoint(classes):
        return Class.UNKNOWN
    return Class.PLACE if Class.PLACE in classes else Class.PLAIN
