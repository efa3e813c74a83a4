"""Names from many origins in many sentences: the set on which names are measured, in four quarters.

A quarter is seen or held out by its names and by its sentences. What is quoted as held out shares neither with what
was looked at while the rules were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.redaction.name_origins import NAMES, Person
from tests.redaction.name_sentences import ANNOUNCED, HELD_OUT, SEEN
from tests.redaction.planted import Planted


def people(group: str, *, held_out: bool) -> tuple[Person, ...]:
    """Return the people of one origin that were seen, or those that were not."""
    return NAMES[group][1 if held_out else 0 :: 2]


def unannounced_names(*, held_out: bool) -> Iterator[Planted]:
    """Yield each name in each sentence, names and sentences both seen or both held out."""
    yield from _in_sentences(HELD_OUT if held_out else SEEN, held_out=held_out)


def announced_names(*, held_out: bool) -> Iterator[Planted]:
    """Yield each name after a title, a rank or an introduction."""
    yield from _in_sentences(ANNOUNCED, held_out=held_out)


def _in_sentences(sentences: Iterable[str], *, held_out: bool) -> Iterator[Planted]:
    sentences = tuple(sentences)
    for group in NAMES:
        for person in people(group, held_out=held_out):
            for sentence in sentences:
                yield planted_name(sentence, person, group)


def planted_name(sentence: str, person: Person, group: str) -> Planted:
    """Return a sentence with a person in it. Where it names them twice, the first is the detail."""
    first, last = person
    forms = {
        "full": f"{first} {last}",
        "first": first,
        "last": last,
        "small": f"{first} {last}".lower(),
        "LARGE": f"{first} {last}".upper(),
    }
    detail = next(form for key, form in forms.items() if f"{{{key}}}" in sentence)
    if "{initial}" in sentence:
        detail = f"{first[0]}. {last}"
    return Planted(sentence.format(**forms, initial=first[0]), detail, "name", group)
