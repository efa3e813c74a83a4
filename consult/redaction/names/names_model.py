"""Names by a spaCy model, where the operator has installed one. The product runs without.

Loading it brings spaCy into the process, which takes seconds and a hundred megabytes: the first text waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from consult.redaction.found import Found, Kind
from consult.redaction.names.public_people import is_public
from consult.redaction.names.sentences import Word, sentences
from consult.redaction.names.word_classes import Class, Classes

_PEOPLE = frozenset({"PERSON", "PER"})
"""What spaCy's models call a person, the English ones and the others."""


class NamesModelError(ValueError):
    """Raised with what to do when the model that the operator named cannot be used."""


class _Entity(Protocol):
    label_: str
    start_char: int
    end_char: int


class _Document(Protocol):
    ents: Iterable[_Entity]


class _Pipeline(Protocol):
    def __call__(self, text: str) -> _Document: ...


class NamesModel:
    """Finds the people that a model sees. Words that are surely no names are left, whatever the model says."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, text: str, subject: frozenset[str] = frozenset()) -> Iterator[Found]:
        """Find names. Raises `NamesModelError` where the model is there and cannot be loaded."""
        classes = Classes(subject)
        for entity in self._pipeline(text).ents:
            found = Found(entity.start_char, entity.end_char, Kind.NAME)
            if entity.label_ in _PEOPLE and not is_public(text, found):
                yield from _bare(text, found, classes)

    @cached_property
    def _pipeline(self) -> _Pipeline:
        spacy = import_module("spacy")
        try:
            pipeline: _Pipeline = spacy.load(self._name)
        except (OSError, ValueError) as error:
            raise NamesModelError(f"the model {self._name!r} cannot be loaded: {error}") from error
        return pipeline


def load_names_model(name: str) -> NamesModel | None:
    """Return the model of an installed package or a folder; None for an empty name.

    It is read at the first text. Raises `NamesModelError` at once where spaCy or the model is not there.
    """
    if not name:
        return None
    if find_spec("spacy") is None:
        raise NamesModelError(f"names the model {name!r}, and spaCy, which it needs, is not installed")
    is_package = name.isidentifier() and find_spec(name) is not None
    if not is_package and not (Path(name) / "config.cfg").is_file():
        raise NamesModelError(
            f"names {name!r}, which is neither an installed spaCy model nor a folder that holds one"
        )
    return NamesModel(name)


def _bare(text: str, found: Found, classes: Classes) -> Iterator[Found]:
    """Yield what was found from its first word on that may be a name; nothing where none may."""
    words = [word for sentence in sentences(text[found.start : found.end]) for word in sentence.words]
    kinds = {word: classes.of(word.text, welsh=False) for word in words}
    first = next((word for word in words if _may_be_name(word, kinds[word])), None)
    if first:
        yield Found(found.start + first.start, found.start + words[-1].end, Kind.NAME)


def _may_be_name(word: Word, kind: Class) -> bool:
    return kind is Class.UNKNOWN or (word.is_capital and kind in {Class.NAME_TOO, Class.EASILY_WORD})
