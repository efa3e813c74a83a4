"""The package around a body: made once with python-docx, then stripped of all that tells where it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.shared import Cm

from consult.documents.model import Document, Edition
from consult.documents.word.runs import runs_xml, text_xml
from consult.documents.word.styles import styles_xml
from consult.documents.word.theme import FONT, FONT_TABLE, THEME

_BODY, _RELATIONS, _CORE = "word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"
_HEADER, _FOOTERS = "word/header1.xml", ("word/footer1.xml", "word/footer2.xml")
_MARK = "~"
"""Stands in the prepared package where a document's own text goes."""

_SESSIONS = re.compile(rb' w:rsid\w*="[0-9A-F]*"')
"""Ids of the editing sessions in which python-docx's template was made."""

_UNWANTED = frozenset(
    {
        KINDS.THUMBNAIL, KINDS.EXTENDED_PROPERTIES, KINDS.CUSTOM_XML, KINDS.WEB_SETTINGS,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)  # fmt: skip
"""Kinds of part in python-docx's template that say who or what made it, or that our styles leave without a use."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Prepared:
    """A package with an empty body."""

    parts: Mapping[str, bytes]

    def filled(self, document: Document, body: str, links: Mapping[str, str]) -> dict[str, bytes]:
        """Return the parts of a document: the prepared ones, with its body, links, title and running title."""
        header = runs_xml(document.running_title, document.direction, {})
        before, _, after = document.page_label.partition("%(page)s")
        between, _, after = after.partition("%(pages)s")
        footer = "".join((_literal(before), _field("PAGE"), _literal(between), _field("NUMPAGES"), _literal(after)))
        changes = {
            _BODY: self._with(_BODY, body),
            _RELATIONS: self._with(_RELATIONS, "".join(_link(*link) for link in links.items())),
            _CORE: core_xml(document),
            _HEADER: self._with(_HEADER, header),
        } | {name: self._with(name, footer) for name in _FOOTERS}
        return {**self.parts, **changes}

    def _with(self, name: str, content: str) -> bytes:
        return self.parts[name].replace(_MARK.encode(), content.encode(), 1)


@lru_cache
def prepared(language: str, edition: Edition) -> Prepared:
    """Return the package for documents in `language` ("en-GB") and `edition`."""
    parts = _parts(_skeleton(edition))
    parts["word/styles.xml"] = styles_xml(language, edition)
    parts["word/settings.xml"] = _settings(language)
    parts["word/numbering.xml"] = _NUMBERING
    parts["word/theme/theme1.xml"] = THEME
    parts["word/fontTable.xml"] = FONT_TABLE
    parts[_BODY] = _SESSIONS.sub(b"", parts[_BODY]).replace(b"<w:sectPr", f"{_MARK}<w:sectPr".encode(), 1)
    parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", f"{_MARK}</Relationships>".encode())
    for name, style in ((_HEADER, "Header"), *((footer, "Footer") for footer in _FOOTERS)):
        parts[name] = _furniture(parts[name], style)
    return Prepared(parts)


def _skeleton(edition: Edition) -> WordDocument:
    """Return an A4 document with an empty body, a header from the second page and a footer on every page."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.bottom_margin = Cm(2)
    section.top_margin = Cm(3 if edition is Edition.LARGE else 2)  # a large running title may take two lines
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, relation in relations.items() if relation.reltype in _UNWANTED]:
            del relations[name]
    return document


def _parts(document: WordDocument) -> dict[str, bytes]:
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        return {name: package.read(name) for name in package.namelist()}


def _furniture(part: bytes, style: str) -> bytes:
    """Return a header or footer with one paragraph of ours in place of its own."""
    kind = b"hdr" if style == "Header" else b"ftr"
    start = part[: part.index(b">", part.index(b"<w:" + kind)) + 1]
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_MARK}</w:p>'.encode()
    return start + paragraph + b"</w:" + kind + b">"


def _literal(text: str) -> str:
    return f"<w:r>{text_xml(text)}</w:r>" if text else ""


def _field(name: str) -> str:
    """Return a page field. Word counts pages whenever it lays them out: it neither asks nor fetches anything."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _link(address: str, relation: str) -> str:
    return (
        f'<Relationship Id="{relation}" Type="{KINDS.HYPERLINK}" Target="{escape(address)}" TargetMode="External"/>'
    )


def core_xml(document: Document) -> bytes:
    """Return the core properties: the title and the language, and nothing about anyone or any time."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:language>{document.language}</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def _settings(language: str) -> bytes:
    """Return settings that also keep Word from adding an author or a time when the person saves the file."""
    return (
        f'{_XML}<w:settings {_W}><w:zoom w:percent="100"/><w:removePersonalInformation/><w:removeDateAndTime/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


_NUMBERING = (
    f'{_XML}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
    '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>'
    f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
).encode()
