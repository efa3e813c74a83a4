"""The package around the content: the parts of an .odt file in the order that the standard wants."""

from __future__ import annotations

from html import escape

from consult.documents.archive import archive
from consult.documents.model import Document
from consult.documents.opendocument.bars import Bars
from consult.documents.opendocument.body import TITLE
from consult.documents.opendocument.namespaces import NAMESPACES, XML
from consult.documents.opendocument.styles import styles_xml
from consult.documents.sizes import LINE

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

_TITLE_STYLE = (
    f'<style:style style:name="{TITLE}" style:family="paragraph" style:parent-style-name="Title"'
    ' style:master-page-name="First_20_page"/>'
    '<style:style style:name="Facts" style:family="table"><style:table-properties style:width="17cm"'
    ' table:align="margins" fo:margin-bottom="0.3cm" table:border-model="collapsing"/></style:style>'
)
_COLUMN_STYLES = (
    '<style:style style:name="Facts_labels" style:family="table-column"><style:table-column-properties'
    ' style:column-width="5.1cm"/></style:style>'
    '<style:style style:name="Facts_values" style:family="table-column"><style:table-column-properties'
    ' style:column-width="11.9cm"/></style:style>'
)
_ROW_STYLES = (
    '<style:style style:name="Facts_row" style:family="table-row"><style:table-row-properties'
    ' fo:keep-together="always"/></style:style>'
    '<style:style style:name="Facts_cell" style:family="table-cell"><style:table-cell-properties'
    f' fo:padding="0.12cm" fo:border-top="0.5pt solid #{LINE}" fo:border-bottom="0.5pt solid #{LINE}"/>'
    "</style:style>"
)


def packed(document: Document, automatic_styles: str, content: str, bars: Bars) -> bytes:
    """Return the file. The media type comes first and uncompressed, so that the file can be told by its start."""
    parts = {
        "mimetype": MEDIA_TYPE.encode(),
        "content.xml": _content(automatic_styles, content),
        "styles.xml": styles_xml(document),
        "meta.xml": _meta(document),
        "META-INF/manifest.xml": _MANIFEST,
    }
    return archive(bars.added(parts).items(), stored=frozenset({"mimetype"}))


def _content(automatic_styles: str, content: str) -> bytes:
    columns = _COLUMN_STYLES if "Facts_labels" in content else ""
    return (
        f'{XML}<office:document-content {NAMESPACES} office:version="1.2"><office:automatic-styles>{_TITLE_STYLE}'
        f"{columns}{_ROW_STYLES}{automatic_styles}</office:automatic-styles>"
        f"<office:body><office:text>{content}</office:text></office:body></office:document-content>"
    ).encode()


def _meta(document: Document) -> bytes:
    """Return the title and the language, and nothing about anyone, any program or any time."""
    return (
        f'{XML}<office:document-meta {NAMESPACES} office:version="1.2"><office:meta>'
        f"<dc:title>{escape(document.title)}</dc:title><dc:language>{document.language}</dc:language>"
        "</office:meta></office:document-meta>"
    ).encode()


_MANIFEST = (
    f'{XML}<manifest:manifest xmlns:manifest="{_MANIFEST_NAMESPACE}" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MEDIA_TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    + "</manifest:manifest>"
).encode()
