"""What is typography and what is wording.

`tidy` takes out of a document what no reader sees, and nothing else:

* soft hyphens, zero-width spaces and joiners, word joiners, direction marks and overrides, byte-order marks;
* control characters and lone surrogates, which no file should hold;
* runs of white space (a non-breaking or thin space is white space) become one space;
* letters are composed (Unicode normal form C), so that an accent typed apart is the letter that it looks like.

`plain` gives the form in which texts are compared. Besides the above it takes as equal, character for character:

* curly, straight, low and reversed quotation marks, primes and the grave and acute accents used as such:
  single ones with single ones, double ones with double ones;
* hyphens, non-breaking hyphens, figure, en and em dashes, the horizontal bar and the minus sign;
* the ellipsis sign and three full stops;
* the ligatures of printing (U+FB00 to U+FB06) and their letters.

Everything else is wording: every word, number, capital letter and other mark, the last full stop or question
mark included, and whether a dash has spaces around it.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_LOOKALIKES = str.maketrans(
    dict.fromkeys("‘’‚‛′‵`´ʹʼʻˈ", "'")
    | dict.fromkeys("“”„‟″‶ʺ", '"')
    | dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-")
    | {"…": "..."}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def tidy(text: str) -> str:
    """Return `text` as one line of what a reader sees. Quotation marks and dashes stay as they are."""
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def tidy_lines(text: str) -> str:
    """Return `text` tidied line by line, without empty lines."""
    return "\n".join(line for line in map(tidy, text.split("\n")) if line)


def plain(text: str) -> str:
    """Return `text` tidied and with every typographic choice made the plain one: the form that is compared."""
    tidied = tidy(text)
    # Looking letters up is the slow part of reading a long document, and most of its lines have nothing to find.
    return tidied.replace("`", "'") if tidied.isascii() else tidied.translate(_LOOKALIKES)
