"""Finding with what this site and this consultation know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from consult.redaction.finding import find
from consult.redaction.found import Found
from consult.redaction.names.names_model import NamesModel

_AMID = re.compile(r"(?<=[\w,] )[A-Z][\w'-]+")


@dataclass(frozen=True)
class Redactor:
    """Finds details. `subject` are the consultation's own words, `model` what the operator installed for names."""

    subject: frozenset[str] = frozenset()
    model: NamesModel | None = None

    def find(self, text: str, *, region: str = "GB") -> list[Found]:
        """Return the personal details in `text`: see `consult.redaction.find`."""
        return find(text, region=region, subject=self.subject, model=self.model)


def subject_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, in small letters, that have a capital amid the sentences of a consultation's own texts."""
    return frozenset(match.group().lower() for text in texts for match in _AMID.finditer(text))
