"""Reading XML that nobody vouches for: no entities, no network, no document types."""

from __future__ import annotations

from lxml import etree

from consult.documents.checking.faults import Fault
from consult.documents.checking.opening import Parts

Trees = dict[str, etree._Element]  # noqa: SLF001 - lxml has no other name for the type of an element


def parse_all(parts: Parts) -> tuple[Trees, list[Fault]]:
    """Return the root of every XML part that is well formed, and a fault for each that is not."""
    trees: Trees = {}
    faults: list[Fault] = []
    for name, content in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = etree.fromstring(content, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            faults.append(Fault("xml", name, f"it is not well-formed XML: {error}"))
            continue
        if root.getroottree().docinfo.doctype:
            faults.append(Fault("xml", name, "it declares a document type, which can hide entities"))
            continue
        trees[name] = root
    return trees, faults


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
