"""Word documents made for tests, with what python-docx has no words for put in as XML."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph


def saved(document: Document) -> bytes:
    """Return a document as the bytes of its file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def blank() -> Document:
    """Return an empty document."""
    return docx.Document()


def add_list(document: Document, *levels: tuple[str, str], start: int = 1) -> int:
    """Add a numbering of levels, each a format and a text such as ("decimal", "Question %1:"); return its id."""
    numbering = document.part.numbering_part.element
    identity = 900 + len(numbering.findall(qn("w:abstractNum")))
    made = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    definition = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{made}</w:abstractNum>')
    numbering.insert(0, definition)
    return add_instance(document, identity, f"{identity}")


def add_instance(document: Document, identity: int, definition: str, *, restart: int | None = None) -> int:
    """Add a list that shares a definition's count, or starts it anew; return its id."""
    numbering = document.part.numbering_part.element
    anew = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restart}"/></w:lvlOverride>'
    override = "" if restart is None else anew
    shared = f'<w:abstractNumId w:val="{definition}"/>'
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{identity}">{shared}{override}</w:num>'))
    return identity


def number(paragraph: Paragraph, list_id: int, level: int = 0) -> Paragraph:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = list_id
    properties.get_or_add_ilvl().val = level
    return paragraph


def add_xml(paragraph: Paragraph, xml: str) -> None:
    """Append XML to a paragraph; the prefix `w` is known in it."""
    paragraph._p.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def add_footnote_mark(paragraph: Paragraph) -> None:
    """Append a reference to a footnote, as Word writes it."""
    run = paragraph.add_run()
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    run._r.append(reference)
