"""The documents for newcomers and operators, and what they mention."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from consult.settings import ROOT

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Page:
    """A document: its path below the checkout, and its text."""

    path: str
    text: str

    @cached_property
    def fences(self) -> str:
        """Return what stands in blocks of code."""
        return "\n".join(_FENCE.findall(self.text))

    @cached_property
    def spans(self) -> list[str]:
        """Return each piece of code that stands within a sentence."""
        return _SPAN.findall(_FENCE.sub("", self.text))

    @cached_property
    def code(self) -> str:
        """Return all code."""
        return "\n".join([self.fences, *self.spans])

    def links(self) -> list[str]:
        """Return where the page's links and pictures lead."""
        return re.findall(r"\]\(([^)\s]+)\)", _FENCE.sub("", self.text))

    def anchors(self) -> set[str]:
        """Return the name of each heading, as it stands in links."""
        headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", self.text), re.MULTILINE)
        return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@cache
def pages() -> tuple[Page, ...]:
    """Return every document of the checkout."""
    files = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    return tuple(Page(_below(file), file.read_text(encoding="utf-8")) for file in files)


def _below(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
