"""Pages prepared once, with the changing values spliced in at each request.

The GOV.UK macros are slow, and all but a few bytes of a question page are the same for everyone. So the page is
rendered once by its own template, with marks where values go, and cut at the marks. Filling it escapes every
value just as the template would.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape


@dataclass(frozen=True)
class Slots:
    """Marks for one rendering. The marks are random, so no text can contain one."""

    token: str = field(default_factory=lambda: secrets.token_hex(12))

    def mark(self, name: str) -> str:
        """Return the mark to put where the value called `name` goes."""
        return f"slot-{self.token}-{name}-end"

    def attribute(self, name: str) -> dict[str, str]:
        """Return an HTML attribute for a macro to render, in whose place (with its space) the value goes."""
        return {"data-slot": self.mark(name)}

    def cut(self, html: str) -> Prepared:
        """Return the page, cut at its marks."""
        mark = re.escape(f"slot-{self.token}-") + "([a-z0-9:-]+?)-end"
        parts = re.split(rf' data-slot="{mark}"|{mark}', html)
        texts = parts[0::3]
        names = [first or second for first, second in zip(parts[1::3], parts[2::3], strict=True)]
        return Prepared(tuple(texts), tuple(names))


@dataclass(frozen=True)
class Prepared:
    """A page cut at its marks: one more text than there are names."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    def fill(self, values: Mapping[str, str | Markup]) -> str:
        """Return the page with each value escaped and put in its place. Raises `KeyError` for a missing value."""
        pieces = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            pieces.append(escape(values[name]))
            pieces.append(text)
        return "".join(pieces)
