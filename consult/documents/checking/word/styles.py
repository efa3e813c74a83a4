"""A Word file's styles, and what a run or paragraph comes out as once they are all applied."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from consult.documents.checking.faults import Fault
from consult.documents.checking.word.names import STYLES, w

_DEEPEST = 20


class Styles:
    """The style sheet; an empty one when there is none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root if root is not None else etree.Element(w("styles"))
        self._styles = {each.get(w("styleId")): each for each in self._root.iter(w("style"))}
        self._cache: dict[tuple[str, str, str], etree._Element | None] = {}

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the sheet itself."""
        for style in self._styles.values():
            bold, complex_bold = style.find(f".//{w('b')}"), style.find(f".//{w('bCs')}")
            size, complex_size = style.find(f".//{w('sz')}"), style.find(f".//{w('szCs')}")
            if (bold is None) is not (complex_bold is None) or (size is None) is not (complex_size is None):
                message = "size or bold is not set alike for Latin and complex scripts"
                yield Fault("script", STYLES, f"style {style.get(w('styleId'))}: {message}")
            name = self.name(style.get(w("styleId")) or "")
            if name.startswith("heading ") and style.find(f".//{w('outlineLvl')}") is None:
                yield Fault("heading", STYLES, f"style {name} has no outline level")

    def has(self, style: str) -> bool:
        """Say whether a style is defined."""
        return style in self._styles

    def name(self, style: str) -> str:
        """Return a style's name in lower case, or an empty text when it is not defined."""
        found = self._styles.get(style)
        name = found.find(w("name")) if found is not None else None
        return (name.get(w("val")) or "").lower() if name is not None else ""

    def default(self, properties: str, name: str) -> etree._Element | None:
        """Return a property of the document's defaults. `properties` is "rPr" or "pPr"."""
        return self._root.find(f"{w('docDefaults')}//{w(properties)}/{w(name)}")

    def find(self, style: str, properties: str, name: str) -> etree._Element | None:
        """Return a property of a style, of the styles that it is based on, or of the defaults; or None."""
        key = (style, properties, name)
        if key not in self._cache:
            self._cache[key] = self._find(*key)
        return self._cache[key]

    def _find(self, style: str, properties: str, name: str) -> etree._Element | None:
        current: str | None = style or self._default_style()
        for _ in range(_DEEPEST):
            element = self._styles.get(current)
            if element is None:
                break
            found = element.find(f"{w(properties)}/{w(name)}")
            if found is not None:
                return found
            based_on = element.find(w("basedOn"))
            current = based_on.get(w("val")) if based_on is not None else None
        return self.default(properties, name)

    def _default_style(self) -> str | None:
        for identity, style in self._styles.items():
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}:
                return str(identity)
        return None


def is_on(element: etree._Element | None) -> bool:
    """Say whether a switch, such as bold, is there and not off."""
    return element is not None and element.get(w("val")) not in {"0", "false", "off", "none"}
