"""Names and numbers: nothing twice, nothing left out, everything in its official order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult.packs.faults import Fault, shown
from consult.packs.reading import Contents
from consult.packs.tree import Node

_LISTS = ("sections", "scales", "terms", "sources", "questions", "about_you")


def repeated_ids(contents: Contents) -> Iterator[Fault]:
    """Refuse an id that two things of one kind share."""
    for name in _LISTS:
        yield from _repeated(contents[name], "id")
        for each in contents[name]:
            yield from _repeated(each["options"], "id")
            yield from _repeated(each["options"], "label")


def repeated_numbers(contents: Contents) -> Iterator[Fault]:
    """Refuse a number that two questions share."""
    yield from _repeated(contents["questions"], "number")


def order_of_numbers(contents: Contents) -> Iterator[Fault]:
    """Refuse a gap in the numbers, and questions out of their official order."""
    before = 0
    seen: set[int] = set()
    for question in contents["questions"]:
        number = question["number"].value
        if not isinstance(number, int) or number in seen:  # Faults of their own; this place counts as the next.
            before += 1
            continue
        seen.add(number)
        if number > before + 1:
            wrong = (
                f"question {number} comes after question {before}" if before else f"the first question is {number}"
            )
            yield question["number"].fault(
                wrong, f"number the questions from 1 without a gap: expected {before + 1}"
            )
        if number < before:
            yield question["number"].fault(
                f"question {number} comes after question {before}",
                "put the questions in the order of their numbers",
            )
        before = number


def name_of_folder(contents: Contents) -> Iterator[Fault]:
    """Refuse a pack whose folder has another name, since packs are found by folder."""
    node = contents["id"]
    if node.text and node.text != contents.folder:
        yield node.fault(
            f"the pack is called {shown(node.text)} and its folder {shown(contents.folder)}",
            "give both the same name",
        )


def _repeated(nodes: Iterable[Node], key: str) -> Iterator[Fault]:
    first: dict[object, Node] = {}
    for node in nodes:
        child = node[key]
        if not isinstance(child.value, str | int):
            continue
        if child.value in first:
            earlier = first[child.value].key
            yield child.fault(f"{shown(child.value)} is used twice", f"use another {key}: {earlier} has this one")
        first.setdefault(child.value, node)
