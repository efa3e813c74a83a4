"""Names that say of themselves that they are names: after a title, a rank or an introduction.

Names are not found in general, and nothing here pretends to. A list of names, or a model trained on them, finds the
names of some groups better than those of others. A title or "my name is" works alike for every name in any script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consult.redaction.found import Found, Kind
from consult.redaction.names.name_words import DESCRIPTIONS, EVERYDAY, NAMES_TOO, NEVER_NAMES, NOT_NAMES
from consult.redaction.names.public_people import is_public
from consult.redaction.names.word_sets import word_set

# A word of a name in any script: a letter, then anything but white space and the marks that end a word.
_WORD = re.compile(r"[^\W\d_][^\s\d,;:!?()\[\]{}\"“”„«»<>/\\|@#*&=+…،؛؟।_]{0,40}")
_JOINT = re.compile(r"[ ]{1,2}")
_PARTICLES = word_set(
    """
    al ap ab bin bint ibn da das de del della den der di do dos du el ferch la las le los mac mc o st ter van
    von y zu
    """
)
_MOST_WORDS = 5
_MOST_SMALL_WORDS = 2

_PC_NUMBER = r"(?:[ ]{1,2}(?:\d{2,6}[ ]?[A-Z]{0,2}|[A-Z]{1,2}\d{2,5}))?"
_TITLE = re.compile(
    r"(?<![\w'])(?:(?i:ms|dr|prof|professor|rev|revd|reverend|cllr|councillor|athro|parch|parchedig|cyng|cynghorydd|"
    r"police constable|police officer|constable|sergeant|sgt|inspector|insp|superintendent|supt|commander|cwnstabl|"
    r"heddwas|rhingyll|arolygydd|imam|rabbi|pastor|captain)|"
    rf"Miss|MISS|Sir|Dame|Officer|Detective|Swyddog|T/?PC|W?PC|Pc|pc|PCSO|SCCH|PS|DC|DS|DI|DCI|DSgt){_PC_NUMBER}"
    r"(?:\.|(?!\w))[ ]{0,2}(?!\s)"
)
# After these a name follows even when it is typed in small letters.
_SURE_TITLE = re.compile(r"(?<![\w'])(?:mr|mrs|mx)(?:\.|(?!\w))[ ]{0,2}(?!\s)", re.IGNORECASE)
_INTRODUCTION = re.compile(
    r"(?<![\w'])(?:(?:my|his|her|their|our|whose|officer's)[ ](?:full[ ]|real[ ]|first[ ]|last[ ]|sur)?name"
    r"(?:[ ]is|'s|[ ]was)|(?:full[ ]|first[ ]|last[ ]|sur)?name[ ]?:|signed[ ]?[:,]|"
    r"(?:fy|ei|eu)[ ]h?enw(?:[ ]llawn)?(?:[ ](?:i|o|hi|e))?[ ](?:yw|ydy|ydi|oedd)|enw(?:[ ]llawn)?[ ]?:|o'r[ ]enw|"
    r"llofnod[ ]?:)[ ]{1,2}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?<!\w)(?i:my[ ](?:son|daughter|child|husband|wife|partner|brother|sister|mother|father|mum|mam|dad|friend|"
    r"neighbour|uncle|aunt|auntie|cousin|nephew|niece|colleague|boyfriend|girlfriend|flatmate)(?:[ ]is|[ ]was)?"
    r"(?:[ ]called|[ ]named)?|"
    r"fy[ ](?:mab|merch|mhlentyn|ngŵr|ngwraig|mhartner|mrawd|chwaer|mam|nhad|ffrind|nghymydog|ewythr|modryb|"
    r"nghefnder|nghyfnither))(?:,[ ]|[ ]{1,2})"
)
_CLOSING = re.compile(
    r"(?<!\w)(?:yours (?:sincerely|faithfully|truly)|(?:kind |best |warm )?regards|many thanks|best wishes|"
    r"yn gywir|yr eiddoch yn gywir|cofion(?: gorau| cynnes)?)[ ]?[,.]?[ ]?\n{1,3}[ ]{0,4}",
    re.IGNORECASE,
)
_I_AM = re.compile(r"(?<!\w)(?:[Ii][ ]am|[Ii]'?m|[Yy]?[Dd]w[ ]i)[ ]{1,2}")
_YDW_I = re.compile(r"[ ](?:yd|d)w[ ]i(?!\w)")
_LONGEST_BEFORE = 80


def names(text: str) -> Iterator[Found]:
    """Find names after titles, ranks and introductions, in English and Welsh. The title itself is left."""
    yield from (found for found in _after(_TITLE, text, _Manner()) if not is_public(text, found))
    yield from _after(_SURE_TITLE, text, _Manner(small_letters=True))
    yield from _after(_INTRODUCTION, text, _Manner(small_letters=True))
    yield from _after(_CLOSING, text, _Manner())
    yield from _after(_RELATIVE, text, _Manner(plain_words=NOT_NAMES | DESCRIPTIONS))
    yield from _after(_I_AM, text, _Manner(plain_words=NOT_NAMES | DESCRIPTIONS, fewest=2))
    yield from _before(_YDW_I, text, _Manner(plain_words=NOT_NAMES | DESCRIPTIONS, fewest=2))


@dataclass(frozen=True)
class _Manner:
    """How a name is read: the words that are none, whether small letters may make one, how many words it needs."""

    plain_words: frozenset[str] = frozenset()
    small_letters: bool = False
    fewest: int = 1

    def ends(self, word: str, *, is_first: bool) -> bool:
        """Say whether `word` cannot be part of the name. Oliver Brown is one; Black British is none."""
        lower = word.lower()
        if not word or lower in NEVER_NAMES:
            return True
        if word.islower() or (word.isupper() and len(word) > 1):
            return lower in NOT_NAMES or (is_first and lower in self.plain_words)
        return lower in self.plain_words and lower not in NAMES_TOO and (is_first or lower not in EVERYDAY)


def _after(anchor: re.Pattern[str], text: str, manner: _Manner) -> Iterator[Found]:
    for match in anchor.finditer(text):
        span = _name_at(text, match.end(), manner)
        if span:
            yield Found(*span, Kind.NAME)


def _before(anchor: re.Pattern[str], text: str, manner: _Manner) -> Iterator[Found]:
    for match in anchor.finditer(text):
        spans = (_name_at(text, start, manner) for start in _starts_before(text, match.start()))
        span = next((span for span in spans if span and span[1] == match.start()), None)
        if span:
            yield Found(*span, Kind.NAME)


def _starts_before(text: str, end: int) -> list[int]:
    """Return where the last words before `end` begin, the longest stretch of them first."""
    starts, at = [], end
    for _ in range(_MOST_WORDS):
        at = max(text.rfind(white, max(0, end - _LONGEST_BEFORE), at) for white in " \n")
        starts.append(at + 1)
        if at == -1:
            break
    return starts[::-1]


def _name_at(text: str, start: int, manner: _Manner) -> tuple[int, int] | None:
    """Return the span of the name that begins at `start`, or None where none does.

    In small letters it has two words at most. Particles ("van", "bin") may stand before a word, not at the end.
    """
    end, count, small = start, 0, 0
    for place, word in _words(text, start):
        if manner.ends(word, is_first=count == 0):
            break
        if word in _PARTICLES:
            continue
        if word.islower():
            small += 1
            if not manner.small_letters or small > _MOST_SMALL_WORDS or count >= small:
                break
        count += 1
        end = place + len(word)
    return (start, end) if count >= manner.fewest else None


def _words(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the words from `start` on, bare, with their places, while only spaces or initials' dots part them."""
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, start)
        if not match:
            return
        word = match.group().rstrip(".'-")
        bare = word.removesuffix("'s")
        yield start, bare
        stop = start + len(bare)
        joint = _JOINT.match(text, stop + (len(bare) == 1 and text.startswith(".", stop)))
        if not joint:
            return
        start = joint.end()
