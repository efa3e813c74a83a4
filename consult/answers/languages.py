"""In which language somebody wrote, as far as their words tell: for screen readers, which read aloud accordingly.

Nothing but the text is looked at, so the guess says nothing of a person that the text does not.
"""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_]+")
_BETWEEN = {code: " " for code in range(128) if not chr(code).isalpha()}
_WELSH = """
a ac am ar bod byddai chi dw dylai eu ei fel fod fy gan gyda heb hyn hynny i mae mewn nac neu nhw ni nid nad o oes
os pan pob rhag roedd rwy rydw rydym rydyn sydd sy un wedi wrth wyf y ydy yn ym yr â
"""
_ENGLISH = """
a about and are as at be been but by can for from has have i if in is it its my not of on or our so that the their
them there they this to us was we were what when which who with would you
"""
_COMMON = {"cy": frozenset(_WELSH.split()), "en": frozenset(_ENGLISH.split())}
"""The commonest little words of each language: the grammar of any sentence needs some."""

LEAST = 2
"""How many such words tell a language. One may be a name or a loan."""


def language_of(text: str) -> str:
    """Return `cy` or `en`, or an empty string where the words tell neither."""
    words = _words(text.casefold())
    found = {language: len(words & common) for language, common in _COMMON.items()}
    best = max(found, key=lambda language: found[language])
    clear = sum(count == found[best] for count in found.values()) == 1
    return best if found[best] >= LEAST and clear else ""


def _words(text: str) -> set[str]:
    # The same words, several times as fast: most texts have no other letters.
    return set(text.translate(_BETWEEN).split() if text.isascii() else _WORDS.findall(text))
