"""Prompts, never prose: nothing in a guide is so long, or put in such a way, that it could be sent as an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.packs.faults import Fault, shown
from consult.packs.reading import Contents
from consult.packs.sentences import own_words, sentences, words
from consult.packs.tree import Node

POINT_WORDS = 40
POINT_SENTENCES = 2
THINK_WORDS = 25
THINK_COUNTS = range(2, 5)
NOTE_WORDS = 60

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Oo]urs|[Mm]ine|[Mm]e|us|[Mm]yself|[Oo]urselves)\b")
_DICTATED = re.compile(
    r"(?:Say|Write|Tell|Reply|Answer|Tick|Copy|Paste|Choose|Select|Respond)\b"
    r"|You (?:should|could|must) (?:say|write|answer)\b"
)
_LEADING = re.compile(
    r"^(?:(?:Do|Does|Is|Are|Should|Would|Could)n['’]t|Won['’]t|Can['’]t|Do you (?:not )?agree)\b"
    r"|\b(?:[Ss]urely|[Oo]bviously|[Oo]f course|[Ee]veryone knows)\b|, (?:right|isn['’]t it)\?"
)


def points(contents: Contents) -> Iterator[Fault]:
    """Refuse a point that is as long as an answer, speaks as the person, or says what to answer."""
    for guide in contents["guides"]:
        for point in (*guide["supporters"], *guide["critics"]):
            yield from _short(point["text"], POINT_WORDS)
            yield from _not_spoken_for(point["text"])
    for point in contents["opinion"]:
        yield from _short(point["text"], POINT_WORDS)
        yield from _not_spoken_for(point["text"])


def things_to_think_about(contents: Contents) -> Iterator[Fault]:
    """Refuse a prompt that is no question, is long, leads, or speaks as the person, and too few or too many."""
    for guide in contents["guides"]:
        prompts = guide["think_about"]
        count = len(list(prompts))
        if isinstance(guide.value, dict) and count not in THINK_COUNTS:
            few, many = THINK_COUNTS[0], THINK_COUNTS[-1]
            yield prompts.fault(f"there are {count} things to think about", f"give {few} to {many} short questions")
        for prompt in prompts:
            yield from _open_question(prompt)
            yield from _not_spoken_for(prompt)


def notes(contents: Contents) -> Iterator[Fault]:
    """Refuse a note that is as long as an answer."""
    for guide in contents["guides"]:
        count = len(words(guide["note"].text))
        if count > NOTE_WORDS:
            yield guide["note"].fault(f"it has {count} words", f"use {NOTE_WORDS} at most")


def _short(node: Node, limit: int) -> Iterator[Fault]:
    count = len(words(node.text))
    if count > limit:
        yield node.fault(
            f"it has {count} words, as long as an answer", f"make it one point of {limit} words at most"
        )
    count = len(sentences(node.text))
    if count > POINT_SENTENCES:
        yield node.fault(f"it has {count} sentences", f"use {POINT_SENTENCES} at most")


def _open_question(node: Node) -> Iterator[Fault]:
    if not node.text:
        return
    if not node.text.rstrip().endswith("?"):
        yield node.fault("it is not a question", "ask something, and end it with a question mark")
    count = len(words(node.text))
    if count > THINK_WORDS:
        yield node.fault(f"it has {count} words", f"ask it in {THINK_WORDS} at most")
    leading = _LEADING.search(node.text)
    if leading:
        yield node.fault(f"{shown(leading[0])} leads to one answer", "ask so that either side could")


def _not_spoken_for(node: Node) -> Iterator[Fault]:
    spoken = _FIRST_PERSON.search(own_words(node.text))
    if spoken:
        yield node.fault(
            f"{shown(spoken[0])} reads like a person’s own answer", "say who holds this, in the third person"
        )
    if any(_DICTATED.match(sentence) for sentence in sentences(node.text)):
        yield node.fault("it tells people what to answer", "state the point, and leave the answer to them")
