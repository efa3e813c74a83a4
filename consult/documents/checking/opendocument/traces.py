"""What an OpenDocument file may tell of its maker, its machine or its moment; and what it may do by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from consult.documents.bars import PICTURE
from consult.documents.checking.faults import Fault
from consult.documents.checking.opendocument.drawings import check_drawings
from consult.documents.checking.opendocument.names import CONTENT, META, STYLES, odf
from consult.documents.checking.opening import Parts
from consult.documents.checking.parsing import Trees

_MACRO = re.compile(r"^(Basic|Scripts)/|\.bin$|^Object|ObjectReplacements/", re.IGNORECASE)
_PICTURES = re.compile(r"^(Pictures|Thumbnails)/|\.(png|jpe?g|gif|bmp|emf|wmf|svg|tiff?)$", re.IGNORECASE)
_MAY_BE_SAID = {"title", "language", "subject"}
_DATES = {"date", "creation-date"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_STRUCTURAL = {"meta", "document-meta"}
_FIELDS = {"page-number", "page-count"}
_OTHER_FIELDS = {
    "date", "time", "creation-date", "creation-time", "modification-date", "modification-time", "print-date",
    "author-name", "author-initials", "initial-creator", "creator", "file-name", "template-name", "editing-cycles",
    "editing-duration", "sender-firstname", "sender-lastname", "user-defined", "database-display", "dde-connection",
    "variable-set", "execute-macro",
}  # fmt: skip
_FORBIDDEN = {
    odf("draw:object"): ("macro", "there is an embedded object"),
    odf("draw:object-ole"): ("macro", "there is an embedded object"),
    odf("script:event-listener"): ("macro", "something runs by itself"),
    odf("office:script"): ("macro", "there is a script"),
    odf("text:tracked-changes"): ("trace", "there are tracked changes, with who made them"),
    odf("office:annotation"): ("trace", "there are comments, with who made them"),
    odf("text:section-source"): ("remote", "a section is fetched from elsewhere"),
}


def check_traces(parts: Parts, trees: Trees) -> Iterator[Fault]:
    """Yield macros, pictures, properties, fields and other things that tell or do what they should not."""
    for name in parts:
        if _MACRO.search(name):
            yield Fault("macro", name, "the part can hold something that runs")
        if _PICTURES.search(name) and parts[name] != PICTURE:
            yield Fault("picture", name, "the part is a picture other than the bar of a chart")
        if name == "settings.xml" or name.startswith("Configurations"):
            yield Fault("trace", name, "it holds the settings of the program that made the file")
    if META in trees:
        yield from _properties(trees[META])
    for name in (CONTENT, STYLES):
        if name in trees:
            yield from _part(name, trees[name])
            yield from check_drawings(name, trees[name], parts)


def _properties(meta: etree._Element) -> Iterator[Fault]:
    for each in meta.iter(etree.Element):
        name = etree.QName(each).localname
        if name in _STRUCTURAL or name in _MAY_BE_SAID:
            continue
        value = (each.text or "").strip()
        if name not in _DATES:
            yield Fault("trace", META, f"it tells the {name}: {value!r}")
        elif not _DAY.fullmatch(value):
            yield Fault("moment", META, f"{name} is finer than a day: {value}")


def _part(name: str, tree: etree._Element) -> Iterator[Fault]:
    found: list[tuple[str, str]] = []
    for each in tree.iter(etree.Element):
        if each.tag in _FORBIDDEN:
            found.append(_FORBIDDEN[each.tag])
        qualified = etree.QName(each)
        if qualified.namespace == etree.QName(odf("text:p")).namespace and qualified.localname in _OTHER_FIELDS:
            found.append(("field", f"the field {qualified.localname} changes by itself or tells something"))
        if each.tag != odf("text:a") and (each.get(odf("xlink:href")) or "").startswith(("http:", "https:", "//")):
            found.append(("remote", f"something is fetched from {each.get(odf('xlink:href'))}"))
    for rule, message in dict.fromkeys(found):
        yield Fault(rule, name, message)
