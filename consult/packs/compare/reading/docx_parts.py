"""The parts of a Word package that matter here, unpacked within limits."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from consult.packs.compare.blocks import DocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_PART = 64 * 1024 * 1024
"""The most bytes that a part may unpack to: many times the text of the longest paper, and still little memory."""
MOST_PARTS = 10_000


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, which differs between transitional and strict documents."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return the value of an attribute by its name without its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element at a path of names below `element`, or None."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{{*}}{name}")
    return element


def value_of(element: Element | None, *names: str) -> str | None:
    """Return the `val` attribute of the element at a path of names, or None."""
    found = child(element, *names)
    return None if found is None else attribute(found, "val")


@dataclass(frozen=True)
class Style:
    """A paragraph's style: its names and those it is based on, nearest first, with their elements."""

    names: tuple[str, ...]
    chain: tuple[Element, ...]
    is_outlined: bool

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Say whether the style, or one it is based on, has a name of this pattern."""
        return any(pattern.fullmatch(name) for name in self.names)


class Styles:
    """The styles part. Without one, every paragraph has a style without names."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default = ""
        self._made: dict[str, Style] = {}
        for style in root.iterchildren("{*}style") if root is not None else ():
            identity = attribute(style, "styleId") or ""
            self._by_id[identity] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}:
                self._default = identity

    def of(self, paragraph: Element) -> Style:
        """Return the style of a paragraph; its own outline level makes it a heading, too."""
        identity = value_of(paragraph, "pPr", "pStyle") or self._default
        style = self._made.setdefault(identity, self._make(identity))
        if value_of(paragraph, "pPr", "outlineLvl") in _OUTLINE:
            return Style(style.names, style.chain, is_outlined=True)
        return style

    def _make(self, identity: str) -> Style:
        chain: list[Element] = []
        seen: set[str] = set()
        while identity in self._by_id and identity not in seen:
            seen.add(identity)
            chain.append(self._by_id[identity])
            identity = value_of(chain[-1], "basedOn") or ""
        names = tuple(value_of(style, "name") or "" for style in chain)
        outlined = any(value_of(style, "pPr", "outlineLvl") in _OUTLINE for style in chain)
        return Style(names, tuple(chain), outlined)


_OUTLINE = frozenset("012345678")


@dataclass(frozen=True)
class WordParts:
    """The main document, its styles, and its numbering if it has any."""

    document: Element
    styles: Styles
    numbering: Element | None

    @classmethod
    def of(cls, package: ZipFile) -> WordParts:
        """Return the parts of an open package, found by its relationships (ECMA-376 part 2, clause 9)."""
        names = set(package.namelist())
        _refuse_others(names)
        main = _related(package, "", "/officeDocument")
        if main is None:
            raise DocumentError(
                "The Word document does not say where its text is. Open it in Word and save it again."
            )
        styles = _related(package, main, "/styles")
        numbering = _related(package, main, "/numbering")
        return cls(
            _parse(package, main),
            Styles(_parse(package, styles) if styles else None),
            _parse(package, numbering) if numbering else None,
        )


def _refuse_others(names: set[str]) -> None:
    if len(names) > MOST_PARTS:
        raise DocumentError("The file is a package of too many parts.")
    if "[Content_Types].xml" not in names:
        kind = "an OpenDocument or other package" if "mimetype" in names else "a zip file"
        raise DocumentError(f"This is {kind}. Give HTML, plain text, .docx or PDF.")
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise DocumentError("This is a workbook or slides. Give HTML, plain text, .docx or PDF.")


def _related(package: ZipFile, source: str, kind: str) -> str | None:
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.namelist():
        return None
    for relation in _parse(package, relations):
        if (attribute(relation, "Type") or "").endswith(kind) and attribute(relation, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target") or "")).lstrip(
                "/"
            )
            return target if target in package.namelist() else None
    return None


def _parse(package: ZipFile, name: str) -> Element:
    # What the header says is what the reader unpacks at most, so a header that lies gains nothing.
    if package.getinfo(name).file_size > LARGEST_PART:
        raise DocumentError(
            f"The Word document unpacks to more than {LARGEST_PART // 1024**2} MB: it may be a trap."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(package.read(name), parser)
