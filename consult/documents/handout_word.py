"""A handout as a Word file, in the package of our other documents, with words for the code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from docx.opc.constants import RELATIONSHIP_TYPE as KINDS

from consult.documents.archive import archive
from consult.documents.handouts import Handout, Kind, Line, Part
from consult.documents.languages import LOCALES
from consult.documents.model import Document, Edition, Run
from consult.documents.word.package import prepared

STYLES = {Part.NAME: "Title", Part.ASKED: "Heading1", Part.STEP: "ListBullet"}
"""The style of each part that is not plain text."""

BOLD = {Part.NAME, Part.ADDRESS}
_CODE = "word/media/code.png"
_TYPES, _BODY, _RELATIONS = "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_UNITS_A_MILLIMETRE = 36_000
_TWENTIETHS_A_MILLIMETRE = 1440 / 25.4
_FURNITURE = re.compile(rb"<w:(?:headerReference|footerReference|titlePg)\b[^>]*/>")
_PAGE = re.compile(rb"<w:pgSz\b[^>]*/>\s*<w:pgMar\b[^>]*/>")


@dataclass(frozen=True)
class Look:
    """A page's size, margins and code in millimetres, and its letters in points."""

    width: int
    height: int
    margin: int
    code: int
    letters: dict[Part, int]

    @property
    def page(self) -> bytes:
        """The page in Word's words."""
        width, height, margin = (
            round(each * _TWENTIETHS_A_MILLIMETRE) for each in (self.width, self.height, self.margin)
        )
        edges = "".join(f' w:{edge}="{margin}"' for edge in ("top", "right", "bottom", "left"))
        size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        return f'{size}<w:pgMar{edges} w:header="0" w:footer="0" w:gutter="0"/>'.encode()


LOOKS = {
    Kind.POSTER: Look(
        210, 297, 16, 85,
        {Part.NAME: 40, Part.ASKED: 24, Part.BODY: 20, Part.STEP: 20, Part.ADDRESS: 30, Part.SMALL: 14},
    ),
    Kind.LEAFLET: Look(
        148, 210, 12, 36,
        {Part.NAME: 22, Part.ASKED: 14, Part.BODY: 12, Part.STEP: 12, Part.ADDRESS: 17, Part.SMALL: 12},
    ),
}  # fmt: skip


def handout_docx(handout: Handout) -> bytes:
    """Return a handout as the bytes of a .docx file. The same handout always gives the same bytes."""
    look = LOOKS[handout.kind]
    body = "".join(
        (
            *(_paragraph(line, look) for line in handout.before),
            _code(handout, look),
            *(_paragraph(line, look) for line in handout.after),
        )
    )
    locale = LOCALES[handout.language]
    frame = Document(handout.title, locale, handout.kind, (Run(handout.title),), "", ())
    parts = prepared(locale, Edition.STANDARD).filled(frame, body, {})
    picture = '<Default Extension="png" ContentType="image/png"/><Default Extension="xml"'
    relation = f'<Relationship Id="rIdCode" Type="{KINDS.IMAGE}" Target="media/code.png"/></Relationships>'
    changed = {
        _TYPES: parts[_TYPES].replace(b'<Default Extension="xml"', picture.encode(), 1),
        _RELATIONS: parts[_RELATIONS].replace(b"</Relationships>", relation.encode()),
        _BODY: _PAGE.sub(look.page, _FURNITURE.sub(b"", parts[_BODY])),
        _CODE: handout.code.png,
    }
    return archive((parts | changed).items())


def _paragraph(line: Line, look: Look) -> str:
    style = f'<w:pStyle w:val="{STYLES[line.part]}"/>' if line.part in STYLES else ""
    after = look.letters[line.part] * 7
    spacing = f'<w:spacing w:before="0" w:after="{after}" w:line="252" w:lineRule="auto"/>'
    language = f'<w:lang w:val="{LOCALES.get(line.language, line.language)}"/>' if line.language else ""
    bold = "<w:b/><w:bCs/>" if line.part in BOLD else ""
    halves = look.letters[line.part] * 2
    letters = f'<w:rPr>{bold}<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>{language}</w:rPr>'
    text = f'<w:t xml:space="preserve">{escape(line.text)}</w:t>'
    return f"<w:p><w:pPr>{style}{spacing}</w:pPr><w:r>{letters}{text}</w:r></w:p>"


def _code(handout: Handout, look: Look) -> str:
    side = look.code * _UNITS_A_MILLIMETRE
    named = f'id="1" name="code" descr="{escape(handout.alternative)}"'
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdCode"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
