"""A text as sentences of words, with what stands between them: what the search for names goes by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from consult.redaction.names.vocabulary import vocabulary
from consult.redaction.names.word_sets import word_set

# What a word may be in any script. What stands in brackets that a mask has left is a wall, not words.
_PIECE = re.compile(
    r"(?P<wall>\[[^\[\]\n]{0,48}(?:removed| )\])"
    r"|(?P<word>(?<![\w@#/])[^\W\d_][^\s\d,;:!?.()\[\]{}\"“”„«»<>/\\|@#*&=+…،؛؟।_]*+(?![\d_@/]))"
)
_SENTENCE_END = re.compile(r"[.!?…।\n]")
_FRESH = re.compile(r"[:;\"“„(•*]|^\s*-|\s[-]\s*$")
_SHORT_FORMS = word_set("dr mr mrs ms st prof rev cllr sgt insp vs v")
_WELSH = word_set(
    """
    y yr yn mae nid ac ar bod dim dw dwi ddim ei eu fe felly fod fy gan ges gyda heb hefyd hi i'r mai mi na neu
    ni oedd ond os pan roedd sydd sy'n wedi wrth wnaeth ydw ydy yng ym yw rwy'n rydw cafodd gafodd dywedodd
    meddai gwelais siaradais gofynnais byddai dylid dylai rhaid yw'r a'r i'n ni'n rwyf hoffwn does dyw gan am
    o'r nad byddwn gallai pawb hyn hon hynny hwn bydd dylai fi wrtha drwy'r nhw rydym mae'r i'w â
    """
)
_WELSH_SHARE = 0.3
_LOUD_SHARE = 0.8
_FEWEST_LOUD = 3
_HEADING_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive ending, its place, and the marks and spaces before and after it."""

    start: int
    end: int
    text: str
    before: str
    after: str
    possessive: bool

    lower: str
    """The word in small letters."""
    is_capital: bool
    """Whether it begins with a capital, also after a particle ("al-Hassan")."""

    @property
    def is_initial(self) -> bool:
        """Whether it is a single capital letter, as in "J. Smith"."""
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_fresh(self) -> bool:
        """Whether a capital means nothing here, as after a colon or an opening quotation mark."""
        return bool(_FRESH.search(self.before))

    @property
    def joins(self) -> bool:
        """Whether only a space parts it from the next word, or a full stop and a space after an initial."""
        return bool(self.after) and not self.after.strip(" .'" if self.is_initial else " '") and not self.possessive


_ARTICLE = re.compile(r"(?:al|el|ul|ad|as|ar|an|at|az|ash|bin|d'|l')-?(?=[^\W\d_])(?-i:[A-ZÀ-Þ])")


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence, and the manner in which it is written."""

    words: Sequence[Word]
    text_is_welsh: bool

    @cached_property
    def is_loud(self) -> bool:
        """Whether it is all in capitals."""
        letters = "".join(word.text for word in self.words)
        return len(self.words) >= _FEWEST_LOUD and sum(map(str.isupper, letters)) > _LOUD_SHARE * len(letters)

    @cached_property
    def is_heading(self) -> bool:
        """Whether most words begin with a capital for no reason of their own."""
        others = [word for word in self.words[1:] if word.lower.partition("'")[0] != "i"]
        return len(others) >= _FEWEST_LOUD and sum(word.is_capital for word in others) > _HEADING_SHARE * len(
            others
        )

    @cached_property
    def is_quiet(self) -> bool:
        """Whether it holds no capital letter, or "I" alone."""
        return not any(word.is_capital and word.text != "I" for word in self.words)

    @cached_property
    def is_welsh(self) -> bool:
        """Whether it is in Welsh, by its small words."""
        return self.text_is_welsh or _is_welsh(self.words)


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of `text`. A line's end ends one, and so does a mask."""
    words = list(_words(text))
    is_welsh = _is_welsh([word for word in words if word])
    sentence: list[Word] = []
    for word in words:
        if word:
            sentence.append(word)
        if sentence and (word is None or _ends(word)):
            yield Sentence(sentence, is_welsh)
            sentence = []
    if sentence:
        yield Sentence(sentence, is_welsh)


def _words(text: str) -> Iterator[Word | None]:
    """Yield the words; None stands for a mask."""
    matches = list(_PIECE.finditer(text))
    ends = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches), len(text)]
    for place, match in enumerate(matches):
        if match["wall"]:
            yield None
            continue
        typed = match.group().rstrip("'-")
        bare = typed[:-2] if typed.endswith(("'s", "'S")) and typed[:-2] else typed
        after = text[match.start() + len(typed) : starts[place + 1]]
        if place + 1 < len(matches) and matches[place + 1]["wall"]:
            after += "["
        before = text[ends[place] : match.start()]
        is_capital = bare[0].isupper() or bool(_ARTICLE.match(bare))
        end = match.start() + len(bare)
        yield Word(match.start(), end, bare, before, after, bare != typed, bare.lower(), is_capital)


def _ends(word: Word) -> bool:
    if not _SENTENCE_END.search(word.after):
        return False
    return (
        "\n" in word.after or not (word.is_initial or word.lower in _SHORT_FORMS) or not word.after.startswith(".")
    )


def _is_welsh(words: Sequence[Word]) -> bool:
    """Say whether many words are Welsh and not English. The Welsh vocabulary is opened at a sign of it only."""
    bare = Counter(map(_bare, words))
    if _WELSH.isdisjoint(bare):
        return False
    english, welsh = vocabulary("en"), vocabulary("cy")
    count = sum(times for word, times in bare.items() if word in welsh and word not in english)
    return count > _WELSH_SHARE * len(words)


def _bare(word: Word) -> str:
    """Return a word without what Welsh hangs on it ("mae'r", "dylai'n")."""
    return word.lower.partition("'")[0] or word.lower
