"""An OpenDocument file's styles, and what a paragraph or span comes out as once they are all applied."""

from __future__ import annotations

from lxml import etree

from consult.documents.checking.opendocument.names import odf

_DEEPEST = 20
_TEXT, _PARAGRAPH = odf("style:text-properties"), odf("style:paragraph-properties")
_ROW = odf("style:table-row-properties")


class Styles:
    """The named and automatic styles of a file's content and style sheet."""

    def __init__(self, *parts: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._default: dict[str, etree._Element] = {}
        for part in parts:
            if part is not None:
                self._add(part)

    def _add(self, part: etree._Element) -> None:
        for each in part.iter(odf("style:style")):
            key = (each.get(odf("style:family")) or "", each.get(odf("style:name")) or "")
            self._styles.setdefault(key, each)
        for each in part.iter(odf("style:default-style")):
            self._default[each.get(odf("style:family")) or ""] = each

    def has(self, family: str, name: str) -> bool:
        """Say whether a style is defined."""
        return (family, name) in self._styles

    def default(self, attribute: str) -> str:
        """Return a text property of paragraphs by default, or an empty text."""
        return self._own(self._default.get("paragraph"), _TEXT, attribute) or ""

    def text(self, family: str, name: str, attribute: str) -> str | None:
        """Return a text property of a style, or of those that it is based on, without the defaults."""
        return self._find(family, name, _TEXT, attribute)

    def paragraph(self, name: str, attribute: str) -> str | None:
        """Return a paragraph property, the defaults included."""
        found = self._find("paragraph", name, _PARAGRAPH, attribute)
        return found or self._own(self._default.get("paragraph"), _PARAGRAPH, attribute)

    def row(self, name: str, attribute: str) -> str | None:
        """Return a property of a table's row."""
        return self._find("table-row", name, _ROW, attribute)

    def named(self, name: str) -> str:
        """Return the display name, in lower case, of the named style that an automatic style stands for."""
        current = name
        for _ in range(_DEEPEST):
            element = self._styles.get(("paragraph", current))
            if element is None:
                return ""
            display = element.get(odf("style:display-name"))
            if display:
                return str(display).lower()
            current = element.get(odf("style:parent-style-name")) or ""
        return ""

    def _find(self, family: str, name: str, properties: str, attribute: str) -> str | None:
        current = name
        for _ in range(_DEEPEST):
            element = self._styles.get((family, current))
            if element is None:
                return None
            found = self._own(element, properties, attribute)
            if found is not None:
                return found
            current = element.get(odf("style:parent-style-name")) or ""
        return None

    def _own(self, element: etree._Element | None, properties: str, attribute: str) -> str | None:
        found = element.find(properties) if element is not None else None
        return found.get(odf(attribute)) if found is not None else None
