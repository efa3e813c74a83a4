"""The style sheet of our OpenDocument files: the same sizes, spaces and colours as the Word ones."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from consult.documents.model import Document
from consult.documents.opendocument.automatic import language_properties
from consult.documents.opendocument.body import text_xml
from consult.documents.opendocument.namespaces import NAMESPACES, XML
from consult.documents.scripts import ScriptClass
from consult.documents.sizes import INK, LINE, LINK, QUIET, SIZES, Sizes

FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_WIDTH = "17cm"


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style. `paragraph` are attributes, `inside` is content of its properties; sizes in points."""

    name: str
    size: int
    paragraph: str = ""
    bold: bool = False
    colour: str = INK
    level: int = 0
    inside: str = ""


def styles_xml(document: Document) -> bytes:
    """Return the styles part: named styles, the page, its running title and its page numbers."""
    sizes = SIZES[document.edition]
    return (
        f'{XML}<office:document-styles {NAMESPACES} office:version="1.2">'
        f"<office:styles>{_default(document.language, sizes)}{_named(sizes)}{_BULLETS}</office:styles>"
        f"<office:automatic-styles>{_page(_FIRST_PAGE, header=False)}{_page(_LATER_PAGE, header=True)}"
        "</office:automatic-styles>"
        f"<office:master-styles>{_masters(document)}</office:master-styles></office:document-styles>"
    ).encode()


def _named(sizes: Sizes) -> str:
    return "".join(map(_style, _styles(sizes))) + _HYPERLINK


def _default(language: str, sizes: Sizes) -> str:
    spoken = language_properties(language, ScriptClass.WESTERN)
    spoken |= language_properties(language, ScriptClass.EAST_ASIAN)
    spoken |= language_properties("ar-SA", ScriptClass.COMPLEX)
    languages = " ".join(f'{name}="{value}"' for name, value in spoken.items())
    families = " ".join(f'{name}="{escape(FONTS)}"' for name in _FAMILIES)
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"'
        f' fo:text-align="start" style:writing-mode="lr-tb" fo:hyphenation-ladder-count="no-limit"/>'
        f'<style:text-properties {families} {_size(sizes.body)} fo:color="#{INK}" {languages}'
        ' fo:hyphenate="false"/></style:default-style>'
        + "".join(f'<style:default-style style:family="{family}"/>' for family in _OTHER_FAMILIES)
        + '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )


_OTHER_FAMILIES = ("text", "table", "table-column", "table-row", "table-cell")
_FAMILIES = ("fo:font-family", "style:font-family-asian", "style:font-family-complex")


def _styles(sizes: Sizes) -> tuple[_Style, ...]:
    body, after = sizes.body, sizes.after
    keep = 'fo:keep-with-next="always"'
    whole = 'fo:keep-together="always"'
    small, cell = _space(0, after // 2, 1.15), _space(2, 2, 1.15)
    headings = tuple(
        _Style(f"Heading_20_{level}", size, f"{keep} {whole} {_space(size + after // 2, after // 2, 1.1)}",
               bold=True, level=level)
        for level, size in enumerate(sizes.headings, start=1)
    )  # fmt: skip
    normal = _space(0, after, sizes.line)
    return (
        _Style("Title", sizes.title, f"{keep} {_space(0, after, 1.1)}", bold=True),
        _Style("Subtitle", body + 2, _space(0, after * 2, 1.15), colour=QUIET),
        *headings,
        _Style("Text_20_body", body, normal),
        _Style("Question_20_wording", body, f"{keep} {normal}", bold=True),
        _Style("Wording_20_status", body, f"{keep} {normal}", colour=QUIET),
        _Style("Chosen_20_option", body, normal),
        _Style("Answer", body, normal),
        _Style("Note", body, f'{whole} {normal} fo:margin-left="0.5cm" fo:padding-left="0.35cm" {_BAR}'),
        _Style("Prompt", body, f"{keep} {_space(after, 0, 1.15)}", bold=True),
        _Style("List_20_item", body, small),
        _Style("Table_20_heading", body, f"{keep} {cell}", bold=True),
        _Style("Table_20_label", body, cell, bold=True),
        _Style("Table_20_text", body, cell),
        _Style("Tick_20_box", body, f'{small} fo:margin-left="{body * 2}pt" fo:text-indent="-{body * 2}pt"',
               inside='<style:tab-stops><style:tab-stop style:position="0pt"/></style:tab-stops>'),
        _Style("Answer_20_line", body, _space(sizes.rule - body, 0, 1.0),
               colour=LINE, inside=_RULE),
        _Style("Header", body, _space(0, 0, 1.0), colour=QUIET),
        _Style("Footer", body, _space(0, 0, 1.0), colour=QUIET),
    )  # fmt: skip


_BAR = f'fo:border-left="3pt solid #{LINE}"'
_RULE = (
    f'<style:tab-stops><style:tab-stop style:position="{_WIDTH}" style:type="right" style:leader-style="solid"'
    ' style:leader-text="_"/></style:tab-stops>'
)
_HYPERLINK = (
    '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">'
    f'<style:text-properties fo:color="#{LINK}" style:text-underline-style="solid"'
    ' style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>'
)
_BULLETS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.75cm"'
    ' fo:margin-left="0.75cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>'
)
_FIRST_PAGE, _LATER_PAGE = "A4_first", "A4_later"


