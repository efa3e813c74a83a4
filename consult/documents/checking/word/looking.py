"""Seeing a Word file as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from consult.documents.checking.parsing import Trees
from consult.documents.checking.seen import SeenDocument, SeenLink, SeenParagraph, SeenRun, SeenTable
from consult.documents.checking.word.names import CORE, DOCUMENT, dc, r, w
from consult.documents.checking.word.relations import relations_of
from consult.documents.checking.word.styles import Styles, is_on
from consult.documents.scripts import SCRIPTS, TOKENS, ScriptClass

_HEADING = re.compile(r"heading ([1-9])")
_SLOTS = {ScriptClass.WESTERN: "val", ScriptClass.COMPLEX: "bidi", ScriptClass.EAST_ASIAN: "eastAsia"}
_WHITE_SPACE = {w("br"): "\n", w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


def look(trees: Trees, styles: Styles) -> SeenDocument:
    """Return what a reader meets. The body's part must be among the trees."""
    seen = SeenDocument()
    _properties(trees, styles, seen)
    body = trees[DOCUMENT]
    links = relations_of(DOCUMENT, trees)
    for number, paragraph in enumerate(body.iter(w("p")), start=1):
        where = f"{DOCUMENT}, paragraph {number}"
        seen.paragraphs.append(_paragraph(paragraph, where, styles))
        seen.links += _links(paragraph, where, links)
    for number, table in enumerate(body.iter(w("tbl")), start=1):
        seen.tables.append(_table(table, f"{DOCUMENT}, table {number}"))
    for name, tree in trees.items():
        _furniture(name, tree, styles, seen)
    return seen


def _properties(trees: Trees, styles: Styles, seen: SeenDocument) -> None:
    core = trees.get(CORE)
    if core is not None:
        seen.title = core.findtext(dc("title")) or ""
        seen.languages["properties"] = core.findtext(dc("language")) or ""
    language = styles.default("rPr", "lang")
    seen.languages["styles"] = "" if language is None else language.get(w("val")) or ""
    fonts = styles.default("rPr", "rFonts")
    seen.fonts = [(fonts.get(w("ascii")) if fonts is not None else None) or "of the theme"]


def _furniture(name: str, tree: etree._Element, styles: Styles, seen: SeenDocument) -> None:
    """Add what headers and footers hold."""
    if tree.tag not in {w("hdr"), w("ftr")}:
        return
    for paragraph in tree.iter(w("p")):
        found = _paragraph(paragraph, name, styles)
        seen.paragraphs.append(found)
        if tree.tag == w("hdr"):
            seen.running_title += found.text
    instructions = [each.get(w("instr")) or "" for each in tree.iter(w("fldSimple"))]
    instructions += [each.text or "" for each in tree.iter(w("instrText"))]
    if tree.tag == w("ftr"):
        seen.page_fields |= {word.upper() for each in instructions for word in each.split()[:1]}


def _paragraph(paragraph: etree._Element, where: str, styles: Styles) -> SeenParagraph:
    properties = paragraph.find(w("pPr"))
    named = properties.find(w("pStyle")) if properties is not None else None
    style = (named.get(w("val")) or "") if named is not None else ""

    def found(name: str) -> etree._Element | None:
        own = properties.find(w(name)) if properties is not None else None
        return own if own is not None else styles.find(style, "pPr", name)

    justified = found("jc")
    runs = [_run(each, style, styles) for each in paragraph.iter(w("r"))]
    return SeenParagraph(
        where=where,
        style=styles.name(style),
        level=_level(styles.name(style)),
        runs=runs,
        right_to_left=is_on(found("bidi")),
        alignment=(justified.get(w("val")) or "start") if justified is not None else "start",
        ruled=paragraph.find(f"{w('r')}/{w('tab')}") is not None,
        keeps=is_on(found("keepNext")),
        known_style=not style or styles.has(style),
    )


def _level(style_name: str) -> int | None:
    heading = _HEADING.fullmatch(style_name)
    return int(heading[1]) if heading else (0 if style_name == "title" else None)


def _run(run: etree._Element, style: str, styles: Styles) -> SeenRun:
    text = _text(run)
    properties = run.find(w("rPr"))
    named = properties.find(w("rStyle")) if properties is not None else None
    character_style = (named.get(w("val")) or "") if named is not None else ""

    def found(name: str) -> etree._Element | None:
        own = properties.find(w(name)) if properties is not None else None
        if own is None and character_style:
            own = styles.find(character_style, "rPr", name)
            # What a character style leaves to the defaults, the paragraph's style decides.
            own = None if own is styles.default("rPr", name) else own
        return own if own is not None else styles.find(style, "rPr", name)

    script_class = _script_class(text)
    right_to_left = is_on(found("rtl"))
    in_complex = right_to_left or script_class is ScriptClass.COMPLEX
    size = found("szCs" if in_complex else "sz")
    colour = found("color")
    return SeenRun(
        text=text,
        language=_language(properties, script_class),
        size=_number(size) / 2,
        colour=_hexadecimal(colour),
        italic=is_on(found("iCs" if in_complex else "i")),
        right_to_left=right_to_left,
    )


def _text(run: etree._Element) -> str:
    return "".join(each.text or "" if each.tag == w("t") else _WHITE_SPACE.get(str(each.tag), "") for each in run)


def _language(properties: etree._Element | None, script_class: ScriptClass) -> str | None:
    """Return the language that a run itself is marked with, "und" when it is marked as not to be checked."""
    if properties is None:
        return None
    if is_on(properties.find(w("noProof"))):
        return "und"
    marked = properties.find(w("lang"))
    return marked.get(w(_SLOTS[script_class])) if marked is not None else None


def _script_class(text: str) -> ScriptClass:
    """Return the class of the first letters in the text that are not Latin; Western when there are none."""
    kinds = (token.lastgroup for token in TOKENS.finditer(text))
    return next((SCRIPTS[kind].script_class for kind in kinds if kind in SCRIPTS), ScriptClass.WESTERN)


def _number(element: etree._Element | None) -> float:
    value = element.get(w("val")) if element is not None else None
    return float(value) if value and value.isdecimal() else 0


def _hexadecimal(element: etree._Element | None) -> str | None:
    value = element.get(w("val")) if element is not None else None
    return value if value and re.fullmatch("[0-9A-Fa-f]{6}", value) else None


def _links(paragraph: etree._Element, where: str, relations: dict[str, etree._Element]) -> Iterator[SeenLink]:
    for link in paragraph.iter(w("hyperlink")):
        relation = relations.get(link.get(r("id")) or "")
        address = (relation.get("Target") or "") if relation is not None else ""
        yield SeenLink(where, "".join(map(_text, link.iter(w("r")))), address)


def _table(table: etree._Element, where: str) -> SeenTable:
    rows = table.findall(w("tr"))
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    merged = any(table.find(f".//{w(name)}") is not None for name in ("gridSpan", "vMerge", "tbl"))
    caption = table.find(f"{w('tblPr')}/{w('tblCaption')}")
    return SeenTable(
        where=where,
        has_header=bool(rows) and is_on(rows[0].find(f"{w('trPr')}/{w('tblHeader')}")),
        has_caption=caption is not None and bool(caption.get(w("val"))),
        is_regular=not merged and all(len(row.findall(w("tc"))) == columns for row in rows),
        splits=any(not is_on(row.find(f"{w('trPr')}/{w('cantSplit')}")) for row in rows),
    )
