"""A value in a pack's files, with the way to it, so that a rule can say exactly where a fault is.

Rules run even when some values have the wrong shape: a child that is not there, or is something else than expected,
is simply empty. Another check reports the shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from consult.packs.faults import Fault


@dataclass(frozen=True, slots=True)
class Node:
    """A value, the file it stands in, the way to it, and its own name in its table (empty in a list)."""

    file: str
    key: str
    value: object = None
    name: str = ""

    def __getitem__(self, name: str) -> Node:
        """Return the value under a key of this table; an empty one when there is none."""
        value = self.value.get(name) if isinstance(self.value, Mapping) else None
        return Node(self.file, f"{self.key}.{name}", value, name)

    def __iter__(self) -> Iterator[Node]:
        """Run through a list, or through the values of a table; through nothing when this is neither."""
        if isinstance(self.value, Mapping):
            yield from (self[name] for name in self.value)
        elif isinstance(self.value, list):
            yield from (Node(self.file, f"{self.key}[{at}]", each) for at, each in enumerate(self.value, start=1))

    @property
    def text(self) -> str:
        """Return the text that stands here; an empty string when it is not text."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def absent(self) -> bool:
        """Say whether nothing stands here."""
        return self.value is None

    def texts(self) -> Iterator[Node]:
        """Run through every piece of text in and below this value."""
        if isinstance(self.value, str):
            yield self
        for child in self:
            yield from child.texts()

    def fault(self, wrong: str, mend: str) -> Fault:
        """Return a fault of this value."""
        return Fault(self.file, self.key, wrong, mend)