def _page(name: str, *, header: bool) -> str:
    """Return an A4 page. What a header leaves free at the top of later pages is margin on the first."""
    above = (
        '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.4cm"/>'
        "</style:header-style>"
    )
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="21cm"'
        f' fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="{1 if header else 2}cm"'
        ' fo:margin-bottom="1cm" fo:margin-left="2cm" fo:margin-right="2cm" style:writing-mode="lr-tb"/>'
        f'{above if header else ""}<style:footer-style><style:header-footer-properties fo:min-height="1cm"'
        ' fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>'
    )


def _style(style: _Style) -> str:
    outline = f' style:default-outline-level="{style.level}"' if style.level else ""
    bold = " ".join(f'{name}="bold"' for name in _WEIGHTS) if style.bold else ""
    return (
        f'<style:style style:name="{style.name}" style:display-name="{style.name.replace("_20_", " ")}"'
        f' style:family="paragraph" style:parent-style-name="Standard"{outline}>'
        f"<style:paragraph-properties {style.paragraph}>{style.inside}</style:paragraph-properties>"
        f'<style:text-properties {_size(style.size)} fo:color="#{style.colour}" {bold}/></style:style>'
    )


_WEIGHTS = ("fo:font-weight", "style:font-weight-asian", "style:font-weight-complex")


def _size(points: int) -> str:
    names = ("fo:font-size", "style:font-size-asian", "style:font-size-complex")
    return " ".join(f'{name}="{points}pt"' for name in names)


def _space(before: int, after: int, line: float) -> str:
    return f'fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" fo:line-height="{round(line * 100)}%"'


def _masters(document: Document) -> str:
    """Return the first page, without a running title, and the pages that follow it."""
    title = text_xml("".join(run.text for run in document.running_title))
    header = f'<style:header><text:p text:style-name="Header">{title}</text:p></style:header>'
    before, _, after = document.page_label.partition("%(page)s")
    between, _, after = after.partition("%(pages)s")
    numbers = (
        f'{text_xml(before)}<text:page-number text:select-page="current">1</text:page-number>{text_xml(between)}'
        f"<text:page-count>1</text:page-count>{text_xml(after)}"
    )
    footer = f'<style:footer><text:p text:style-name="Footer">{numbers}</text:p></style:footer>'
    return (
        f'<style:master-page style:name="First_20_page" style:display-name="First page"'
        f' style:page-layout-name="{_FIRST_PAGE}" style:next-style-name="Standard">{footer}</style:master-page>'
        f'<style:master-page style:name="Standard" style:page-layout-name="{_LATER_PAGE}">{header}{footer}'
        "</style:master-page>"
    )
