"""What a Word file may tell of its maker, its machine or its moment; and what it may do by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from consult.documents.bars import PICTURE
from consult.documents.checking.faults import Fault
from consult.documents.checking.opening import Parts
from consult.documents.checking.parsing import Trees
from consult.documents.checking.word.drawings import check_drawings
from consult.documents.checking.word.names import CONTENT_TYPES, CORE, SETTINGS, w

_MACRO = re.compile(r"vba|macro|activex|oleobject|embeddings/|\.bin$|control", re.IGNORECASE)
_PICTURES = re.compile(r"\.(png|jpe?g|gif|bmp|emf|wmf|svg|tiff?)$", re.IGNORECASE)
_TELLTALES = {
    "docProps/app.xml": "it names the program and the template",
    "docProps/custom.xml": "it holds custom properties",
    "word/comments.xml": "it holds comments, with who made them",
    "word/people.xml": "it names people",
}
_MAY_BE_SAID = {"title", "language", "subject"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATES = {"created", "modified"}
_FIELDS = {"PAGE", "NUMPAGES"}
_FORBIDDEN = {
    w("ins"): ("trace", "there are tracked changes, with who made them"),
    w("del"): ("trace", "there are tracked changes, with who made them"),
    w("pict"): ("picture", "there is a picture"),
    w("object"): ("macro", "there is an embedded object"),
    w("control"): ("macro", "there is a control that can run"),
    w("altChunk"): ("remote", "there is a chunk of another document"),
    w("attachedTemplate"): ("remote", "a template is attached"),
    w("docVars"): ("trace", "there are document variables"),
    w("rsids"): ("trace", "there are ids of editing sessions"),
}


def check_traces(parts: Parts, trees: Trees) -> Iterator[Fault]:
    """Yield macros, pictures, properties, fields and other things that tell or do what they should not."""
    yield from _parts(parts)
    yield from check_drawings(trees)
    if CORE in trees:
        yield from _properties(trees[CORE])
    for name, tree in trees.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            yield from _part(name, tree)
    yield from _settings(trees)


def _parts(parts: Parts) -> Iterator[Fault]:
    for name in parts:
        if _MACRO.search(name):
            yield Fault("macro", name, "the part can hold something that runs")
        if _PICTURES.search(name) and parts[name] != PICTURE:
            yield Fault("picture", name, "the part is a picture other than the bar of a chart")
        if name in _TELLTALES:
            yield Fault("trace", name, _TELLTALES[name])
    if b"macroEnabled" in parts[CONTENT_TYPES]:
        yield Fault("macro", CONTENT_TYPES, "the file says that it has macros")


def _properties(core: etree._Element) -> Iterator[Fault]:
    for each in core.iter(etree.Element):
        name, value = etree.QName(each).localname, (each.text or "").strip()
        if each is core or not value or name in _MAY_BE_SAID:
            continue
        if name not in _DATES:
            yield Fault("trace", CORE, f"it tells the {name}: {value!r}")
        elif not _DAY.fullmatch(value):
            yield Fault("moment", CORE, f"{name} is finer than a day: {value}")


def _part(name: str, tree: etree._Element) -> Iterator[Fault]:
    found: dict[str, tuple[str, str]] = {}
    marked = False
    for each in tree.iter(etree.Element):
        if each.tag in _FORBIDDEN:
            found[each.tag] = _FORBIDDEN[each.tag]
        marked = marked or any("rsid" in attribute for attribute in each.attrib)
        yield from _field(name, each)
    for rule, message in dict.fromkeys(found.values()):
        yield Fault(rule, name, message)
    if marked:
        yield Fault("trace", name, "there are ids of editing sessions")


def _field(name: str, element: etree._Element) -> Iterator[Fault]:
    if element.tag == w("fldSimple"):
        instruction = element.get(w("instr")) or ""
    elif element.tag == w("instrText"):
        instruction = element.text or ""
    else:
        instruction = ""
    kind = (instruction.split() or [""])[0].upper()
    if kind and kind not in _FIELDS:
        yield Fault("field", name, f"the field {kind} changes by itself or tells something")
    if element.get(w("dirty")) not in {None, "0", "false"}:
        yield Fault("field", name, "a field asks to be updated")


def _settings(trees: Trees) -> Iterator[Fault]:
    settings = trees.get(SETTINGS)
    if settings is None:
        return
    if settings.find(w("updateFields")) is not None:
        yield Fault("field", SETTINGS, "fields are updated on opening, with a question to the reader")
    if any(etree.QName(each).localname == "docId" for each in settings.iter(etree.Element)):
        yield Fault("trace", SETTINGS, "the document has an id of its own")
