"""Names that point to something: it must be there, and what is there must be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult.packs.faults import Fault, choose, shown
from consult.packs.kinds import ABOUT_YOU, NEEDS_SCALE
from consult.packs.reading import FILES, Contents
from consult.packs.tree import Node


def question_references(contents: Contents) -> Iterator[Fault]:
    """Refuse a question in an unknown section, on an unknown scale, or with an unknown term."""
    for question in contents["questions"]:
        yield from _unknown(contents, "sections", [question["section"]])
        yield from _unknown(contents, "scales", [question["scale"]])
        yield from _unknown(contents, "terms", question["terms"])


def source_references(contents: Contents) -> Iterator[Fault]:
    """Refuse a source that is not listed, wherever it is named."""
    for node in _uses_of_sources(contents):
        yield from _unknown(contents, "sources", [node])


def unused(contents: Contents) -> Iterator[Fault]:
    """Refuse a source that nothing rests on, and a section or a scale without a question."""
    if contents.unread & set(FILES):
        return
    sources = {node.text for node in _uses_of_sources(contents)}
    yield from _unused(contents["sources"], sources, "nothing in the pack rests on it", "name it where it is used")
    for name, key in (("sections", "section"), ("scales", "scale")):
        used = {question[key].text for question in contents["questions"]}
        yield from _unused(contents[name], used, "no question uses it", "give it a question")


def guides_and_questions(contents: Contents) -> Iterator[Fault]:
    """Refuse a question without a guide, and a guide without a question."""
    if not (contents.knows("guides") and contents.knows("questions")):
        return
    ids = contents.ids("questions")
    guides = contents["guides"]
    for node in guides:
        if node.name not in ids:
            yield node.fault(f"there is no question {shown(node.name)}", choose(node.name, ids))
    for missing in sorted(ids - {node.name for node in guides}):
        yield guides[missing].fault("this question has no guide", f"add a table headed [guides.{missing}]")


def kinds(contents: Contents) -> Iterator[Fault]:
    """Refuse an unknown kind of answer, and anything but a choice about the person."""
    for question in contents["questions"]:
        kind = question["kind"]
        if kind.text and kind.text not in NEEDS_SCALE:
            yield kind.fault(f"{shown(kind.text)} is not a kind of answer", choose(kind.text, NEEDS_SCALE))
    for question in contents["about_you"]:
        kind = question["kind"]
        if kind.text and kind.text != ABOUT_YOU:
            yield kind.fault("a question about the person takes one option, never free text", f'use "{ABOUT_YOU}"')


def scales(contents: Contents) -> Iterator[Fault]:
    """Refuse a question that lacks the scale its kind needs, or has one that its kind has no use for."""
    for question in contents["questions"]:
        needed = NEEDS_SCALE.get(question["kind"].text)
        kind = shown(question["kind"].text)
        if needed and question["scale"].absent:
            yield question["scale"].fault(f"a question of kind {kind} needs a scale", "name one of the [[scales]]")
        if needed is False:
            for key in ("scale", "scale_status"):
                if not question[key].absent:
                    yield question[key].fault(f"a question of kind {kind} has no scale", "take the line out")


def conditions(contents: Contents) -> Iterator[Fault]:
    """Refuse a condition on an answer that no earlier question about the person can have."""
    earlier: dict[str, set[str]] = {}
    for question in contents["about_you"]:
        match list(question["only_if"]):
            case [other, _] if other.text not in earlier:
                yield other.fault(f"no earlier question is called {shown(other.text)}", choose(other.text, earlier))
            case [other, option] if option.text not in earlier[other.text]:
                yield option.fault(
                    f"{shown(option.text)} is no option of it", choose(option.text, earlier[other.text])
                )
        earlier[question["id"].text] = {each["id"].text for each in question["options"]}


def _uses_of_sources(contents: Contents) -> Iterator[Node]:
    return _lists_of_sources(node for node in contents if node.key != "sources")


def _lists_of_sources(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.name in ("sources", "about_sources"):
            yield from node
        else:
            yield from _lists_of_sources(node)


def _unknown(contents: Contents, name: str, nodes: Iterable[Node]) -> Iterator[Fault]:
    if not contents.knows(name):
        return
    ids = contents.ids(name)
    for node in nodes:
        if node.text and node.text not in ids:
            what = name.removesuffix("s")
            yield node.fault(f"there is no {what} {shown(node.text)}", choose(node.text, ids))


def _unused(nodes: Iterable[Node], used: set[str], wrong: str, mend: str) -> Iterator[Fault]:
    for node in nodes:
        if node["id"].text and node["id"].text not in used:
            yield node["id"].fault(f"{shown(node['id'].text)}: {wrong}", f"{mend}, or take it out")
