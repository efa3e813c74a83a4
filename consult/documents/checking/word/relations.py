"""How the parts of a Word file hang together (ECMA-376 part 2): content types, relationships, references."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from consult.documents.checking.faults import Fault
from consult.documents.checking.opening import Parts
from consult.documents.checking.parsing import Trees
from consult.documents.checking.word.names import CONTENT_TYPES, HYPERLINK, r

_REFERENCES = tuple(r(name) for name in ("id", "embed", "link", "pict"))


def check_relations(parts: Parts, trees: Trees) -> Iterator[Fault]:
    """Yield missing, stray and untyped parts, broken references, and whatever is fetched from elsewhere."""
    yield from _content_types(parts, trees)
    reached = {CONTENT_TYPES, *(name for name in parts if name.endswith(".rels"))}
    for name in [name for name in trees if name.endswith(".rels")]:
        source = source_of(name)
        if source and source not in parts:
            yield Fault("relation", name, "these are the relationships of a part that is not there")
        yield from _relations(name, source, parts, trees)
        reached |= {target for _, target in _internal(trees[name], source)}
    for name in parts.keys() - reached:
        yield Fault("relation", name, "no relationship leads to this part")
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            yield from _references(name, tree, trees)


def relations_of(name: str, trees: Trees) -> dict[str, etree._Element]:
    """Return a part's relationships by id."""
    folder, base = posixpath.split(name)
    found = trees.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    return {} if found is None else {str(each.get("Id")): each for each in _elements(found)}


def source_of(name: str) -> str:
    """Return the part that a part of relationships belongs to; an empty text for the package itself."""
    folder, base = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))


def _elements(root: etree._Element) -> list[etree._Element]:
    return [each for each in root if isinstance(each.tag, str)]


def _internal(root: etree._Element, source: str) -> Iterator[tuple[str, str]]:
    for each in _elements(root):
        if each.get("TargetMode") != "External":
            target = posixpath.join("/", posixpath.dirname(source), each.get("Target") or "")
            yield str(each.get("Id")), posixpath.normpath(target).lstrip("/")


def _relations(name: str, source: str, parts: Parts, trees: Trees) -> Iterator[Fault]:
    elements = _elements(trees[name])
    ids = [each.get("Id") for each in elements]
    if len(set(ids)) < len(ids) or None in ids:
        yield Fault("relation", name, "two relationships share an id, or one has none")
    for identity, target in _internal(trees[name], source):
        if target not in parts:
            yield Fault("relation", name, f"{identity} leads to {target}, which is not there")
    for each in elements:
        if each.get("TargetMode") == "External" and each.get("Type") != HYPERLINK:
            kind = (each.get("Type") or "").rpartition("/")[2]
            yield Fault("remote", name, f"{each.get('Id')} fetches a {kind} from {each.get('Target')}")


def _content_types(parts: Parts, trees: Trees) -> Iterator[Fault]:
    root = trees.get(CONTENT_TYPES)
    if root is None:
        return
    endings = {str(each.get("Extension")).lower() for each in _elements(root) if each.get("Extension")}
    named = {str(each.get("PartName")).lstrip("/") for each in _elements(root) if each.get("PartName")}
    for name in named - parts.keys():
        yield Fault("part", CONTENT_TYPES, f"it gives a type to {name}, which is not there")
    for name in parts.keys() - named - {CONTENT_TYPES}:
        if name.rpartition(".")[2].lower() not in endings:
            yield Fault("part", CONTENT_TYPES, f"it gives no type to {name}")


def _references(name: str, tree: etree._Element, trees: Trees) -> Iterator[Fault]:
    known = relations_of(name, trees)
    for element in tree.iter(etree.Element):
        for attribute in _REFERENCES:
            reference = element.get(attribute)
            if reference is not None and reference not in known:
                yield Fault("relation", name, f"{reference} is referred to but not declared")
