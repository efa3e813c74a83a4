"""What can be wrong with a pack: where, what, and how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    `file` is the pack's folder and the file in it. `key` is the way to the value, with places in a list counted
    from one (`questions[3].wording.text`), or a place in the file where there is no key to name.
    """

    file: str
    key: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        """Return the fault as one line of plain text, whatever the pack held."""
        return visible(f"{self.file}: {self.key}: {self.wrong} — mend: {self.mend}")


class PackError(ValueError):
    """Raised when a pack has faults; `faults` are all of them, and the message has one line for each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def visible(text: str) -> str:
    """Return `text` with each character that cannot be seen written as its code."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shown(value: object) -> str:
    """Return a value as a short piece of text between backquotes, for use in a message."""
    text = str(value)
    return f"`{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}`"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, or an empty string when none is near."""
    return next(iter(difflib.get_close_matches(name[:_SHOWN], list(known), n=1)), "")


def choose(name: str, known: Iterable[str]) -> str:
    """Return how to mend a name that is not known: the nearest one, or the choice there is."""
    names = sorted(name for name in known if name)
    near = nearest(name, names)
    if near:
        return f"did you mean `{near}`?"
    return "use one of: " + ", ".join(names) if names else "there is none to choose from yet: add it first"
