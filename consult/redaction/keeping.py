"""Words as they may be kept: without what gives a person away, and without what gives their keyboard away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from consult.redaction.found import Found
from consult.redaction.masking import mask
from consult.redaction.plain_typing import plainly

_ENGLISH = NullTranslations()


@dataclass(frozen=True)
class Kept:
    """The words that are kept, and how many details were taken out of them."""

    text: str
    taken_out: int


def kept(
    text: str, found: Sequence[Found], *, find: Callable[[str], list[Found]], words: NullTranslations = _ENGLISH
) -> Kept:
    """Return `text` without what was `found` in it, masked in the language of `words`, and plainly typed.

    Plain typing moves what stands apart together. So what `find` finds only then is taken out as well.
    """
    masked = mask(text, found, words)
    plain = plainly(masked)
    more = find(plain) if plain != masked else []
    return Kept(plainly(mask(plain, more, words)), len(found) + len(more))
