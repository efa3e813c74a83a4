"""The reading age of a short text by the Flesch-Kincaid grade level (Kincaid and others, 1975) plus five years.

The grade is 0.39 words a sentence + 11.8 syllables a word - 15.59. American grade 1 starts at about six years, so
the age is the grade plus five. Syllables are counted plainly: groups of vowels, less a silent e at the end.

The formula was made for longer texts: one syllable more moves a text of twenty words by half a year. It knows
nothing of how familiar a word is. It keeps glosses from growing; it is no proof that a child understands them.
"""

from __future__ import annotations

import re

from consult.packs.sentences import sentences, words

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscxzgh]es)$")


def syllables(word: str) -> int:
    """Return about how many syllables an English word has; at least one."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    return max(1, len(_VOWELS.findall(_SILENT.sub("", plain) or plain)))


def reading_age(text: str) -> float:
    """Return the age in years at which a text can be read, by the formula above."""
    found = words(text)
    a_sentence = len(found) / len(sentences(text))
    a_word = sum(map(syllables, found)) / len(found)
    return 0.39 * a_sentence + 11.8 * a_word - 15.59 + 5
