"""Seeing an OpenDocument file as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from consult.documents.checking.opendocument.names import CONTENT, META, STYLES, odf
from consult.documents.checking.opendocument.styles import Styles
from consult.documents.checking.parsing import Trees
from consult.documents.checking.seen import SeenDocument, SeenLink, SeenParagraph, SeenRun, SeenTable
from consult.documents.scripts import SCRIPTS, TOKENS, ScriptClass

_SUFFIX = {ScriptClass.WESTERN: "", ScriptClass.COMPLEX: "-complex", ScriptClass.EAST_ASIAN: "-asian"}
_PREFIX = {ScriptClass.WESTERN: "fo", ScriptClass.COMPLEX: "style", ScriptClass.EAST_ASIAN: "style"}
_POINTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)pt")
_DIGITS = 4
_BLOCKS = {odf("text:p"), odf("text:h")}
_FIELDS = {odf("text:page-number"): "PAGE", odf("text:page-count"): "NUMPAGES"}


def look(trees: Trees, styles: Styles) -> SeenDocument:
    """Return what a reader meets. The content must be among the trees."""
    seen = SeenDocument()
    _properties(trees, styles, seen)
    content = trees[CONTENT]
    for number, block in enumerate(_blocks(content), start=1):
        where = f"{CONTENT}, paragraph {number}"
        seen.paragraphs.append(_paragraph(block, where, styles))
        for link in block.iter(odf("text:a")):
            address = link.get(odf("xlink:href")) or ""
            seen.links.append(SeenLink(where, "".join(text for _, text in _pieces(link, "")), address))
    for number, table in enumerate(content.iter(odf("table:table")), start=1):
        seen.tables.append(_table(table, f"{CONTENT}, table {number}", styles))
    if STYLES in trees:
        _furniture(trees[STYLES], styles, seen)
    return seen


def _properties(trees: Trees, styles: Styles, seen: SeenDocument) -> None:
    meta = trees.get(META)
    if meta is not None:
        seen.title = meta.findtext(f".//{odf('dc:title')}") or ""
        seen.languages["properties"] = meta.findtext(f".//{odf('dc:language')}") or ""
    language, country = styles.default("fo:language"), styles.default("fo:country")
    seen.languages["styles"] = f"{language}-{country}" if language else ""
    seen.fonts = [styles.default("fo:font-family") or styles.default("style:font-name") or "of the program"]


def _blocks(tree: etree._Element) -> Iterator[etree._Element]:
    return (each for each in tree.iter(etree.Element) if each.tag in _BLOCKS)


def _furniture(tree: etree._Element, styles: Styles, seen: SeenDocument) -> None:
    for kind in ("style:header", "style:footer"):
        for part in tree.iter(odf(kind)):
            for block in _blocks(part):
                paragraph = _paragraph(block, STYLES, styles)
                seen.paragraphs.append(paragraph)
                if kind == "style:header":
                    seen.running_title += paragraph.text
            if kind == "style:footer":
                seen.page_fields |= {_FIELDS[each.tag] for each in part.iter(etree.Element) if each.tag in _FIELDS}


def _paragraph(block: etree._Element, where: str, styles: Styles) -> SeenParagraph:
    style = block.get(odf("text:style-name")) or ""
    named = styles.named(style)
    level = _number(block, "text:outline-level") if block.tag == odf("text:h") else None
    return SeenParagraph(
        where=where,
        style=named,
        level=0 if named == "title" else level,
        runs=[_run(span, text, style, styles) for span, text in _pieces(block, "")],
        right_to_left=(styles.paragraph(style, "style:writing-mode") or "").startswith("rl"),
        alignment=styles.paragraph(style, "fo:text-align") or "start",
        ruled=block.find(f".//{odf('text:tab')}") is not None,
        keeps=styles.paragraph(style, "fo:keep-with-next") == "always",
        known_style=not style or styles.has("paragraph", style),
    )


def _pieces(element: etree._Element, span: str) -> Iterator[tuple[str, str]]:
    """Yield the text inside an element in pieces, each with the name of the innermost span's style."""
    yield span, element.text or ""
    for child in element:
        if child.tag == odf("text:span"):
            yield from _pieces(child, child.get(odf("text:style-name")) or "")
        elif child.tag == odf("text:s"):
            yield span, " " * _number(child, "text:c")
        elif child.tag in {odf("text:tab"), odf("text:line-break")}:
            yield span, "\t" if child.tag == odf("text:tab") else "\n"
        elif isinstance(child.tag, str):
            yield from _pieces(child, span)
        yield span, child.tail or ""


def _number(element: etree._Element, attribute: str) -> int:
    """Return a small number from an attribute; 1 when it is not there or is no such number."""
    value = element.get(odf(attribute)) or ""
    return int(value) if value.isdecimal() and len(value) <= _DIGITS else 1


def _run(span: str, text: str, style: str, styles: Styles) -> SeenRun:
    kinds = (token.lastgroup for token in TOKENS.finditer(text))
    script_class = next((SCRIPTS[kind].script_class for kind in kinds if kind in SCRIPTS), ScriptClass.WESTERN)

    def found(name: str) -> str | None:
        attribute = f"{name}{_SUFFIX[script_class]}"
        own = styles.text("text", span, attribute) or styles.text("paragraph", style, attribute)
        return own or styles.default(attribute)

    prefix = _PREFIX[script_class]
    language = styles.text("text", span, f"{prefix}:language{_SUFFIX[script_class]}")
    size = _POINTS.fullmatch(found(f"{prefix}:font-size") or "")
    colour = styles.text("text", span, "fo:color") or styles.text("paragraph", style, "fo:color")
    return SeenRun(
        text=text,
        language="und" if language == "none" else language,
        size=float(size[1]) if size else 0,
        colour=colour.lstrip("#") if colour and re.fullmatch("#[0-9A-Fa-f]{6}", colour) else None,
        italic=found(f"{prefix}:font-style") == "italic",
    )


def _table(table: etree._Element, where: str, styles: Styles) -> SeenTable:
    rows = list(table.iter(odf("table:table-row")))
    widths = {len(row.findall(odf("table:table-cell"))) for row in rows}
    merged = table.find(f".//{odf('table:covered-table-cell')}") is not None
    nested = table.find(f".//{odf('table:table')}") is not None
    keeps = [styles.row(row.get(odf("table:style-name")) or "", "fo:keep-together") == "always" for row in rows]
    return SeenTable(
        where=where,
        has_header=table.find(odf("table:table-header-rows")) is not None,
        has_caption=bool(table.findtext(odf("table:title"))),
        is_regular=not merged and not nested and len(widths) == 1,
        splits=not all(keeps),
    )
