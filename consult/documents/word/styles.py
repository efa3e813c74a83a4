"""The style sheet of our Word documents, in place of python-docx's own (US English, 150 unused styles, 438 KB).

Each size, bold and language is set for Latin and for complex scripts alike (`w:szCs`, `w:bCs`, `w:lang w:bidi`):
Word reads the second set for right-to-left and Indic text. Nothing is justified, centred or italic.
"""

from __future__ import annotations

from dataclasses import dataclass

from consult.documents.model import Edition
from consult.documents.sizes import INK, LINE, LINK, QUIET, SIZES, Sizes
from consult.documents.word.body import TEXT_WIDTH
from consult.documents.word.theme import FONT

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS = 20
_LINE_UNIT = 240


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style. `paragraph` and `run` are properties in the order of the schema; sizes are in points."""

    id: str
    name: str
    size: int
    paragraph: str = ""
    bold: bool = False
    colour: str = INK
    following: str = "Normal"


def styles_xml(language: str, edition: Edition) -> bytes:
    """Return the styles part for a document in `language` ("en-GB", "cy-GB")."""
    sizes = SIZES[edition]
    styles = "".join(map(_paragraph_style, _paragraph_styles(sizes)))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{_NAMESPACE}">{_defaults(language, sizes)}{_normal()}{styles}{_CHARACTER_STYLES}'
        f"{_table_style()}</w:styles>"
    ).encode()


def _defaults(language: str, sizes: Sizes) -> str:
    fonts = "".join(f' w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f'<w:color w:val="{INK}"/>{_size(sizes.body)}'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{_spacing(0, sizes.after, sizes.line)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_styles(sizes: Sizes) -> tuple[_Style, ...]:
    body, after = sizes.body, sizes.after
    keep = "<w:keepNext/>"
    small_gap = _spacing(0, after // 2, 1.15)
    rule = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    headings = tuple(
        _Style(
            f"Heading{level}", f"heading {level}", size,
            f"{keep}<w:keepLines/>{_spacing(size + after // 2, after // 2, 1.1)}"
            f'<w:outlineLvl w:val="{level - 1}"/>', bold=True,
        )
        for level, size in enumerate(sizes.headings, start=1)
    )  # fmt: skip
    return (
        _Style("Title", "Title", sizes.title, f"{keep}{_spacing(0, after, 1.1)}", bold=True, following="Subtitle"),
        _Style("Subtitle", "Subtitle", body + 2, _spacing(0, after * 2, 1.15), colour=QUIET),
        *headings,
        _Style("QuestionWording", "Question wording", body, keep, bold=True),
        _Style("WordingStatus", "Wording status", body, keep, colour=QUIET),
        _Style("ChosenOption", "Chosen option", body),
        _Style("Answer", "Answer", body, following="Answer"),
        _Style("Note", "Note", body, f'<w:keepLines/>{_BAR}<w:ind w:left="284"/>'),
        _Style("Prompt", "Prompt", body, f"{keep}{_spacing(after, 0, 1.15)}", bold=True),
        _Style("ListBullet", "List Bullet", body, f"{_BULLETS}{small_gap}", following="ListBullet"),
        _Style("TableHeading", "Table heading", body, f"{keep}{_spacing(2, 2, 1.15)}", bold=True),
        _Style("TableLabel", "Table label", body, _spacing(2, 2, 1.15), bold=True),
        _Style("TableText", "Table text", body, _spacing(2, 2, 1.15)),
        _Style("TickBox", "Tick box", body, f'<w:tabs><w:tab w:val="left" w:pos="{body * 40}"/></w:tabs>'
               f'{small_gap}<w:ind w:left="{body * 40}" w:hanging="{body * 40}"/>'),
        _Style("AnswerLine", "Answer line", body, f"{rule}{_spacing(sizes.rule - body, 0, 1.0)}",
               colour=LINE),
        _Style("Header", "header", body, _spacing(0, 0, 1.0), colour=QUIET),
        _Style("Footer", "footer", body, _spacing(0, 0, 1.0), colour=QUIET),
    )  # fmt: skip


_BULLETS = '<w:numPr><w:numId w:val="1"/></w:numPr>'
_BAR = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{LINE}"/></w:pBdr>'


def _normal() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


_CHARACTER_STYLES = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{LINK}"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _table_style() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "bottom", "insideH"))
    widths = (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in widths)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


_BUILT_IN = frozenset(
    {"Title", "Subtitle", "List Bullet", "header", "footer", "heading 1", "heading 2", "heading 3"}
)


def _paragraph_style(style: _Style) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{style.following}"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr>"
        f'<w:rPr>{bold}<w:color w:val="{style.colour}"/>{_size(style.size)}</w:rPr></w:style>'
    )


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def _spacing(before: int, after: int, line: float) -> str:
    return (
        f'<w:spacing w:before="{before * _TWIPS}" w:after="{after * _TWIPS}" w:line="{round(line * _LINE_UNIT)}"'
        ' w:lineRule="auto"/>'
    )
